import type { Handlers, Input } from '../../../shared/contract/contract.ts';
import { clausesOf, type Standard } from '../../../shared/domain/standard/standard.ts';
import { linkedClausesUnknown, linkedWithItself } from '../../../shared/errors/messages.ts';
import { createOfficialTextRepo, type OfficialTextRepo } from '../official-text/official-text-repo.ts';
import type { RoomNeeds } from '../room-needs.ts';
import type { Session } from '../workspace/session.ts';
import { createLinkRepo, type LinkRepo } from './link-repo.ts';
import { createLinkedClauseRepo, type LinkedClauseRepo } from './linked-clause-repo.ts';

type LinkHandlers = Pick<Handlers, Extract<keyof Handlers, `link.${string}`>>;

interface Repos {
  readonly links: LinkRepo;
  readonly clauses: LinkedClauseRepo;
  readonly official: OfficialTextRepo;
}

/** 关联条款: clauses of two standards that ask for the same thing, as the user decided. */
export function createLinks(needs: RoomNeeds) {
  const known = new WeakMap<Session, Repos>();
  /** Statements are prepared once: clauses are asked about at every step through a round. */
  const reposOf = (session: Session): Repos => {
    const { db } = session.workspace;
    const repos = known.get(session) ?? {
      links: createLinkRepo(db),
      clauses: createLinkedClauseRepo(db, session.evidence),
      official: createOfficialTextRepo(db),
    };
    known.set(session, repos);
    return repos;
  };
  const standardsOf = async ({ packId, otherPackId }: { packId: string; otherPackId: string }) => {
    if (packId === otherPackId) throw linkedWithItself();
    const standards = await needs.standards();
    return { left: standards.get(packId).standard, right: standards.get(otherPackId).standard };
  };

  const handlers: LinkHandlers = {
    'link.suggest': ({ packId, otherPackId, jobId }) =>
      needs.jobs.run(jobId, async (job) => {
        const { left, right } = await standardsOf({ packId, otherPackId });
        const { findLinks } = await import('./find-links.ts');
        const { links, official } = reposOf(needs.current());
        return findLinks(
          { standard: left, official: official.points(packId) },
          { standard: right, official: official.points(otherPackId) },
          links.between(packId, otherPackId),
          job,
        );
      }),
    'link.set': async (input) => {
      needs.writable();
      const { left, right } = await standardsOf(input);
      refuseUnknown(input, left, right);
      const session = needs.writable();
      const { links } = reposOf(session);
      const at = needs.now().toISOString();
      session.commit(() => {
        for (const pair of input.pairs) links.set(input.packId, input.otherPackId, pair, at);
      });
    },
    'link.counts': ({ packId }) => reposOf(needs.current()).links.counts(packId),
    'link.ofClause': ({ clauseId }) => {
      const { links, clauses } = reposOf(needs.current());
      return links.ofClause(clauseId).flatMap(({ packId, code }) => clauses.get(packId, code) ?? []);
    },
  };
  return { handlers };
}

/** A decision can be forgotten also when its clause has gone. @throws {AppError} link/clause-unknown */
function refuseUnknown({ pairs }: Input<'link.set'>, left: Standard, right: Standard): void {
  const codesOf = (standard: Standard) => new Set(clausesOf(standard).map(({ code }) => code));
  const [here, there] = [codesOf(left), codesOf(right)];
  const decided = pairs.filter(({ state }) => state !== null);
  const problems = [
    ...decided.filter(({ code }) => !here.has(code)).map(({ code }) => `《${left.title}》没有条款 ${code}`),
    ...decided
      .filter(({ otherCode }) => !there.has(otherCode))
      .map(({ otherCode }) => `《${right.title}》没有条款 ${otherCode}`),
  ];
  if (problems.length > 0) throw linkedClausesUnknown([...new Set(problems)].slice(0, 20));
}
