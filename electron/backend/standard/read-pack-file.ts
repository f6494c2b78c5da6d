import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packInvalid, standardNotFound } from '../../../shared/errors/messages.ts';
import { errnoOf } from '../files/disk-errors.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { readPack } from './read-pack.ts';

/** A pack's file as it lies on disk. */
export interface PackBytes {
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** @throws {AppError} `standard/not-found` */
export function readPackBytes(folder: string, file: string): PackBytes {
  try {
    const bytes = readFileSync(path.join(folder, file));
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') throw standardNotFound(path.basename(file, '.yaml'));
    throw cause;
  }
}

/** @throws {AppError} `standard/pack-invalid` */
export function parsePack(bytes: Buffer, file: string): Pack {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw packInvalid(file, [`${file}：不是 UTF-8 编码`]);
  }
  return readPack(text, file);
}
