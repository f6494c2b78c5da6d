import type { EvidenceId } from '../../../shared/domain/id.ts';
import type { Evidence, EvidenceFile } from '../../../shared/domain/evidence/evidence.ts';
import { fileFaultWords } from '../../../shared/errors/messages.ts';
import { cell, textCell } from './cells.ts';
import { fittedColumns } from './fitted-columns.ts';
import type { ReviewBookInput } from './review-book.ts';
import type { ScoredClause } from './scored-clauses.ts';
import type { Cell, Row, SheetModel } from './sheet-model.ts';

const columns = [
  { header: '编号', width: 14, least: 9 },
  { header: '材料名称', width: 34, least: 20 },
  { header: '条款', width: 12, least: 8 },
  { header: '条款名称', width: 26, least: 16 },
  { header: '同时用于', width: 18, least: 10 },
  { header: '文件', width: 42, least: 24 },
  { header: '文件日期', width: 12 },
  { header: '有效期至', width: 12 },
  { header: '科室', width: 14, least: 9 },
];

const mostListed = 10;

type FilesSent = Pick<ReviewBookInput, 'evidenceLinks' | 'faultyFiles'>;

/** Sheet 佐证材料目录: one row a file and clause; a file that serves several clauses leads to one place from all. */
export function evidenceSheet(
  clauses: readonly ScoredClause[],
  files: FilesSent,
  footer: SheetModel['footer'],
): SheetModel {
  const codesOf = new Map<EvidenceId, string[]>();
  for (const { clause, state } of clauses) {
    for (const evidence of state.evidence) {
      codesOf.set(evidence.id, [...(codesOf.get(evidence.id) ?? []), clause.code]);
    }
  }
  const rows = clauses.flatMap(({ clause, state }) =>
    state.evidence.flatMap((evidence): Row[] => {
      const shown = evidence.files.length > 0 ? evidence.files : [undefined];
      const others = (codesOf.get(evidence.id) ?? []).filter((code) => code !== clause.code);
      return shown.map((file) => ({
        cells: [
          cell('exactText', evidence.number),
          textCell(evidence.title),
          cell('exactText', clause.code),
          textCell(clause.title),
          cell('exactText', shortList(others)),
          fileCell(file, files),
          dayCell(evidence, 'documentDate'),
          dayCell(evidence, 'validUntil'),
          textCell(evidence.department),
        ],
      }));
    }),
  );
  const last = Math.max(2, rows.length + 1);
  return {
    name: '佐证材料目录',
    hidden: false,
    columns: fittedColumns(
      columns,
      rows.map(({ cells }) => cells),
    ),
    rows: [{ cells: columns.map(({ header }) => cell('header', header)), height: 24 }, ...rows],
    frozen: { rows: 1, columns: 1 },
    filter: `A1:I${last}`,
    merges: [],
    blocks: undefined,
    entries: [],
    tones: [],
    footer,
  };
}

/** Every use has its own row as well, so the list may end where it would make all of them high. */
const shortList = (codes: readonly string[]): string =>
  codes.length <= mostListed ? codes.join('、') : `${codes.slice(0, mostListed).join('、')} 等 ${codes.length} 条`;

function fileCell(file: EvidenceFile | undefined, { evidenceLinks, faultyFiles }: FilesSent): Cell {
  if (!file) return cell('text', '（无文件）');
  const fault = faultyFiles.get(file.id);
  if (fault) return textCell(`文件缺失：${file.name}（${fileFaultWords[fault]}）`);
  const path = evidenceLinks.get(file.id);
  return path === undefined ? textCell(file.name) : cell('link', { text: file.name, path });
}

const dayCell = (evidence: Evidence, which: 'documentDate' | 'validUntil'): Cell =>
  cell('day', evidence[which] === '' ? null : { day: evidence[which] });
