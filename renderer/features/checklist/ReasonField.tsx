import { useEffect, useRef, useState } from 'react';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { focusOn, focusTarget } from './focus-targets.ts';

interface ReasonFieldProps {
  readonly label: string;
  readonly placeholder: string;
  /** What stands on the button that takes the reason. */
  readonly action: string;
  readonly initial: string;
}

/** A result that the points do not give wants a written reason before it counts. */
export function ReasonField({ label, placeholder, action, initial }: ReasonFieldProps) {
  const { checklist } = useServices();
  const [text, setText] = useState(initial);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    return focusTarget('reason', field);
  }, []);
  return (
    <form
      className="reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        checklist.getState().giveReason(text);
        focusOn('list');
      }}
    >
      <input
        ref={field}
        value={text}
        aria-label={label}
        placeholder={placeholder}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        {action}
      </Button>
      <Button tone="quiet" onClick={() => checklist.getState().dropReason()}>
        取消
      </Button>
    </form>
  );
}
