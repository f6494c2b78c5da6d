import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { Period } from '../../../shared/domain/indicator/period.ts';
import type { Clause, IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';
import { useServices } from '../../app/services.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { today } from '../evidence/today.ts';
import { AddPeriod } from './AddPeriod.tsx';
import { FigureRow } from './FigureRow.tsx';
import type { FigureRowData } from './figure-rows.ts';
import { cellAfter, type CellPlace } from './figure-cells.ts';
import { focusOn } from './focus-targets.ts';
import { entryPeriod } from './shown-periods.ts';
import { PasteLine } from './PasteLine.tsx';
import type { FigureColumn } from './paste-figures.ts';

interface FigureTableProps {
  readonly clause: Clause;
  readonly definition: IndicatorDefinition;
  readonly rows: readonly FigureRowData[];
}

/** The periods of an indicator, edited in place as in a spreadsheet. */
export function FigureTable({ clause, definition, rows }: FigureTableProps) {
  const { figures } = useServices();
  const isReadOnly = useReadOnly();
  const table = useRef<HTMLTableElement>(null);
  const hasDenominator = definition.denominator !== null;
  const columns: readonly FigureColumn[] = hasDenominator ? ['numerator', 'denominator'] : ['numerator'];
  const cellAt = ({ row, column }: CellPlace) =>
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}.${column}"]`);
  // A period that was asked for is entered next.
  const awaited = useRef<Period>(undefined);
  useEffect(() => {
    const at = rows.findIndex(({ period }) => period === awaited.current);
    awaited.current = undefined;
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${at}.0"]`)?.focus();
  }, [rows]);
  const entry = entryPeriod(definition.period, today(), rows);
  const move = (event: KeyboardEvent<HTMLInputElement>, at: CellPlace) => {
    const to = cellAfter(event, at, { rows: rows.length, columns: columns.length });
    if (to === undefined) return;
    event.preventDefault();
    const period = rows[at.row]?.period;
    const hasStayed = to !== 'end' && to.row === at.row;
    if (event.key === 'Enter' && !hasStayed && period) void figures.getState().commit(clause.id, period);
    if (to === 'end') focusOn('list');
    else cellAt(to)?.focus();
  };
  const paste = (event: ClipboardEvent, period: Period, column: FigureColumn) => {
    if (isReadOnly) return;
    const text = event.clipboardData.getData('text/plain');
    const periods = rows.map((row) => row.period);
    if (figures.getState().paste(clause.id, { period, column }, periods, text)) event.preventDefault();
  };
  return (
    <section className="figure-table" aria-label="数据">
      <table ref={table}>
        <thead>
          <tr>
            <th scope="col">期间</th>
            <th scope="col" className="number" title={definition.numerator}>
              {hasDenominator ? '分子' : '数值'}
            </th>
            {hasDenominator && (
              <th scope="col" className="number" title={definition.denominator ?? undefined}>
                分母
              </th>
            )}
            <th scope="col" className="number figure-worked-out" title={definition.unit}>
              {definition.unit && !/^1[∶:]/.test(definition.unit) ? `值（${definition.unit}）` : '值'}
            </th>
            <th scope="col" className="number figure-worked-out">
              较上期
            </th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <FigureRow
              key={row.period}
              clauseId={clause.id}
              row={row}
              index={index}
              columns={columns}
              isEntry={row.period === entry}
              isReadOnly={isReadOnly}
              onMove={move}
              onPaste={paste}
            />
          ))}
        </tbody>
      </table>
      <PasteLine clauseId={clause.id} />
      {!isReadOnly && (
        <AddPeriod
          clauseId={clause.id}
          kind={definition.period}
          onAdded={(period) => {
            awaited.current = period;
          }}
        />
      )}
    </section>
  );
}
