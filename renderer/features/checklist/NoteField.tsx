import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { focusTarget } from './focus-targets.ts';

/** The scorer's note; saves itself. What is typed stays when saving fails. */
export function NoteField({ clauseId, saved }: { clauseId: ClauseId; saved: string }) {
  const { notes } = useServices();
  const isReadOnly = useReadOnly();
  const draft = useStore(notes, ({ drafts }) => drafts.get(clauseId));
  const hasFailed = useStore(notes, ({ failed }) => failed.has(clauseId));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => focusTarget('note', field), []);
  return (
    <section className="note">
      <h3>
        <label htmlFor="clause-note">说明</label> <Kbd>M</Kbd>
        {hasFailed && (
          <span className="note-failed" role="status">
            还没有保存，文字保留在这里
            <button type="button" className="button button-link" onClick={() => void notes.getState().flush()}>
              再存一次
            </button>
          </span>
        )}
      </h3>
      <textarea
        id="clause-note"
        ref={field}
        value={draft ?? saved}
        maxLength={32_767}
        rows={3}
        readOnly={isReadOnly}
        spellCheck={false}
        onChange={(event) => notes.getState().type(clauseId, event.target.value)}
        onBlur={() => void notes.getState().flush()}
      />
    </section>
  );
}
