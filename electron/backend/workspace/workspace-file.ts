import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { institutionTypes } from '../../../shared/domain/institution.ts';
import { errnoOf } from '../files/disk-errors.ts';

const identitySchema = z.object({
  id: z.string().min(1).max(100),
  institution: z.string().min(1),
  type: z.enum(institutionTypes),
});
/** Whose workspace it is; stands in workspace.json and in the database. */
export type Identity = z.infer<typeof identitySchema>;

const versionSchema = z.object({ formatVersion: z.int().positive() });

export const workspaceFormatVersion = 1;

/** What workspace.json says of a folder without its database being opened. */
export interface WorkspaceFile {
  readonly fault: 'missing' | 'damaged' | undefined;
  readonly formatVersion: number;
  /** Of a newer version it may be written in another way. */
  readonly identity: Identity | undefined;
}

const fileName = 'workspace.json';

export function readWorkspaceFile(folder: string): WorkspaceFile {
  const unknown = { formatVersion: workspaceFormatVersion, identity: undefined };
  try {
    const said: unknown = JSON.parse(readFileSync(path.join(folder, fileName), 'utf8'));
    const { formatVersion } = versionSchema.parse(said);
    const identity = parseIdentity(said);
    const isSound = identity !== undefined || formatVersion > workspaceFormatVersion;
    return { fault: isSound ? undefined : 'damaged', formatVersion, identity };
  } catch (cause) {
    return { fault: errnoOf(cause) === 'ENOENT' ? 'missing' : 'damaged', ...unknown };
  }
}

export const parseIdentity = (said: unknown): Identity | undefined => identitySchema.safeParse(said).data;

/** Writes workspace.json so that a crash leaves the old one or the new one, never half of it. */
export function writeWorkspaceFile(folder: string, { id, institution, type }: Identity): void {
  const file = path.join(folder, fileName);
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const said = { formatVersion: workspaceFormatVersion, id, institution, type };
    writeFileSync(temporary, `${JSON.stringify(said, null, 2)}\n`, { flag: 'wx', flush: true });
    renameSync(temporary, file);
    if (process.platform !== 'win32') syncFolder(folder);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
