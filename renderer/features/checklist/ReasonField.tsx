import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { focusOn, focusTarget } from './focus-targets.ts';

interface ReasonFieldProps {
  readonly clauseId: ClauseId;
  readonly label: string;
  readonly placeholder: string;
  /** What stands on the button that takes the reason. */
  readonly action: string;
  readonly text: string;
}

/** A result that the points do not give wants a written reason before it counts. */
export function ReasonField({ clauseId, label, placeholder, action, text }: ReasonFieldProps) {
  const { checklist } = useServices();
  const asked = useStore(checklist, (state) => state.asked);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => focusTarget('reason', field), []);
  // Only when asked for: who comes back to the clause through the list stays on the list.
  useEffect(() => {
    if (asked?.clauseId === clauseId) field.current?.focus();
  }, [asked, clauseId]);
  const give = () => {
    // As it stands in the field: what was typed last may not have come round through the store.
    if (checklist.getState().giveReason(clauseId, field.current?.value ?? '')) focusOn('list');
    else field.current?.focus();
  };
  return (
    <form
      className="reason"
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        checklist.getState().dropReason(clauseId);
        focusOn('list');
      }}
    >
      <input
        ref={field}
        value={text}
        aria-label={label}
        placeholder={placeholder}
        maxLength={2000}
        onChange={(event) => checklist.getState().typeReason(clauseId, event.target.value)}
      />
      <Button type="submit">{action}</Button>
      <Button tone="quiet" onClick={() => checklist.getState().dropReason(clauseId)}>
        取消
      </Button>
    </form>
  );
}
