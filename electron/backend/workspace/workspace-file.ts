import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { institutionTypes } from '../../../shared/domain/institution.ts';
import { notAWorkspace } from '../../../shared/errors/messages.ts';
import { writeDurably } from '../files/durable.ts';

/** workspace.json: tells what the folder is without opening its database. */
const schema = z.object({
  formatVersion: z.int().positive(),
  id: z.string().min(1).max(100),
  institution: z.string().min(1),
  type: z.enum(institutionTypes),
});
export type WorkspaceFile = z.infer<typeof schema>;

export const workspaceFormatVersion = 1;

export const writeWorkspaceFile = (folder: string, file: WorkspaceFile): Promise<void> =>
  writeDurably(path.join(folder, 'workspace.json'), `${JSON.stringify(file, null, 2)}\n`);

/** @throws {AppError} workspace/not-a-workspace */
export function readWorkspaceFile(folder: string): WorkspaceFile {
  try {
    return schema.parse(JSON.parse(readFileSync(path.join(folder, 'workspace.json'), 'utf8')));
  } catch {
    throw notAWorkspace(folder);
  }
}
