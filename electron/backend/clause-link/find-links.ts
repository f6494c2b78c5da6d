import { setImmediate } from 'node:timers/promises';
import type { LinkEnd, LinkSuggestion } from '../../../shared/contract/clause-link.ts';
import { wordingsOf, type ClauseWording, type WordedPoint } from '../../../shared/domain/edition/clause-wording.ts';
import { suggestingLinks } from '../../../shared/domain/link/suggest-links.ts';
import { clausesOf, type Standard } from '../../../shared/domain/standard/standard.ts';
import { cancelled } from '../../../shared/errors/messages.ts';
import type { Job } from '../jobs/jobs.ts';
import type { Decided } from './link-repo.ts';

/** So many clauses are looked at before others get their turn. */
const stride = 32;

/** A standard, and the official points laid over its clauses: where there are some, those are compared. */
export interface Compared {
  readonly standard: Standard;
  readonly official: ReadonlyMap<string, readonly WordedPoint[]>;
}

/**
 * What looks alike in two standards, with what was decided on it. A decision about clauses that both standards still
 * have is listed however unlike they are; one about a clause that has gone waits until it is back.
 */
export async function findLinks(
  standard: Compared,
  other: Compared,
  decided: readonly Decided[],
  job: Job,
): Promise<readonly LinkSuggestion[]> {
  const wordings = { left: officialWordingsOf(standard), right: officialWordingsOf(other) };
  const [left, right] = [endsOf(standard, wordings.left), endsOf(other, wordings.right)];
  const places = { left: placesOf(left), right: placesOf(right) };
  const states = new Map<string, Decided['state']>();
  const always = decided.flatMap(({ code, otherCode, state }) => {
    const [from, to] = [places.left.get(code), places.right.get(otherCode)];
    if (from === undefined || to === undefined) return [];
    states.set(`${from} ${to}`, state);
    return [{ left: from, right: to }];
  });
  const work = suggestingLinks(wordings.left, wordings.right, always);
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value.flatMap(({ left: from, right: to, similarity }) => {
        const [clause, partner] = [left[from], right[to]];
        const state = states.get(`${from} ${to}`) ?? 'suggested';
        return clause && partner ? [{ clause, other: partner, similarity, state }] : [];
      });
    }
    if (step.value % stride === 0) {
      job.progress('正在比较两个标准的条款', step.value, left.length);
      await setImmediate();
      if (job.signal.aborted) throw cancelled();
    }
  }
}

const officialWordingsOf = ({ standard, official }: Compared): readonly ClauseWording[] =>
  wordingsOf(standard).map((wording) => ({ ...wording, points: official.get(wording.code) ?? wording.points }));

const endsOf = ({ standard }: Compared, wordings: readonly ClauseWording[]): readonly LinkEnd[] =>
  clausesOf(standard).map(({ code, title, method }, at) => ({
    code,
    title,
    method,
    points: (wordings[at]?.points ?? []).map(({ text }) => text),
  }));

const placesOf = (ends: readonly LinkEnd[]): ReadonlyMap<string, number> =>
  new Map(ends.map(({ code }, at) => [code, at]));
