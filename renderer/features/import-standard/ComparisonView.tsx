import { useState } from 'react';
import type { DraftChanges } from '../../../shared/contract/edition.ts';
import { changeKinds, changeLabels, changeRows, countChanges, emptyText, type ChangeKind } from './change-rows.ts';
import { RowCell, RowTable } from './RowTable.tsx';

/** What a new edition changes, clause by clause. */
export function ComparisonView({ changes, before }: { changes: DraftChanges; before: string }) {
  const [kind, setKind] = useState<ChangeKind | 'changed'>('changed');
  const counts = countChanges(changes);
  const changed = changeKinds.reduce((sum, one) => sum + (one === 'same' ? 0 : counts[one]), 0);
  return (
    <>
      <header className="import-head">
        <h2 className="ellipsis" title={before}>
          与“{before}”对照
        </h2>
        <span role="group" aria-label="筛选变化" className="confirm-filters">
          <button
            type="button"
            className="filter-tab"
            aria-pressed={kind === 'changed'}
            onClick={() => setKind('changed')}
          >
            有变化 {changed}
          </button>
          {changeKinds.map((one) => (
            <button
              key={one}
              type="button"
              className="filter-tab"
              aria-pressed={kind === one}
              onClick={() => setKind(one)}
            >
              {changeLabels[one]} {counts[one]}
            </button>
          ))}
        </span>
      </header>
      <RowTable
        key={kind}
        label="与原版的对照"
        className="change-table"
        heads={['变化', '原编号', '原名称', '新编号', '新名称', '不同']}
        rows={changeRows(changes, kind)}
        keyOf={({ from, to }) => `${from?.code ?? ''}→${to?.code ?? ''}`}
        empty={emptyText(kind, changes)}
        renderRow={({ kind: what, from, to, difference }) => (
          <>
            <RowCell>
              <b className={`change change-${what}`}>{changeLabels[what]}</b>
            </RowCell>
            <RowCell>{from?.code}</RowCell>
            <RowCell>{from?.title}</RowCell>
            <RowCell>{to?.code}</RowCell>
            <RowCell>{to?.title}</RowCell>
            <RowCell>{difference}</RowCell>
          </>
        )}
      />
    </>
  );
}
