import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import type { Standard } from '../../../shared/domain/standard/standard.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { packInvalid, standardNotFound } from '../../../shared/errors/messages.ts';
import { errnoOf } from '../files/disk-errors.ts';
import type { Pack } from './pack-schema.ts';
import { readPack } from './read-pack.ts';
import { summarise, toStandard } from './to-standard.ts';

export interface LoadedStandard {
  readonly pack: Pack;
  readonly standard: Standard;
  /** Of the file's bytes. */
  readonly sha256: string;
}

export interface StandardList {
  readonly summaries: readonly StandardSummary[];
  /** What is wrong with packs that could not be read; the others are listed all the same. */
  readonly problems: readonly string[];
}

export type StandardLibrary = ReturnType<typeof createStandardLibrary>;

/** The packs in a folder. Nothing is read before it is asked for, and a file is read once. */
export function createStandardLibrary(folder: string) {
  const loaded = new Map<string, LoadedStandard>();
  let listing: Promise<StandardList> | undefined;

  async function readAll(): Promise<StandardList> {
    const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    const summaries: StandardSummary[] = [];
    const problems: string[] = [];
    for (const file of files.toSorted()) {
      try {
        const id = path.basename(file, '.yaml');
        summaries.push(summarise(loaded.get(id)?.pack ?? readFile(folder, file).pack));
      } catch (cause) {
        if (!(cause instanceof AppError)) throw cause;
        problems.push(...(cause.details.length > 0 ? cause.details : [cause.message]));
      }
      // Large packs take a moment each; calls that came in meanwhile go first.
      await setImmediate();
    }
    return { summaries, problems };
  }

  return {
    /** All packs, in the order of their ids. */
    list(): Promise<StandardList> {
      listing ??= readAll().catch((cause: unknown) => {
        listing = undefined;
        throw cause;
      });
      return listing;
    },

    /**
     * One pack, whole.
     *
     * @throws {AppError} `standard/not-found`, or `standard/pack-invalid` when its file is broken.
     */
    get(packId: string): LoadedStandard {
      const known = loaded.get(packId);
      if (known) return known;
      if (!/^[a-z0-9-]{1,60}$/u.test(packId)) throw standardNotFound(packId);
      const { pack, sha256 } = readFile(folder, `${packId}.yaml`);
      const entry = { pack, standard: toStandard(pack, sha256), sha256 };
      loaded.set(packId, entry);
      return entry;
    },
  };
}

function readFile(folder: string, file: string): { readonly pack: Pack; readonly sha256: string } {
  const bytes = readBytes(path.join(folder, file));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw packInvalid(file, [`${file}：不是 UTF-8 编码`]);
  }
  return { pack: readPack(text, file), sha256: createHash('sha256').update(bytes).digest('hex') };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') throw standardNotFound(path.basename(file, '.yaml'));
    throw cause;
  }
}
