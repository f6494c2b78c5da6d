import { useStore } from 'zustand';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import { useServices } from '../../app/services.ts';
import { FileType } from '../../ui/FileType.tsx';
import type { RegisteredEvidence } from './evidence-register.ts';
import { expiryOf } from './expiry.ts';
import { FaultMark } from './FaultMark.tsx';
import { faultyFileOf } from './file-faults.ts';
import { today } from './today.ts';

interface RegisterRowProps {
  readonly entry: RegisteredEvidence;
  readonly all: readonly Evidence[];
  readonly offset: number;
  readonly row: number;
}

const shownClauses = 3;

export function RegisterRow({ entry, all, offset, row }: RegisterRowProps) {
  const { preview, checklist, app, evidence: store } = useServices();
  const { evidence, clauses } = entry;
  const fault = useStore(store, (state) => faultyFileOf(evidence, state.faults)?.fault);
  const expiry = expiryOf(evidence.validUntil, today());
  const files = evidence.files.length;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className="register-row"
      style={{ transform: `translateY(${offset}px)` }}
      data-testid="register-row"
    >
      <span role="cell">
        <FileType extension={evidence.files[0]?.extension ?? ''} />
      </span>
      <span role="cell" className="ellipsis code" title={evidence.number}>
        {evidence.number}
      </span>
      <span role="cell" className="ellipsis">
        {/* before a title that may be cut */}
        {fault && <FaultMark fault={fault} />}{' '}
        <button
          type="button"
          className="evidence-title"
          title={evidence.title}
          data-preview={evidence.id}
          onClick={() => preview.getState().open(all, evidence)}
        >
          {evidence.title}
          {files > 1 && <small> {files} 个文件</small>}
        </button>
      </span>
      <span role="cell" className="ellipsis register-clauses">
        {clauses.slice(0, shownClauses).map((clause) => (
          <button
            key={clause.id}
            type="button"
            className="button button-link"
            title={clause.title}
            onClick={() => {
              app.getState().show({ kind: 'round', page: 'checklist' });
              checklist.getState().showClause(clause.id);
            }}
          >
            {clause.code}
          </button>
        ))}
        {clauses.length > shownClauses && <small>等 {clauses.length} 条</small>}
      </span>
      <span role="cell">{evidence.documentDate || '—'}</span>
      <span role="cell" className={`expiry-${expiry.kind}`}>
        {expiry.kind === 'none' ? '—' : expiry.text}
      </span>
    </div>
  );
}
