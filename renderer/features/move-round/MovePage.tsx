import { useState } from 'react';
import { useStore } from 'zustand';
import type { RoundId } from '../../../shared/domain/id.ts';
import { useServices } from '../../app/services.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailedFace, PageFace } from '../../ui/PageFace.tsx';
import { ToolScreen } from '../../ui/ToolScreen.tsx';
import { EditionList } from './EditionList.tsx';
import { editionGroups } from './editions.ts';
import { MoveWork } from './MoveWork.tsx';
import './move.css';

interface MovePageProps {
  readonly roundId: RoundId;
  readonly packId?: string | undefined;
}

/** 转到新版: a round goes on by another edition, with what was scored so far. */
export default function MovePage({ roundId, packId }: MovePageProps) {
  const { api, app } = useServices();
  const { value: standards, error, again } = useAnswer('standards', () => api['standard.list']({}));
  const [picked, setPicked] = useState(packId);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const round = useStore(app, ({ rounds }) => rounds.find(({ id }) => id === roundId));
  const leave = () => void app.getState().openRound(roundId);
  const [current = ''] = round?.standardId.split('@') ?? [];
  const groups = editionGroups(standards ?? [], current);
  const chosen = picked ?? groups[0]?.standards[0]?.id;
  return (
    <ToolScreen
      title="转到新版标准"
      subtitle={round && `${round.title} · ${round.standardTitle}`}
      actions={<span ref={setSlot} />}
      back="评分"
      onBack={leave}
    >
      {error ? (
        <FailedFace error={error} onRetry={again} />
      ) : !standards ? (
        <PageFace role="status">
          <span className="move-waiting">正在读取标准库…</span>
        </PageFace>
      ) : chosen === undefined ? (
        <EmptyState text="标准库里没有可以转去的标准。请先在标准库里导入新版，再回到这里。" />
      ) : (
        <MoveWork
          key={`${chosen} ${round?.standardId}`}
          roundId={roundId}
          packId={chosen}
          isArchived={round?.archived ?? false}
          slot={slot}
        >
          <EditionList groups={groups} chosen={chosen} onChoose={setPicked} />
        </MoveWork>
      )}
    </ToolScreen>
  );
}
