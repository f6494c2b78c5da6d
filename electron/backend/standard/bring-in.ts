import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Input, Output } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { adopt } from '../standard-draft/adopt.ts';
import { importStandard } from '../standard-import/import-standard.ts';
import { readSource } from '../standard-import/read-source.ts';
import { toTemplateXlsx } from '../standard-export/to-template-xlsx.ts';
import { toYaml } from '../standard-export/to-yaml.ts';
import { writeOutput } from '../workbook/output-file.ts';
import type { Session } from '../workspace/session.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';

export interface ImportPlace {
  readonly workerUrl: URL;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly isBuiltIn: (id: string) => boolean;
  /** The workspace it is added to when it is to be. */
  readonly into: Session | undefined;
}

/**
 * Reads a standard out of a file and, when asked, adds it to the workspace's own standards. Nothing is written while
 * something in it is wrong.
 *
 * @throws {AppError} file/*, standard/has-errors, standard/id-built-in, standard/under-edit
 */
export async function bringIn(
  file: string,
  { id }: Pick<Input<'standard.import'>, 'id'>,
  place: ImportPlace,
): Promise<Output<'standard.import'>> {
  const understood = await importStandard({
    file,
    corrections: id === undefined ? {} : { meta: { id } },
    signal: place.signal,
    workerUrl: place.workerUrl,
  });
  const problems = understood.problems.map(({ severity, where, message }) => ({ severity, where, message }));
  if (!place.into) return { standard: understood.pack, problems, revision: undefined };
  const adoption = { source: path.basename(file), session: place.into, isBuiltIn: place.isBuiltIn, at: place.now() };
  return { standard: understood.pack, problems, revision: adopt(understood, id, adoption).revision };
}

/** What is wrong with a pack file; nothing when it can be used. @throws {AppError} file/* */
export async function validatePack(file: string): Promise<readonly string[]> {
  try {
    await readSource(file);
    return [];
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'standard/pack-invalid') return cause.details;
    throw cause;
  }
}

/** Writes a standard as our Excel template or as YAML, by the output's name. @throws {AppError} export/* */
export async function writeStandard(pack: Pack, output: string, signal: AbortSignal): Promise<number> {
  const bytes = output.toLowerCase().endsWith('.xlsx') ? await toTemplateXlsx(pack) : Buffer.from(toYaml(pack));
  await writeOutput(output, signal, (temporary) => writeFile(temporary, bytes, { flush: true }));
  return bytes.length;
}
