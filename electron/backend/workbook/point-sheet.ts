import { markLabels } from '../../../shared/text/labels.ts';
import { cell, textCell } from './cells.ts';
import type { ScoredClause } from './scored-clauses.ts';
import type { Row, SheetModel } from './sheet-model.ts';

const unmarked = '未判定';
/** An indicator's points only help to read it. */
const notMarked = '不判定';

/** Sheet 要点明细: one row a point with its mark. */
export function pointSheet(clauses: readonly ScoredClause[], footer: SheetModel['footer']): SheetModel {
  const rows = clauses.flatMap(pointRows);
  const last = Math.max(2, rows.length + 1);
  return {
    name: '要点明细',
    hidden: false,
    columns: [
      ...[11, 26, 7, 7, 88, 11].map((width) => ({ width })),
      { width: 12, hidden: true }, // travels with its row, like the id of a clause
    ],
    rows: [
      {
        cells: ['条款', '条款名称', '层级', '序号', '要点', '判定', '行标识（勿改）'].map((text) =>
          cell('header', text),
        ),
        height: 24,
      },
      ...rows,
    ],
    frozen: { rows: 1, columns: 1 },
    filter: `A1:G${last}`,
    merges: [],
    blocks: undefined,
    entries: [],
    tones: [
      {
        range: `F2:F${last}`,
        tones: [
          { text: markLabels.met, tone: 'good' },
          { text: markLabels.partial, tone: 'warn' },
          { text: markLabels.unmet, tone: 'bad' },
          { text: markLabels['n/a'], tone: 'mute' },
        ],
      },
    ],
    footer,
  };
}

/** Numbers count within a tier, as everywhere else where a point is named. */
function pointRows({ clause, state }: ScoredClause): readonly Row[] {
  const numbers = new Map<string, number>();
  return clause.points.map((point) => {
    const number = (numbers.get(point.tier) ?? 0) + 1;
    numbers.set(point.tier, number);
    const mark = state.marks[point.id];
    return {
      cells: [
        cell('exactText', clause.code),
        textCell(clause.title),
        cell('centred', point.tier === 'yes' ? '—' : point.tier),
        cell('centred', number),
        textCell(point.text),
        cell('centred', mark ? markLabels[mark] : clause.method === 'indicator' ? notMarked : unmarked),
        cell('exactText', point.id),
      ],
    };
  });
}
