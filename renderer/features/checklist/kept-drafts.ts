import type { StoreApi } from 'zustand/vanilla';
import { grades } from '../../../shared/domain/grade/grade.ts';
import type { ClauseId } from '../../../shared/domain/id.ts';
import type { RoundStore } from '../../app/round-store.ts';
import type { NoteState } from './note-store.ts';
import { draftKey, type FigureDraft, type FigureState } from './figure-store.ts';
import type { ReasonDraft, ResultDrafts, ScoreDraft } from './result-drafts.ts';

interface Kept {
  readonly scores: readonly (readonly [ClauseId, ScoreDraft])[];
  readonly reasons: readonly (readonly [ClauseId, ReasonDraft])[];
  readonly figures: readonly FigureDraft[];
  readonly notes: readonly (readonly [ClauseId, string])[];
}

interface KeepDeps {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly round: RoundStore;
  readonly results: StoreApi<ResultDrafts>;
  readonly figures: StoreApi<FigureState>;
  readonly notes: StoreApi<NoteState>;
}

/**
 * Holds half-entered scores, reasons, figures and notes of the open round beside the database: a window that closes cannot ask,
 * and what is not valid cannot be saved. The answer brings back what an earlier window left, once the round is loaded,
 * and says of which clauses.
 */
export function keepDrafts({ storage, round, results, figures, notes }: KeepDeps): () => readonly string[] {
  const key = () => {
    const roundId = round.getState().open?.round.id;
    return roundId === undefined ? undefined : `drafts/${roundId}`;
  };
  let isBringing = false;
  const keep = () => {
    const place = key();
    if (place === undefined || isBringing) return;
    const kept: Kept = {
      scores: [...results.getState().scoreDrafts],
      reasons: [...results.getState().reasonDrafts],
      figures: [...figures.getState().drafts.values()],
      notes: [...notes.getState().drafts],
    };
    if (Object.values(kept).every(({ length }) => length === 0)) storage.removeItem(place);
    else storage.setItem(place, JSON.stringify(kept));
  };
  results.subscribe((now, before) => {
    if (now.scoreDrafts !== before.scoreDrafts || now.reasonDrafts !== before.reasonDrafts) keep();
  });
  figures.subscribe((now, before) => {
    if (now.drafts !== before.drafts) keep();
  });
  notes.subscribe((now, before) => {
    if (now.drafts !== before.drafts) keep();
  });

  return () => {
    const { open } = round.getState();
    const place = key();
    const text = place === undefined ? null : storage.getItem(place);
    if (!open || open.round.archived || text === null) return [];
    const kept = readKept(text, (clauseId) => open.clauseById.has(clauseId));
    isBringing = true;
    results.setState({ scoreDrafts: new Map(kept.scores), reasonDrafts: new Map(kept.reasons) });
    figures.setState(({ added }) => ({
      drafts: new Map(kept.figures.map((draft) => [draftKey(draft.clauseId, draft.period), draft])),
      added: kept.figures.reduce(
        (all, { clauseId, period }) => new Map(all).set(clauseId, [...(all.get(clauseId) ?? []), period]),
        added,
      ),
    }));
    // Saved with the next step, and so not among those that are named.
    notes.setState({ drafts: new Map(kept.notes), failed: new Set(kept.notes.map(([clauseId]) => clauseId)) });
    isBringing = false;
    keep();
    const clauses = [...kept.scores, ...kept.reasons].map(([clauseId]) => clauseId);
    const all = new Set([...clauses, ...kept.figures.map(({ clauseId }) => clauseId)]);
    return open.clauses.filter(({ id }) => all.has(id)).map(({ code }) => code);
  };
}

/** What was stored by another version, or is of clauses that are no more, is let go. */
function readKept(text: string, isClause: (id: ClauseId) => boolean): Kept {
  const stored = asObject(parsed(text));
  const ofClause = (id: unknown): id is ClauseId => typeof id === 'string' && isClause(id as ClauseId);
  const scores = asList(stored['scores']).flatMap((entry): Kept['scores'] => {
    const [clauseId, draft] = asList(entry);
    const { text: typed, fault } = asObject(draft);
    return ofClause(clauseId) && typeof typed === 'string' ? [[clauseId, { text: typed, fault: asText(fault) }]] : [];
  });
  const reasons = asList(stored['reasons']).flatMap((entry): Kept['reasons'] => {
    const [clauseId, draft] = asList(entry);
    const { text: typed, grade, score } = asObject(draft);
    if (!ofClause(clauseId) || typeof typed !== 'string') return [];
    const known = grades.find((each) => each === grade);
    if (known) return [[clauseId, { grade: known, text: typed }]];
    return typeof score === 'string' ? [[clauseId, { score, text: typed }]] : [];
  });
  const figures = asList(stored['figures']).flatMap((entry): Kept['figures'] => {
    const { clauseId, period, numerator, denominator, fault, faultIn } = asObject(entry);
    if (!ofClause(clauseId) || typeof period !== 'string') return [];
    return [
      {
        clauseId,
        period,
        numerator: asText(numerator),
        denominator: asText(denominator),
        fault: asText(fault),
        faultIn: faultIn === 'numerator' || faultIn === 'denominator' ? faultIn : undefined,
      },
    ];
  });
  const notes = asList(stored['notes']).flatMap((entry): Kept['notes'] => {
    const [clauseId, typed] = asList(entry);
    return ofClause(clauseId) && typeof typed === 'string' ? [[clauseId, typed]] : [];
  });
  return { scores, reasons, figures, notes };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
