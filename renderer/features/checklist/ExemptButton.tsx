import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { useServices } from '../../app/services.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';

/** 不适用, offered where the clause is optional. */
export function ExemptButton({ clause }: { clause: Clause }) {
  const { checklist } = useServices();
  const isReadOnly = useReadOnly();
  if (!clause.optional || isReadOnly) return null;
  return (
    <span className="exempt-button">
      <Button tone="link" onClick={() => checklist.getState().chooseGrade(clause.id, 'E')}>
        不适用
      </Button>
      <Kbd>E</Kbd>
    </span>
  );
}
