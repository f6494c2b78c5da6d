/** Where the main process serves the bytes of one evidence file. */
export const fileUrl = (fileId: string) => `evidence://file/${encodeURIComponent(fileId)}`;

export async function fetchBytes(fileId: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(fileUrl(fileId), { signal });
  if (!response.ok) throw new Error(`evidence file: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** UTF-8 where the bytes allow it, otherwise the encoding of Chinese Windows. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
