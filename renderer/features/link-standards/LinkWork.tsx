import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailedFace, PageFace } from '../../ui/PageFace.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { Decisions } from './Decisions.tsx';
import { useLinks } from './use-links.ts';

interface LinkWorkProps {
  readonly packId: string;
  readonly otherPackId: string;
  readonly titles: readonly [string, string];
  /** How many pairs are confirmed now. */
  readonly onConfirmed: (count: number) => void;
}

/** The pairs of two standards, to be decided on one by one or many at once. */
export function LinkWork({ packId, otherPackId, titles, onConfirmed }: LinkWorkProps) {
  const { state, reload, cancel, decide, join } = useLinks(packId, otherPackId);
  if (!state || state.kind === 'working') {
    return (
      <PageFace role="status">
        {state?.progress && (
          <ProgressLine {...state.progress}>
            <Button tone="link" onClick={cancel}>
              取消
            </Button>
          </ProgressLine>
        )}
      </PageFace>
    );
  }
  if (state.kind === 'failed') return <FailedFace error={state.error} onRetry={reload} />;
  if (state.kind === 'cancelled') {
    return (
      <EmptyState text="比较已取消。">
        <Button onClick={reload}>重新比较</Button>
      </EmptyState>
    );
  }
  return (
    <Decisions
      packIds={[packId, otherPackId]}
      links={state.links}
      titles={titles}
      decide={decide}
      join={join}
      onConfirmed={onConfirmed}
    />
  );
}
