import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Standard } from '../../../shared/domain/standard/standard.ts';
import { isForInputMethod } from '../../ui/key-press.ts';
import { clausesWith, stepIn, type PickedClause } from './manual-rows.ts';
import '../../ui/rows.css';

interface ClausePickerProps {
  readonly standard: Standard;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly picked: string | undefined;
  readonly onPick: (code: string) => void;
  /** Enter in the field. */
  readonly onNext: () => void;
}

const rowHeight = 28;

/** One clause of a standard, found by code or title. The keyboard stays in the field. */
export function ClausePicker({ standard, field, picked, onPick, onNext }: ClausePickerProps) {
  const [words, setWords] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const clauses = clausesWith(standard, words);
  const at = clauses.findIndex(({ code }) => code === picked);
  const virtual = useVirtualizer({
    count: clauses.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [at, virtual]);
  const drawn = virtual.getVirtualItems();
  const chosen = clausesWith(standard, '').find(({ code }) => code === picked);
  return (
    <section className="manual-side" aria-label={standard.title}>
      <h3 className="ellipsis" title={standard.title}>
        {standard.title}
      </h3>
      <input
        ref={field}
        className="link-field"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={drawn.some(({ index }) => index === at) ? `${id} ${at}` : undefined}
        aria-label={`在“${standard.title}”里查找条款`}
        placeholder="编号或标题"
        value={words}
        maxLength={100}
        spellCheck={false}
        onChange={({ target }) => {
          setWords(target.value);
          const [found] = clausesWith(standard, target.value);
          if (found && target.value.trim() !== '') onPick(found.code);
        }}
        onKeyDown={(event) => {
          if (isForInputMethod(event.nativeEvent)) return;
          const next = stepIn(clauses, picked, event.key);
          if (next !== undefined) onPick(next);
          else if (event.key !== 'Enter') return;
          else if (at >= 0) onNext(); // what cannot be seen is not meant
          event.preventDefault();
        }}
      />
      <div
        ref={list}
        id={id}
        className="manual-list"
        role="listbox"
        aria-label={`${standard.title}的条款`}
        tabIndex={-1}
      >
        {clauses.length === 0 && <p className="manual-none">没有编号或标题含“{words.trim()}”的条款。</p>}
        <div role="presentation" className="rows-canvas" style={{ height: virtual.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const clause = clauses[index];
            return (
              clause && (
                <div
                  key={clause.code}
                  id={`${id} ${index}`}
                  role="option"
                  aria-selected={index === at}
                  className="row manual-row"
                  style={{ transform: `translateY(${start}px)` }}
                  title={`${clause.code} ${clause.title}`}
                  onClick={() => onPick(clause.code)}
                >
                  <span className="code">{clause.code}</span>
                  <span className="ellipsis">{clause.title}</span>
                </div>
              )
            );
          })}
        </div>
      </div>
      <div className="manual-points" role="group" aria-label="要点" tabIndex={0}>
        {chosen ? <Chosen clause={chosen} /> : '还没有选条款。'}
      </div>
    </section>
  );
}

const Chosen = ({ clause: { code, title, points } }: { clause: PickedClause }) => (
  <>
    <b>
      {code} {title}
    </b>
    {points.length === 0 ? (
      <p>这个条款没有要点。</p>
    ) : (
      <ul>
        {points.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    )}
  </>
);
