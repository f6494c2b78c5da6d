import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Output } from '../../../shared/contract/contract.ts';
import { repoRoot, type TestBackend } from '../../support/backend.ts';

/** Built-in standards with much in common. */
export const [township, community] = ['jcx-township-2022', 'jcx-community-2022'] as const;
export const packText = (id: string) => readFileSync(path.join(repoRoot, `resources/standards/${id}.yaml`), 'utf8');

export const suggest = (backend: TestBackend, packId: string, otherPackId: string) =>
  backend.ask('link.suggest', { packId, otherPackId, jobId: crypto.randomUUID() });
export const pairOf = (found: Output<'link.suggest'>, code: string, otherCode: string) =>
  found.find(({ clause, other }) => clause.code === code && other.code === otherCode);
