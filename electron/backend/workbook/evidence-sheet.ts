import type { EvidenceFileId, EvidenceId } from '../../../shared/domain/id.ts';
import type { Evidence, EvidenceFile } from '../../../shared/domain/evidence/evidence.ts';
import { cell, textCell } from './cells.ts';
import type { ScoredClause } from './scored-clauses.ts';
import type { Cell, Row, SheetModel } from './sheet-model.ts';

const headers = ['编号', '材料名称', '条款', '条款名称', '同时用于', '文件', '文件日期', '有效期至', '科室'];

/** Sheet 佐证材料目录: one row a file and clause; a file that serves several clauses leads to one place from all. */
export function evidenceSheet(
  clauses: readonly ScoredClause[],
  links: ReadonlyMap<EvidenceFileId, string>,
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
      const files = evidence.files.length > 0 ? evidence.files : [undefined];
      const others = (codesOf.get(evidence.id) ?? []).filter((code) => code !== clause.code);
      return files.map((file) => ({
        cells: [
          cell('exactText', evidence.number),
          textCell(evidence.title),
          cell('exactText', clause.code),
          textCell(clause.title),
          cell('exactText', others.join('、')),
          fileCell(file, links),
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
    columns: [14, 34, 11, 26, 16, 42, 12, 12, 14].map((width) => ({ width })),
    rows: [{ cells: headers.map((text) => cell('header', text)), height: 24 }, ...rows],
    frozen: { rows: 1, columns: 1 },
    filter: `A1:I${last}`,
    merges: [],
    onePage: false,
    entries: [],
    tones: [],
    footer,
  };
}

function fileCell(file: EvidenceFile | undefined, links: ReadonlyMap<EvidenceFileId, string>): Cell {
  if (!file) return cell('text', '（无文件）');
  const path = links.get(file.id);
  return path === undefined ? textCell(file.name) : cell('link', { text: file.name, path });
}

const dayCell = (evidence: Evidence, which: 'documentDate' | 'validUntil'): Cell =>
  cell('day', evidence[which] === '' ? null : { day: evidence[which] });
