import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncFolder, writeDurably } from '../files/durable.ts';
import { manifestName } from './manifest.ts';
import type { PlannedFile } from './plan-bundle.ts';
import { verifiedSource, type EvidenceSource } from './verified-source.ts';

export interface BundleContent {
  readonly files: readonly (PlannedFile & { readonly source: EvidenceSource })[];
  readonly manifest: string;
}

/** Copies everything below `root`, which holds the workbook already; durable when this resolves. */
export async function writeFolder(
  root: string,
  { files, manifest }: BundleContent,
  signal: AbortSignal,
  onFile: (file: PlannedFile) => void,
): Promise<void> {
  const folders = new Set<string>();
  for (const file of files) {
    onFile(file);
    const target = path.join(root, ...file.path.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    for (let folder = path.dirname(target); folder !== root; folder = path.dirname(folder)) folders.add(folder);
    await pipeline(
      verifiedSource(file.source, file.title),
      createWriteStream(target, { flags: 'wx', flush: true }), // on disk before it is closed
      { signal },
    );
  }
  await writeDurably(path.join(root, manifestName), manifest);
  for (const folder of folders) await syncFolder(folder);
  await syncFolder(root);
}
