import { useStore } from 'zustand';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { useServices } from '../../app/services.ts';

/** What of a clause is entered and not saved, in words; empty when there is nothing. */
export function useUnsaved(clauseId: ClauseId): string {
  const { checklist, figures, notes } = useServices();
  const hasNote = useStore(notes, ({ failed }) => failed.has(clauseId));
  const hasScore = useStore(checklist, ({ scoreDrafts }) => scoreDrafts.has(clauseId));
  const hasReason = useStore(checklist, ({ reasonDrafts }) => reasonDrafts.has(clauseId));
  const hasFigure = useStore(figures, ({ drafts }) =>
    [...drafts.values()].some((draft) => draft.clauseId === clauseId && draft.fault !== undefined),
  );
  const left = [hasScore && '得分', hasReason && '理由', hasFigure && '数据', hasNote && '说明'].filter(
    (each) => each !== false,
  );
  return left.length > 0 ? `${left.join('、')}还没有保存` : '';
}
