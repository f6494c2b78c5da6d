import { useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useServices } from '../../app/services.ts';
import { usePrinting } from '../../app/printing/use-printing.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { departmentsIn, type MissingEvidence } from './missing-evidence.ts';
import { MissingRow } from './MissingRow.tsx';
import { MissingSheet } from './MissingSheet.tsx';

const columns = ['条款', '名称', '科室', '还缺的材料'];

/** What the standard suggests and nobody has attached, clause by clause; to be handed to departments on paper. */
export function MissingList({ missing }: { readonly missing: readonly MissingEvidence[] }) {
  const { app } = useServices();
  const [wanted, setWanted] = useState('');
  const departments = useMemo(() => departmentsIn(missing), [missing]);
  // The department may have nothing missing any more.
  const department = departments.includes(wanted) ? wanted : '';
  const shown = useMemo(
    () => (department === '' ? missing : missing.filter((each) => each.departments.includes(department))),
    [missing, department],
  );
  const printing = usePrinting(department === '' ? '还缺的佐证材料' : `还缺的佐证材料（${department}）`);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => shown[index]?.clause.id ?? index,
    estimateSize: () => 42,
    overscan: 12,
  });
  if (missing.length === 0) {
    return (
      <EmptyState text="标准建议的材料都有了，或者标准没有建议材料。">
        <Button onClick={() => app.getState().show({ kind: 'round', page: 'checklist' })}>去评分</Button>
      </EmptyState>
    );
  }
  return (
    <div className="missing-list">
      <div className="missing-bar">
        <label>
          科室
          <select className="select" value={department} onChange={({ target }) => setWanted(target.value)}>
            <option value="">全部</option>
            {departments.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <span className="missing-count">
          {shown.length} 条，{shown.reduce((sum, { suggestions }) => sum + suggestions.length, 0)}{' '}
          项。按材料名称比对，仅供提示；点材料名在已有的材料里找。
        </span>
        {printing.isBusy && <span role="status">{printing.label}</span>}
        <Button disabled={printing.isBusy} onClick={() => void printing.savePdf()}>
          存为 PDF
        </Button>
        <Button disabled={printing.isBusy} onClick={printing.print}>
          打印
        </Button>
      </div>
      <div role="table" aria-label="还缺的佐证材料" aria-rowcount={shown.length + 1} className="register-table">
        <div role="row" className="register-row missing-row register-head">
          {columns.map((column) => (
            <span role="columnheader" key={column}>
              {column}
            </span>
          ))}
        </div>
        <div role="rowgroup" className="register-scroller" ref={scroller} tabIndex={0} aria-label="还缺的佐证材料列表">
          <div role="presentation" className="clause-canvas" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const entry = shown[index];
              return (
                entry && (
                  <MissingRow
                    key={entry.clause.id}
                    entry={entry}
                    offset={start}
                    index={index}
                    measure={virtual.measureElement}
                  />
                )
              );
            })}
          </div>
        </div>
      </div>
      {printing.isBusy && <MissingSheet missing={shown} department={department} onReady={printing.onReady} />}
    </div>
  );
}
