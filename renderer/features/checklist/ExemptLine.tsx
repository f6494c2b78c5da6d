import { useServices } from '../../app/services.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { Button } from '../../ui/Button.tsx';

/** A clause that was taken out of the count as a whole, and the way back. */
export function ExemptLine({ clause }: { clause: Clause }) {
  const { checklist } = useServices();
  const isReadOnly = useReadOnly();
  return (
    <div className="grade-line">
      <span className="chip chip-grey">不适用</span>
      <p className="grade-why">整条不适用，不进分母，填过的内容都保留</p>
      {!isReadOnly && (
        <Button tone="link" onClick={() => checklist.getState().chooseGrade(clause.id, 'E')}>
          恢复适用
        </Button>
      )}
    </div>
  );
}
