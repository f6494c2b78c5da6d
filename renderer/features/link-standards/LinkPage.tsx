import { useState } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { useLeave } from '../../app/use-leave.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailedFace } from '../../ui/PageFace.tsx';
import { ToolScreen } from '../../ui/ToolScreen.tsx';
import { LinkWork } from './LinkWork.tsx';
import { firstOther, otherStandards } from './other-standards.ts';
import { OtherStandards } from './OtherStandards.tsx';
import { useOthers } from './use-others.ts';
import './link.css';

interface LinkPageProps {
  readonly packId: string;
  readonly otherPackId?: string | undefined;
}

/** 关联条款: which clauses of two standards ask for the same thing. */
export default function LinkPage({ packId, otherPackId }: LinkPageProps) {
  const { app } = useServices();
  const { back, leave } = useLeave();
  const rounds = useStore(app, (state) => state.rounds);
  const { value: others, error, again } = useOthers(packId);
  const [picked, setPicked] = useState(otherPackId);
  const [changed, setChanged] = useState<ReadonlyMap<string, number>>(new Map());
  const confirmed = new Map([...(others?.confirmed ?? []), ...changed]);
  const groupsFor = (words: string) =>
    others ? otherStandards(others.standards, packId, { rounds, confirmed }, words) : [];
  // What was picked stays picked; otherwise the first that a round uses, as it was when the page came up.
  const chosen = picked ?? (others && firstOther(otherStandards(others.standards, packId, { rounds, ...others }, '')));
  const titleOf = (id: string | undefined) => others?.standards.find((standard) => standard.id === id)?.title ?? '';
  return (
    <ToolScreen title="关联条款" subtitle={titleOf(packId)} back={back} onBack={leave}>
      {error ? (
        <FailedFace error={error} onRetry={again} />
      ) : (
        <div className="link-page">
          <OtherStandards groupsFor={groupsFor} chosen={chosen} onChoose={setPicked} />
          {chosen === undefined ? (
            others && (
              <EmptyState text="先在左侧选择另一个标准。两个标准里要求相同的条款确认关联后，一边的佐证、说明和问题会在另一边提供。" />
            )
          ) : (
            <LinkWork
              key={chosen}
              packId={packId}
              otherPackId={chosen}
              titles={[titleOf(packId), titleOf(chosen)]}
              onConfirmed={(count) => setChanged((before) => new Map(before).set(chosen, count))}
            />
          )}
        </div>
      )}
    </ToolScreen>
  );
}
