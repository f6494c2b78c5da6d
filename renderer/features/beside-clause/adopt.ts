import type { LinkedClause, LinkedRound } from '../../../shared/contract/clause-link.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import type { ClauseId, EvidenceId } from '../../../shared/domain/id.ts';
import type { Services } from '../../app/services.ts';

/** What the clause does not use yet, each once. */
export function notYetUsed(offered: readonly Evidence[], used: readonly Evidence[]): readonly Evidence[] {
  const known = new Set<EvidenceId>(used.map(({ id }) => id));
  return offered.filter(({ id }) => {
    const isNew = !known.has(id);
    known.add(id);
    return isNew;
  });
}

/** What there is to take over, in a word: it is read while all of it is folded. */
export function offerWords(linked: readonly LinkedClause[], used: readonly Evidence[]): string {
  if (linked.length === 0) return '本条没有';
  const rounds = linked.flatMap((each) => each.rounds);
  const fresh = notYetUsed(
    rounds.flatMap(({ evidence }) => evidence),
    used,
  ).length;
  if (fresh > 0) return `可用佐证 ${fresh} 份`;
  if (rounds.some(({ evidence }) => evidence.length > 0)) return '佐证都已用于本条';
  return rounds.some(({ note }) => note.trim() !== '') ? '有说明可引用' : '还没有佐证';
}

/** A note as it is quoted: where it comes from stands before it. */
export const quotationOf = (
  { roundTitle, note }: Pick<LinkedRound, 'roundTitle' | 'note'>,
  { standardTitle, code }: Pick<LinkedClause, 'standardTitle' | 'code'>,
): string => `【${standardTitle} ${code}，${roundTitle}】${note.trim()}`;

/** Most that a note holds: an Excel cell. */
const longest = 32_767;

/** The note with a quotation under it; undefined when it is there already or does not fit. */
export function withQuotation(note: string, quotation: string): string | undefined {
  if (note.includes(quotation)) return undefined;
  const joined = note.trim() === '' ? quotation : `${note.trimEnd()}\n${quotation}`;
  return joined.length > longest ? undefined : joined;
}

/** Takes several at once; one action in the notice takes all of them back. */
export async function adoptAll(
  { evidence, round, app }: Pick<Services, 'evidence' | 'round' | 'app'>,
  clauseId: ClauseId,
  wanted: readonly Evidence[],
): Promise<void> {
  const roundId = round.getState().open?.round.id;
  let taken = 0;
  for (const { id } of wanted) {
    if (!(await evidence.getState().reuse(clauseId, id))) break; // its failure has been told
    taken++;
  }
  if (taken < 2) return;
  const step = round.getState().history.undo;
  const undo = async () => {
    const { open, history } = round.getState();
    if (open?.round.id !== roundId || history.undo !== step) {
      return app.getState().notify('采用之后又有别的改动，请按 Ctrl+Z 逐步撤销。');
    }
    for (let left = taken; left > 0; left--) await round.getState().undo();
  };
  app.getState().notify(`已采用 ${taken} 份佐证`, { action: { label: '撤销', run: () => void undo() } });
}
