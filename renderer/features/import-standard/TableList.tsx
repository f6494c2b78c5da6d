import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { methodLabels } from '../../../shared/text/labels.ts';
import { methods } from '../../../shared/domain/standard/standard.ts';
import type { DraftTable } from '../../../shared/contract/standard-draft.ts';
import { withMethod, withUse } from './corrections.ts';
import { asCorrected, regionAt, regionsOf } from './draft-regions.ts';
import { useCorrections, useImport } from './import-context.ts';

/** Every part of the file with columns of its own: whether it is used, why not, and how it is scored. */
export function TableList() {
  const { view, draft } = useImport();
  const { corrections } = useCorrections();
  const table = useStore(view, (state) => state.table);
  const cell = useStore(view, (state) => state.cell);
  const here = cell?.table === table ? regionAt(regionsOf(draft, table), cell.row)?.id : regionsOf(draft, table)[0]?.id;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('.settings-here')?.scrollIntoView({ block: 'nearest' }), [here]);
  return (
    <ul className="settings-tables" ref={list}>
      {draft.tables.map((region) => (
        <TableItem key={region.id} region={asCorrected(region, corrections)} isHere={region.id === here} />
      ))}
    </ul>
  );
}

const textHead = (headerRow: number | undefined): string =>
  headerRow === undefined ? '按段落读取' : `第 ${headerRow} 段之后`;

const tableHead = (headerRow: number | undefined, continues: string | undefined): string =>
  headerRow === undefined ? (continues === undefined ? '没有表头' : '接上一个表') : `表头第 ${headerRow} 行`;

function TableItem({ region, isHere }: { region: DraftTable; isHere: boolean }) {
  const { view, draft } = useImport();
  const { corrections, correct } = useCorrections();
  const { id, tableIndex, used, reason, headerRow, method, continues, clauses } = region;
  const { name = region.name, isText } = draft.sources[tableIndex] ?? {};
  const head = isText ? textHead(headerRow) : tableHead(headerRow, continues);
  const choose = (value: string) => {
    const chosen = methods.find((one) => one === value);
    if (chosen) correct(withMethod(corrections, id, chosen));
  };
  return (
    <li className={`settings-table${used ? '' : ' settings-unused'}${isHere ? ' settings-here' : ''}`}>
      <input
        type="checkbox"
        aria-label={`选用${name}，${head}`}
        checked={used}
        onChange={({ target }) => correct(withUse(corrections, id, target.checked))}
      />
      <button
        type="button"
        className="settings-name ellipsis"
        title={`看“${name}”`}
        onClick={() =>
          headerRow === undefined
            ? view.getState().showTable(tableIndex)
            : view.getState().look({ table: tableIndex, row: headerRow, column: 0 })
        }
      >
        {name}
      </button>
      {used && (
        <select aria-label={`${name}的评分方式`} value={method} onChange={({ target }) => choose(target.value)}>
          {methods.map((one) => (
            <option key={one} value={one}>
              {methodLabels[one]}
            </option>
          ))}
        </select>
      )}
      <small>{used ? `${head} · ${clauses} 条` : (reason ?? head)}</small>
    </li>
  );
}
