import type { StoreApi } from 'zustand/vanilla';
import type { Grade } from '../../../shared/domain/grade/grade.ts';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { CallError } from '../../app/call-error.ts';
import { factsOf } from '../../app/clause-facts.ts';
import type { RoundStore } from '../../app/round-store.ts';
import { readScore, scoreRefusal } from './score-entry.ts';

/** A result that the points do not give. */
export type OwnResult = { readonly grade: Grade } | { readonly score: string };

/** A grade or a score that waits for its written reason, and the reason as far as it is typed. */
export type ReasonDraft = OwnResult & { readonly text: string };

/** A score as typed, while it is not yet taken. */
export interface ScoreDraft {
  readonly text: string;
  /** Why it is not taken. */
  readonly fault: string | undefined;
}

/** Half-entered results, each with its clause until it is taken or given up. */
export interface ResultDrafts {
  readonly scoreDrafts: ReadonlyMap<ClauseId, ScoreDraft>;
  readonly reasonDrafts: ReadonlyMap<ClauseId, ReasonDraft>;
  /** The clause whose reason was asked for last; another object each time, so that its field takes the focus again. */
  readonly asked: { readonly clauseId: ClauseId } | undefined;
  /** Asks for the reason of a result, or goes on with the one that is being written. */
  askReason(clauseId: ClauseId, result: OwnResult): void;
  typeReason(clauseId: ClauseId, text: string): void;
  /** False when there is nothing written. */
  giveReason(clauseId: ClauseId, reason: string): boolean;
  dropReason(clauseId: ClauseId): void;
  /** Lets go of a reason that was asked for and not begun; answers whether there was one. */
  releaseReason(clauseId: ClauseId): boolean;
  typeScore(clauseId: ClauseId, text: string): void;
  /** What became of the typed score. */
  submitScore(clauseId: ClauseId): 'taken' | 'refused' | 'reason';
  dropScore(clauseId: ClauseId): void;
  /** Back to what the points give. */
  restoreScore(clauseId: ClauseId): void;
  /** Saves the scores that can be saved. */
  flushResults(): Promise<void>;
  /** Saves, and refuses to go on when something could not be saved. */
  settleResults(): Promise<void>;
}

const refused = (message: string) => new CallError({ code: 'assessment/result-unsaved', message, details: [] });

export function createResultDrafts(
  set: StoreApi<ResultDrafts>['setState'],
  get: () => ResultDrafts,
  round: RoundStore,
): ResultDrafts {
  const sent = new Set<Promise<void>>();
  const stateOf = (clauseId: ClauseId) => round.getState().states.get(clauseId);
  const codeOf = (clauseId: ClauseId) => round.getState().open?.clauseById.get(clauseId)?.code ?? '';
  const putScore = (clauseId: ClauseId, draft: ScoreDraft | undefined) =>
    set(({ scoreDrafts }) => ({ scoreDrafts: changed(scoreDrafts, clauseId, draft) }));
  const putReason = (clauseId: ClauseId, draft: ReasonDraft | undefined) =>
    set(({ reasonDrafts }) => ({ reasonDrafts: changed(reasonDrafts, clauseId, draft) }));

  /** What was typed goes away at once and comes back when it could not be saved, unless there is something newer. */
  const send = (clauseId: ClauseId, command: () => Promise<boolean>) => {
    const [score, reason] = [get().scoreDrafts.get(clauseId), get().reasonDrafts.get(clauseId)];
    putScore(clauseId, undefined);
    putReason(clauseId, undefined);
    const answer = command().then((isSaved) => {
      if (isSaved) return;
      if (score && !get().scoreDrafts.has(clauseId)) putScore(clauseId, score);
      if (reason && !get().reasonDrafts.has(clauseId)) putReason(clauseId, reason);
    });
    const done = answer.finally(() => sent.delete(done));
    sent.add(done);
  };

  /** Takes the typed score if nothing is missing. */
  const takeScore = (clauseId: ClauseId): 'taken' | 'refused' | { readonly wantsReason: string } => {
    const clause = round.getState().open?.clauseById.get(clauseId);
    const [state, draft] = [stateOf(clauseId), get().scoreDrafts.get(clauseId)];
    if (!clause || !state || !draft) return 'taken';
    const { result } = factsOf(clause, state);
    if (result.method !== 'points') return 'taken';
    const score = readScore(draft.text);
    if (score !== '' && score === state.ownScore) {
      get().dropScore(clauseId);
      return 'taken';
    }
    const refusal = score === '' ? undefined : scoreRefusal(result, score);
    if (refusal === 'reason-missing') return { wantsReason: score };
    if (refusal) {
      putScore(clauseId, { text: draft.text, fault: refusal });
      return 'refused';
    }
    get().restoreScore(clauseId); // emptied, or the same as the points give
    return 'taken';
  };

  return {
    scoreDrafts: new Map(),
    reasonDrafts: new Map(),
    asked: undefined,
    askReason: (clauseId, result) => {
      const text = get().reasonDrafts.get(clauseId)?.text ?? stateOf(clauseId)?.reason ?? '';
      putReason(clauseId, { ...result, text });
      set({ asked: { clauseId } });
    },
    typeReason: (clauseId, text) => {
      const draft = get().reasonDrafts.get(clauseId);
      if (draft) putReason(clauseId, { ...draft, text });
    },
    giveReason: (clauseId, given) => {
      get().typeReason(clauseId, given);
      const draft = get().reasonDrafts.get(clauseId);
      const reason = given.trim();
      if (!draft || reason === '') return false;
      send(clauseId, () =>
        'grade' in draft
          ? round.getState().grade(clauseId, draft.grade, reason)
          : round.getState().score(clauseId, draft.score, reason),
      );
      return true;
    },
    dropReason: (clauseId) => {
      const draft = get().reasonDrafts.get(clauseId);
      if (draft && 'score' in draft) putScore(clauseId, undefined);
      putReason(clauseId, undefined);
    },
    releaseReason: (clauseId) => {
      const draft = get().reasonDrafts.get(clauseId);
      if (!draft || isBegun(draft, stateOf(clauseId)?.reason ?? '')) return false;
      putReason(clauseId, undefined);
      return true;
    },
    typeScore: (clauseId, text) => putScore(clauseId, { text, fault: undefined }),
    submitScore: (clauseId) => {
      const outcome = takeScore(clauseId);
      if (typeof outcome === 'string') return outcome;
      const score = outcome.wantsReason;
      get().typeScore(clauseId, score);
      get().askReason(clauseId, { score });
      return 'reason';
    },
    dropScore: (clauseId) => {
      putScore(clauseId, undefined);
      const draft = get().reasonDrafts.get(clauseId);
      if (draft && 'score' in draft) putReason(clauseId, undefined);
    },
    restoreScore: (clauseId) => {
      if (stateOf(clauseId)?.ownScore === undefined) return get().dropScore(clauseId);
      send(clauseId, () => round.getState().score(clauseId, undefined, ''));
    },
    flushResults: async () => {
      for (const clauseId of get().scoreDrafts.keys()) takeScore(clauseId);
      await Promise.all(sent);
    },
    settleResults: async () => {
      await get().flushResults();
      const [score] = get().scoreDrafts;
      if (score) {
        const [clauseId, { fault = '与要点给出的得分不同，要写明理由。' }] = score;
        throw refused(
          `条款 ${codeOf(clauseId)} 的得分还没有保存：${fault}请到那一条里按 Enter 保存，或在得分格里按 Esc 放弃。`,
        );
      }
      for (const clauseId of get().reasonDrafts.keys()) get().releaseReason(clauseId);
      const [reason] = get().reasonDrafts.keys();
      if (reason !== undefined) {
        throw refused(`条款 ${codeOf(reason)} 的理由还没有保存。请到那一条里写完后按 Enter，或按“取消”放弃。`);
      }
    },
  };
}

/** Whether a reason holds words that are nowhere else. */
const isBegun = ({ text }: ReasonDraft, saved: string): boolean => text.trim() !== '' && text !== saved;

function changed<Draft>(
  drafts: ReadonlyMap<ClauseId, Draft>,
  clauseId: ClauseId,
  draft: Draft | undefined,
): ReadonlyMap<ClauseId, Draft> {
  const next = new Map(drafts);
  if (draft === undefined) next.delete(clauseId);
  else next.set(clauseId, draft);
  return next;
}
