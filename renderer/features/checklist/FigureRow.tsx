import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { showPeriod, type Period } from '../../../shared/domain/indicator/period.ts';
import { useServices } from '../../app/services.ts';
import type { CellPlace } from './figure-cells.ts';
import type { FigureRowData } from './figure-rows.ts';
import { focusOn, focusTarget } from './focus-targets.ts';
import type { FigureColumn } from './paste-figures.ts';

interface FigureRowProps {
  readonly clauseId: ClauseId;
  readonly row: FigureRowData;
  readonly index: number;
  readonly columns: readonly FigureColumn[];
  /** The key for entering figures leads here. */
  readonly isEntry: boolean;
  readonly isReadOnly: boolean;
  readonly onMove: (event: KeyboardEvent<HTMLInputElement>, at: CellPlace) => void;
  readonly onPaste: (event: ClipboardEvent, period: Period, column: FigureColumn) => void;
}

const columnNames = { numerator: '分子', denominator: '分母' } as const;

/** One period. What is typed is saved when the row is left; what is refused stays, with the reason beside it. */
export function FigureRow({ clauseId, row, index, columns, isEntry, isReadOnly, onMove, onPaste }: FigureRowProps) {
  const { figures } = useServices();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => (isEntry ? focusTarget('figure', first) : undefined), [isEntry]);
  const faultId = `fault-${row.period}`;
  const entry = (
    <tr
      data-testid={`figure-${row.period}`}
      onBlur={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) {
          void figures.getState().commit(clauseId, row.period);
        }
      }}
    >
      <th scope="row">{showPeriod(row.period)}</th>
      {columns.map((column, at) => (
        <td key={column} className="figure-cell">
          <input
            ref={at === 0 ? first : undefined}
            inputMode="decimal"
            data-cell={`${index}.${at}`}
            aria-label={`${showPeriod(row.period)} ${columns.length > 1 ? columnNames[column] : '数值'}`}
            aria-invalid={row.faultIn === column}
            aria-describedby={row.fault === undefined && row.doubt === undefined ? undefined : faultId}
            value={row[column]}
            maxLength={30}
            spellCheck={false}
            autoComplete="off"
            readOnly={isReadOnly}
            onFocus={(event) => event.target.select()}
            onChange={(event) => figures.getState().type(clauseId, row.period, column, event.target.value)}
            onPaste={(event) => onPaste(event, row.period, column)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.nativeEvent.isComposing)
                return onMove(event, { row: index, column: at });
              event.preventDefault();
              if (!figures.getState().revert(clauseId, row.period, column)) focusOn('list');
            }}
          />
        </td>
      ))}
      {row.fault === undefined ? (
        <>
          <td className={`number figure-value${row.isDraft ? ' figure-draft' : ''}`} title={row.value}>
            {row.shown}
          </td>
          <td className={`number figure-change${row.improved ? ' figure-better' : ''}`} title={row.change}>
            {row.change}
          </td>
          <td className={`figure-status figure-${row.tone}`}>{row.status}</td>
        </>
      ) : (
        <td colSpan={3} className="entry-fault" id={faultId} role="alert">
          {row.fault}
        </td>
      )}
    </tr>
  );
  if (row.fault !== undefined || row.doubt === undefined) return entry;
  return (
    <>
      {entry}
      <tr className="figure-doubt">
        <td colSpan={columns.length + 4}>
          <span id={faultId} role="status">
            {row.doubt}
          </span>
        </td>
      </tr>
    </>
  );
}
