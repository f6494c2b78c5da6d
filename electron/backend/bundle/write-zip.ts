import { createWriteStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { manifestName, workbookName } from './manifest.ts';
import type { PlannedFile } from './plan-bundle.ts';
import { verifiedSource } from './verified-source.ts';
import type { BundleContent } from './write-folder.ts';

/** Packed already; deflating them again costs minutes and wins nothing. */
const packed = /\.(?:jpe?g|png|gif|webp|heic|mp4|mov|avi|mp3|m4a|zip|rar|7z|gz|docx|xlsx|pptx|wps|et|pdf|ofd)$/iu;

/** Streams everything into one zip, a file at a time; durable when this resolves. */
export async function writeZip(
  output: string,
  workbook: string,
  { files, manifest }: BundleContent,
  createdAt: Date,
  signal: AbortSignal,
  onFile: (file: PlannedFile) => void,
): Promise<void> {
  const zip = new yazl.ZipFile();
  const packedStream = zip.outputStream.pipe(new PassThrough());
  // a source that fails must fail the zip: yazl itself would wait for it forever
  const fail = (cause: unknown) => packedStream.destroy(cause instanceof Error ? cause : new Error(String(cause)));
  zip.on('error', fail);
  let current: Readable | undefined;
  packedStream.once('close', () => current?.destroy());
  zip.addFile(workbook, workbookName, { mtime: createdAt, compress: false });
  zip.addBuffer(Buffer.from(manifest), manifestName, { mtime: createdAt });
  for (const file of files) {
    zip.addReadStreamLazy(file.path, { mtime: createdAt, compress: !packed.test(file.path) }, (deliver) => {
      onFile(file);
      const source = Readable.from(verifiedSource(file.source, file.title), { objectMode: false });
      source.on('error', fail);
      current = source;
      deliver(null, source);
    });
  }
  zip.end();
  await pipeline(packedStream, createWriteStream(output, { flags: 'wx', flush: true }), { signal });
}
