import { grades } from '../../../shared/domain/grade/grade.ts';
import { gradeLabels, methodLabels } from '../../../shared/text/labels.ts';
import { blank, cell, columnLetters, formula, textCell } from './cells.ts';
import type { ScoredClause } from './scored-clauses.ts';
import type { Cell, Choices, Column, SheetModel, StyleName } from './sheet-model.ts';
import { gradeTones } from './tones.ts';

/** Sheet 条款评分: one row a clause; the only sheet that reviewers write into. */
export const clauseSheetName = '条款评分';
const unscored = '未评';
export const countedText = '计入';

const layout = [
  { key: 'code', header: '条款', width: 11 },
  { key: 'chapter', header: '章', width: 21 },
  { key: 'section', header: '节', width: 20 },
  { key: 'title', header: '条款名称', width: 26 },
  { key: 'core', header: '核心', width: 6 },
  { key: 'department', header: '牵头科室', width: 11 },
  { key: 'grade', header: '自评\n等级', width: 7 },
  { key: 'raised', header: '高于建议的说明', width: 20 },
  { key: 'note', header: '自评说明', width: 32 },
  { key: 'evidence', header: '佐证\n份数', width: 7 },
  { key: 'review', header: '评审\n等级', width: 7 },
  { key: 'remark', header: '评审意见', width: 30 },
  { key: 'agreement', header: '比对', width: 8 },
  { key: 'counted', header: '是否计入比例', width: 9 },
  { key: 'chapterKey', header: '章代码', width: 10 },
  { key: 'id', header: '行标识（勿改）', width: 12 },
] as const;
type ColumnKey = (typeof layout)[number]['key'];

/** Hidden columns travel with their rows through sorting; the reader finds a clause by them. */
const hiddenKeys: readonly ColumnKey[] = ['chapterKey', 'id'];
const toFillKeys: readonly ColumnKey[] = ['review', 'remark'];

const letterOf = (key: ColumnKey): string => columnLetters(layout.findIndex((column) => column.key === key) + 1);

/** The absolute range of a column's data, with the sheet's name, for formulas elsewhere. */
export const clauseRange = (key: ColumnKey, clauses: number): string => {
  const letter = letterOf(key);
  return `${clauseSheetName}!$${letter}$2:$${letter}$${Math.max(2, clauses + 1)}`;
};

/** A chapter's code as text that COUNTIFS cannot take for a number or a date: `1.10` would match `1.1`. */
export const chapterKey = (code: string): string => `第${code}章`;

/** Builds the sheet. */
export function clauseSheet(clauses: readonly ScoredClause[], footer: SheetModel['footer']): SheetModel {
  const last = Math.max(2, clauses.length + 1);
  const down = (key: ColumnKey) => `${letterOf(key)}2:${letterOf(key)}${last}`;
  const allCounted = clauses.every((scored) => scored.counted);
  return {
    name: clauseSheetName,
    hidden: false,
    columns: layout.map(({ key, width }): Column => ({
      width,
      hidden: hiddenKeys.includes(key) || (key === 'counted' && allCounted),
    })),
    rows: [
      {
        cells: layout.map(({ key, header }) => cell(toFillKeys.includes(key) ? 'headerToFill' : 'header', header)),
        height: 34,
      },
      ...clauses.map((scored, index) => ({ cells: rowCells(scored, index + 2) })),
    ],
    frozen: { rows: 1, columns: 1 },
    filter: `A1:${columnLetters(layout.length)}${last}`,
    merges: [],
    onePage: false,
    choices: gradeChoices(clauses),
    tones: [
      { range: down('grade'), tones: gradeTones },
      { range: down('review'), tones: gradeTones },
      {
        range: down('agreement'),
        tones: [
          { text: '一致', tone: 'good' },
          { text: '偏高', tone: 'warn' },
          { text: '偏低', tone: 'fair' },
          { text: '不一致', tone: 'bad' },
        ],
      },
    ],
    footer,
  };
}

function rowCells(scored: ScoredClause, row: number): readonly Cell[] {
  const { clause, state } = scored;
  const graded = clause.method === 'graded';
  const open: readonly [StyleName, StyleName] = graded ? ['toFillCentred', 'toFill'] : ['centred', 'text'];
  const cells: Record<ColumnKey, Cell> = {
    code: cell('exactText', clause.code),
    chapter: textCell(scored.chapterTitle),
    section: textCell(scored.sectionTitle),
    title: textCell(clause.title),
    core: cell('centred', clause.core ? '★' : null),
    department: textCell(state?.leadDepartment ?? ''),
    grade: cell('centred', graded ? (scored.grade ?? unscored) : methodLabels[clause.method]),
    raised: scored.raised ? textCell(`高于建议：${state?.reason ?? ''}`) : blank(),
    note: textCell(state?.note ?? ''),
    evidence: cell('centred', state?.evidence.length ?? 0),
    review: blank(open[0]),
    remark: blank(open[1]),
    agreement: cell('centred', formula(agreementFormula(row), '')),
    counted: cell('centred', scored.counted ? countedText : '不计入'),
    chapterKey: cell('text', chapterKey(clause.chapter)),
    id: cell('exactText', clause.id),
  };
  return layout.map(({ key }) => cells[key]);
}

/** 偏高: the hospital graded itself above the reviewers. E against a grade can only differ. */
function agreementFormula(row: number): string {
  const own = `${letterOf('grade')}${row}`;
  const theirs = `${letterOf('review')}${row}`;
  return (
    `IF(OR(${theirs}="",${own}="${unscored}"),"",IF(${own}=${theirs},"一致",` +
    `IF(OR(${own}="E",${theirs}="E"),"不一致",IF(${own}<${theirs},"偏高","偏低"))))`
  );
}

const kindOf = (scored: ScoredClause | undefined): 'optional' | 'required' | 'none' =>
  scored?.clause.method === 'graded' ? (scored.clause.optional ? 'optional' : 'required') : 'none';

/** One list over each run of neighbouring clauses of a kind: E only where the clause is optional. */
function gradeChoices(clauses: readonly ScoredClause[]): readonly Choices[] {
  const choices: Choices[] = [];
  let start = 0;
  for (let end = 1; end <= clauses.length; end++) {
    const kind = kindOf(clauses[start]);
    if (end < clauses.length && kindOf(clauses[end]) === kind) continue;
    if (kind !== 'none') {
      const options = grades.filter((grade) => kind === 'optional' || grade !== 'E');
      const labels = options.map((grade) => `${grade} ${gradeLabels[grade]}`).join('，');
      const letter = letterOf('review');
      choices.push({
        range: `${letter}${start + 2}:${letter}${end + 1}`,
        options,
        hint: `请从下拉列表选择：${labels}${kind === 'optional' ? '' : '。本条款不可评 E'}。`,
      });
    }
    start = end;
  }
  return choices;
}
