import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import type { ClauseId } from '../../../shared/domain/id.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import { useServices } from '../../app/services.ts';
import { FileType } from '../../ui/FileType.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { expiryOf } from './expiry.ts';
import { FaultMark } from './FaultMark.tsx';
import { faultyFileOf } from './file-faults.ts';
import { today } from './today.ts';
import { usesOf } from './uses.ts';

const EvidenceMenu = lazy(() => import('./EvidenceMenu.tsx'));

interface EvidenceRowProps {
  readonly evidence: Evidence;
  readonly clauseId: ClauseId;
  readonly all: readonly Evidence[];
}

export function EvidenceRow({ evidence, clauseId, all }: EvidenceRowProps) {
  const { preview, round, evidence: store } = useServices();
  const roundId = useStore(round, (state) => state.open?.round.id);
  const fault = useStore(store, (state) => faultyFileOf(evidence, state.faults)?.fault);
  const [menu, setMenu] = useState(false);
  const expiry = expiryOf(evidence.validUntil, today());
  const shared = evidence.usedBy.length;
  return (
    <li className="evidence-row" data-testid="evidence-row">
      <FileType extension={evidence.files[0]?.extension ?? ''} />
      <small className="ellipsis" title={evidence.number}>
        {evidence.number}
      </small>
      <button
        type="button"
        className="evidence-title ellipsis"
        title={evidence.title}
        aria-label={`预览 ${evidence.title}`}
        data-preview={evidence.id}
        onClick={() => preview.getState().open(all, evidence)}
      >
        {evidence.title}
        {evidence.files.length > 1 && <small> {evidence.files.length} 个文件</small>}
      </button>
      <small>{evidence.documentDate}</small>
      <small className="evidence-state">
        {fault && <FaultMark fault={fault} />}
        {expiry.kind !== 'none' && <span className={`expiry-${expiry.kind}`}>{expiry.text}</span>}
        {shared > 1 && (expiry.kind === 'none' || expiry.kind === 'valid') && (
          <span title={usesOf(evidence, roundId)}>共用于 {shared} 条</span>
        )}
      </small>
      <span className="evidence-more">
        <button
          type="button"
          className="button button-quiet"
          aria-label={`${evidence.title} 的操作`}
          aria-haspopup="menu"
          aria-expanded={menu}
          onClick={() => setMenu(true)}
        >
          <Icon name="more" />
        </button>
        {menu && (
          <Suspense>
            <EvidenceMenu clauseId={clauseId} evidence={evidence} all={all} onClose={() => setMenu(false)} />
          </Suspense>
        )}
      </span>
    </li>
  );
}
