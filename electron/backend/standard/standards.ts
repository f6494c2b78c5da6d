import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import type { Grants } from '../grants.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Session } from '../workspace/session.ts';
import { createOwnStandards, type OwnStandards } from '../own-standard/own-standards.ts';
import { createStandardLibrary, type LoadedStandard, type StandardLibrary } from './standard-library.ts';
import { createOwnSearch } from './own-search.ts';
import { summarise } from './to-standard.ts';

export interface StandardsNeeds {
  readonly grants: Grants;
  readonly jobs: Jobs;
  /** The open workspace, if one is. */
  readonly opened: () => Session | undefined;
  /** The open workspace, for a command that changes it. */
  readonly writable: () => Session;
  readonly standardsFolder: string;
  readonly settingsFolder: string | undefined;
  readonly standardWorker: URL;
  readonly version: string;
  readonly now: () => Date;
}

/** Excel and the reading of foreign files are loaded when they are first asked for. */
const exchange = () => import('./bring-in.ts');

type StandardHandlers = Pick<Handlers, Extract<keyof Handlers, `standard.${string}`>>;

/** The built-in standards and the open workspace's own, as one. */
export function createStandards(needs: StandardsNeeds) {
  const { grants, jobs, standardsFolder } = needs;
  const library: StandardLibrary = createStandardLibrary(standardsFolder, needs);
  const ownSearch = createOwnSearch();
  const ownIn = ({ workspace }: Session): OwnStandards => createOwnStandards(workspace.db);
  const ownOf = (id: string): LoadedStandard | undefined => {
    const session = needs.opened();
    return session && ownIn(session).get(id);
  };
  const summaryOf = ({ pack }: LoadedStandard): StandardSummary => ({ ...summarise(pack), own: true });

  /** Own standards go before built-in ones; both cannot have the same id. @throws {AppError} standard/not-found */
  const get = (id: string): LoadedStandard => ownOf(id) ?? library.get(id);

  const isBuiltIn = (id: string): boolean => existsSync(path.join(standardsFolder, `${id}.yaml`));

  const handlers: StandardHandlers = {
    'standard.list': ({ jobId }) =>
      jobs.run(jobId ?? randomUUID(), async (job) => {
        const session = needs.opened();
        const own = session ? ownIn(session).list() : [];
        const builtIn = await library.list((label, done, total) => job.progress(label, done, total));
        const ownIds = new Set(own.map(({ pack }) => pack.id));
        return [...own.map(summaryOf), ...builtIn.summaries.filter(({ id }) => !ownIds.has(id))];
      }),
    'standard.read': ({ packId }) => {
      const own = ownOf(packId);
      return own ? { summary: summaryOf(own), standard: own.standard } : library.read(packId);
    },
    'standard.search': ({ text }) => {
      const session = needs.opened();
      if (!session) return library.search(text);
      const preference = {
        used: session.rounds.list().map(({ standardId }) => standardId.split('@', 1).join('')),
        institution: session.workspace.info.type,
      };
      return ownSearch.findBefore(session.workspace.db, text, preference, () => library.search(text, preference));
    },
    'standard.import': ({ file, jobId, id, apply }) =>
      jobs.run(jobId, (job) =>
        grants.use(file, async (source) =>
          (await exchange()).bringIn(
            source,
            { id },
            {
              workerUrl: needs.standardWorker,
              signal: job.signal,
              now: needs.now,
              isBuiltIn,
              into: apply ? needs.writable() : undefined,
            },
          ),
        ),
      ),
    'standard.export': ({ packId, output, jobId }) =>
      jobs.run(jobId, (job) =>
        grants.use(output, async (target) => {
          const { writeStandard } = await exchange();
          const bytes = await writeStandard(get(packId).pack, target, job.signal);
          return { name: path.basename(target), files: 1, bytes };
        }),
      ),
    'standard.validate': ({ file }) => grants.use(file, async (source) => (await exchange()).validatePack(source)),
  };
  return { library, get, isBuiltIn, handlers };
}
export type Standards = ReturnType<typeof createStandards>;
