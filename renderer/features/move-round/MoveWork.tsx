import { useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { RoundComparison } from '../../../shared/contract/edition.ts';
import type { RoundId } from '../../../shared/domain/id.ts';
import { editionText } from '../../../shared/text/edition.ts';
import { useServices } from '../../app/services.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { FailedFace, PageFace } from '../../ui/PageFace.tsx';
import { ComparedClauses } from './ComparedClauses.tsx';
import { MoveSummary } from './MoveSummary.tsx';
import { rowsOf } from './move-rows.ts';
import { useComparison } from './use-comparison.ts';

interface MoveWorkProps {
  readonly roundId: RoundId;
  readonly packId: string;
  readonly isArchived: boolean;
  /** Where the button that moves the round stands. */
  readonly slot: HTMLElement | null;
  /** The choice of editions. */
  readonly children: ReactNode;
}

/** What a move to one edition would do, and the move itself. */
export function MoveWork({ roundId, packId, isArchived, slot, children }: MoveWorkProps) {
  const { value: found, error, again } = useComparison(roundId, packId);
  const [chosenTarget, setTarget] = useState<string>();
  const [leave, setLeave] = useState<ReadonlySet<string>>(new Set());
  const targetId = chosenTarget ?? found?.targetId ?? '';
  const { move, isMoving } = useMove(roundId, packId);
  const isReadOnly = useReadOnly();
  const canMove = found !== undefined && !found.isSame && !isArchived && !isReadOnly && !isMoving;
  const start = () => {
    if (canMove) void move(found, targetId, leave);
  };
  const toggle = (code: string) =>
    setLeave((before) => {
      const after = new Set(before);
      if (!after.delete(code)) after.add(code);
      return after;
    });
  const rows = found ? rowsOf(found) : [];
  return (
    <div className="move-page">
      <aside className="move-side">
        {children}
        {found && <MoveSummary found={found} rows={rows} leave={leave} targetId={targetId} onTarget={setTarget} />}
      </aside>
      {slot &&
        createPortal(
          <Button tone="primary" disabled={!canMove} onClick={start}>
            转到新版 <Kbd>Ctrl Enter</Kbd>
          </Button>,
          slot,
        )}
      {error ? (
        <FailedFace error={error} onRetry={again} />
      ) : !found ? (
        <PageFace role="status">
          <span className="move-waiting">正在逐条对照…</span>
        </PageFace>
      ) : isArchived ? (
        <EmptyState text="本轮已归档，不能再转到别的标准。" />
      ) : found.isSame ? (
        <EmptyState text="本轮用的就是这个标准的最新版。左侧可以选别的标准；有新版时，先在标准库里导入或编辑发布。" />
      ) : (
        <ComparedClauses found={found} rows={rows} leave={leave} onToggle={toggle} onMove={start} />
      )}
    </div>
  );
}

function useMove(roundId: RoundId, packId: string) {
  const { api, app, round } = useServices();
  const [isMoving, setMoving] = useState(false);
  const move = async ({ to }: RoundComparison, targetId: string, leave: ReadonlySet<string>) => {
    setMoving(true);
    try {
      const view = await api['edition.move']({ roundId, packId, targetId, leave: [...leave] });
      await app.getState().openRound(roundId, view);
      const step = view.history.undo;
      app
        .getState()
        .notify(
          `已转到“${to.title}”${editionText(to.edition)}${to.revision === undefined ? '' : `修订 ${to.revision}`}，可撤销。`,
          {
            action: {
              label: '撤销',
              run: () => {
                const now = round.getState();
                if (now.open?.round.id === roundId && now.history.undo === step) void now.undo();
                else app.getState().notify('后来又做了别的操作。请按 Ctrl+Z 一步一步撤销。');
              },
            },
          },
        );
    } catch (cause) {
      app.getState().fail(cause);
      setMoving(false);
    }
  };
  return { move, isMoving };
}
