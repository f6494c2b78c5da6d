import { useEffect, useRef, useState } from 'react';
import type { Grade } from '../../../shared/domain/grade/grade.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { focusOn, focusTarget } from './focus-targets.ts';

/** A grade above the suggestion wants a written reason before it counts. */
export function ReasonField({ grade, initial }: { grade: Grade; initial: string }) {
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
        aria-label={`评 ${grade} 的理由`}
        placeholder={`${grade} 高于建议，写明理由后按 Enter`}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        评为 {grade}
      </Button>
      <Button tone="quiet" onClick={() => checklist.getState().dropReason()}>
        取消
      </Button>
    </form>
  );
}
