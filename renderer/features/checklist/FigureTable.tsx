import { useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { Period } from '../../../shared/domain/indicator/period.ts';
import type { Clause, IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';
import { useServices } from '../../app/services.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { Button } from '../../ui/Button.tsx';
import { FigureRow } from './FigureRow.tsx';
import type { FigureRowData } from './figure-rows.ts';
import { cellAfter, type CellPlace } from './figure-cells.ts';
import { focusOn } from './focus-targets.ts';
import type { FigureColumn } from './paste-figures.ts';

interface FigureTableProps {
  readonly clause: Clause;
  readonly definition: IndicatorDefinition;
  readonly rows: readonly FigureRowData[];
}

const none: readonly string[] = [];

/** The periods of an indicator, edited in place as in a spreadsheet. */
export function FigureTable({ clause, definition, rows }: FigureTableProps) {
  const { figures } = useServices();
  const isReadOnly = useReadOnly();
  const table = useRef<HTMLTableElement>(null);
  const problems = useStore(figures, (store) => store.problems.get(clause.id) ?? none);
  const columns = useMemo(
    (): readonly FigureColumn[] => (definition.denominator === null ? ['numerator'] : ['numerator', 'denominator']),
    [definition],
  );
  const cellAt = ({ row, column }: CellPlace) =>
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}.${column}"]`);
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
              {definition.denominator === null ? '数值' : '分子'}
            </th>
            {definition.denominator !== null && (
              <th scope="col" className="number" title={definition.denominator}>
                分母
              </th>
            )}
            <th scope="col" className="number">
              {definition.unit && !/^1[∶:]/.test(definition.unit) ? `值（${definition.unit}）` : '值'}
            </th>
            <th scope="col" className="number">
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
              isLast={index === rows.length - 1}
              isReadOnly={isReadOnly}
              onMove={move}
              onPaste={paste}
            />
          ))}
        </tbody>
      </table>
      {problems.length > 0 && (
        <div className="entry-fault figure-problems" role="alert">
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <Button tone="link" onClick={() => figures.getState().forgetProblems(clause.id)}>
            知道了
          </Button>
        </div>
      )}
      {!isReadOnly && <AddPeriod clause={clause} definition={definition} />}
    </section>
  );
}

const examples = { month: '2024年3月', quarter: '2024年第1季度', year: '2020年' } as const;

function AddPeriod({ clause, definition }: { clause: Clause; definition: IndicatorDefinition }) {
  const { figures } = useServices();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const add = () => {
    if (text.trim() === '') return setFault(undefined);
    const refused = figures.getState().addPeriod(clause.id, text);
    setFault(refused);
    if (refused === undefined) setText('');
  };
  return (
    <form
      className="add-period"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label>
        补填期间{' '}
        <input
          value={text}
          placeholder={`如 ${examples[definition.period]}`}
          aria-invalid={fault !== undefined}
          maxLength={30}
          spellCheck={false}
          data-testid="add-period"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <span
        className={fault === undefined ? 'entry-note' : 'entry-fault'}
        role={fault === undefined ? undefined : 'alert'}
      >
        {fault ?? '可从 Excel、WPS 整块粘贴'}
      </span>
    </form>
  );
}
