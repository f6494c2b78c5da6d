import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { useServices } from '../../app/services.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { Button } from '../../ui/Button.tsx';

/** Takes a clause that does not apply back into the count. */
export function RestoreButton({ clause }: { clause: Clause }) {
  const { checklist } = useServices();
  const isReadOnly = useReadOnly();
  if (isReadOnly) return null;
  return (
    <Button tone="link" onClick={() => checklist.getState().chooseGrade(clause.id, 'E')}>
      恢复适用
    </Button>
  );
}
