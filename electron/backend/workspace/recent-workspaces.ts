import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { RecentWorkspace, WorkspaceId } from '../../../shared/contract/workspace.ts';
import { writeDurably } from '../files/durable.ts';

const schema = z.array(z.object({ id: z.string(), institution: z.string(), folder: z.string(), openedAt: z.string() }));

/** The workspaces this person opened on this PC, latest first; a convenience, so a broken list is an empty one. */
export function createRecentWorkspaces(settingsFolder: string) {
  const file = path.join(settingsFolder, 'recent-workspaces.json');

  const list = (): readonly RecentWorkspace[] => {
    try {
      return schema.parse(JSON.parse(readFileSync(file, 'utf8'))) as unknown as RecentWorkspace[];
    } catch {
      return [];
    }
  };

  return {
    list,
    folderOf: (id: WorkspaceId): string | undefined => list().find((entry) => entry.id === id)?.folder,
    async remember(entry: RecentWorkspace): Promise<void> {
      mkdirSync(settingsFolder, { recursive: true });
      const others = list().filter((known) => known.id !== entry.id && known.folder !== entry.folder);
      await writeDurably(file, JSON.stringify([entry, ...others].slice(0, 10), null, 2));
    },
  };
}
export type RecentWorkspaces = ReturnType<typeof createRecentWorkspaces>;
