import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CellLine } from './CellLine.tsx';
import { regionsOf } from './draft-regions.ts';
import { useImport } from './import-context.ts';
import { SourceGrid } from './SourceGrid.tsx';
import './source.css';

/** The file as it stands: the cell in full, the rows, and the sheets along the foot. */
export function SourcePane() {
  const { view, draft } = useImport();
  const table = useStore(view, (state) => state.table);
  const { sources } = draft;
  const info = sources[table];
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(
    () => tabs.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    [table],
  );
  return (
    <section className="source" aria-label="原表" data-pane>
      {info && (
        <>
          <CellLine table={table} />
          {info.rows === 0 ? (
            <EmptyState text={`“${info.name}”是空的。`} />
          ) : (
            <SourceGrid key={`${draft.draftId}:${table}`} table={table} />
          )}
          <div ref={tabs} className="source-tabs" role="group" aria-label="工作表">
            {sources.map(({ name, hidden }, at) => {
              const isUsed = regionsOf(draft, at).some(({ used }) => used);
              return (
                <button
                  key={at}
                  type="button"
                  aria-pressed={at === table}
                  className={isUsed || draft.tables.length === 0 ? '' : 'source-tab-unused'}
                  title={`${name}${hidden ? '（隐藏）' : ''}${isUsed ? '' : '，没有选用'}`}
                  onClick={() => view.getState().showTable(at)}
                >
                  {name}
                </button>
              );
            })}
          </div>
        </>
      )}
    </section>
  );
}
