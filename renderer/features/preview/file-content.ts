/** Where the main process serves the bytes of one evidence file. */
export const fileUrl = (fileId: string) => `evidence://file/${encodeURIComponent(fileId)}`;

export async function fetchBytes(fileId: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(fileUrl(fileId), { signal });
  if (!response.ok) throw new Error(`evidence file: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** By its mark, else UTF-8 where the bytes allow it, otherwise the encoding of Chinese Windows. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
