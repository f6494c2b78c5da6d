import { useServices } from '../../app/services.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import type { MissingEvidence } from './missing-evidence.ts';
import { Suggestions } from './Suggestions.tsx';

interface MissingRowProps {
  readonly entry: MissingEvidence;
  readonly offset: number;
  readonly index: number;
  /** Rows are as tall as what is missing. */
  readonly measure: (row: HTMLElement | null) => void;
}

export function MissingRow({ entry, offset, index, measure }: MissingRowProps) {
  const { checklist, app } = useServices();
  const isReadOnly = useReadOnly();
  const { clause, departments, suggestions } = entry;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      ref={measure}
      className="register-row missing-row"
      style={{ transform: `translateY(${offset}px)` }}
      data-testid="missing-row"
    >
      <span role="cell">
        <button
          type="button"
          className="button button-link code"
          onClick={() => {
            app.getState().show({ kind: 'round', page: 'checklist' });
            checklist.getState().showClause(clause.id);
          }}
        >
          {clause.code}
        </button>
      </span>
      <span role="cell">
        {clause.core && <span className="star">★</span>}
        {clause.title}
      </span>
      <span role="cell" className="missing-departments">
        {departments.join('、') || '—'}
      </span>
      <span role="cell">
        <Suggestions clauseId={clause.id} suggestions={suggestions} isReadOnly={isReadOnly} />
      </span>
    </div>
  );
}
