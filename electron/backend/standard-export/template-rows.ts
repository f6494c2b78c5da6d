import type { Pack, PackChapter, PackClause, PackRule, PackSection } from '../../../shared/contract/pack-schema.ts';
import {
  clauseColumns,
  confidenceWords,
  directionWords,
  escapeText,
  formatMark,
  gradeWords,
  headColumns,
  headLabels,
  indicatorColumns,
  joinList,
  joinNames,
  levels,
  markers,
  methodWords,
  periodWords,
  pointColumns,
  sheetNames,
  targetColumns,
  tierWords,
  type ClauseColumn,
  type IndicatorColumn,
  type PointColumn,
  type TargetColumn,
} from './template-format.ts';

export type TemplateCell = string | number | boolean | undefined;

export interface TemplateSheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly header?: readonly string[];
  readonly rows: readonly (readonly TemplateCell[])[];
}

/** The sheets of our template with everything that the pack says. */
export function templateRows(pack: Pack): readonly TemplateSheet[] {
  const clauses = pack.chapters.flatMap(({ sections }) => sections.flatMap((section) => section.clauses));
  return [
    { name: sheetNames.guide, widths: [100], rows: guide.map((line) => [line]) },
    { name: sheetNames.head, widths: [22, 80, 34], header: Object.values(headColumns), rows: headRows(pack) },
    {
      name: sheetNames.clauses,
      widths: [8, 12, 40, 10, 6, 6, 8, 36, 36, 18, 18, 10, 10, 24, 12, 12, 8, 40, 12],
      header: Object.values(clauseColumns),
      rows: pack.chapters.flatMap(chapterRows),
    },
    {
      name: sheetNames.points,
      widths: [12, 8, 100],
      header: Object.values(pointColumns),
      rows: clauses.flatMap(pointRows),
    },
    {
      name: sheetNames.indicators,
      widths: [12, 40, 40, 10, 8, 8, 16, 8, 50, 8, 40],
      header: Object.values(indicatorColumns),
      rows: clauses.flatMap(indicatorRow),
    },
    {
      name: sheetNames.targets,
      widths: [18, 30, 16, 12, 10, 10, 40, 8, 60],
      header: Object.values(targetColumns),
      rows: pack.targets.flatMap(targetRows),
    },
  ];
}

const guide = [
  '达标 标准模板',
  '这份工作簿可以在 WPS 或 Excel 里修改，再用“导入标准”读回。每张表按第 1 行的列名读取，列可以换位置，行可以增删。',
  '“条款”表：从上到下是章、节、条款；节属于上面最近的章，条款属于上面最近的节。编号不能重复。评分方式留空时按节、章、标准信息里的方式。',
  '“要点”表：一行一条，用条款编号对应条款。级别：等级条款写 C、B、A，没有的级别可以不写；其他条款写“是”。',
  '“指标”表：监测指标的分子、分母、单位、导向（提高、降低、监测）、周期（月、季、年）。百分比的目标值写成小数，85% 写 0.85。没有分母写“（空）”。',
  '“目标”表：一行一条规则，同一目标的规则写在一起。要求：C 及以上、B 及以上、A 及以上、通过、得分、得分率。范围：all（全部）、core（核心）、chapter:编号。',
  '一格里有多项时，一行一项（Alt+Enter 换行）；责任科室也可以用顿号隔开。分值加起来应等于标准信息里的总分。',
];

function headRows(pack: Pack): readonly (readonly TemplateCell[])[] {
  const { targets: _targets, chapters: _chapters, ...head } = pack;
  const rows: (readonly TemplateCell[])[] = [['模板格式', formatMark.value, formatMark.key]];
  const add = (label: string, path: string, value: unknown): void => {
    if (value === undefined) return;
    if (value === null) rows.push([label, markers.null, path]);
    else if (typeof value === 'string') rows.push([label, escapeText(value), path]);
    else if (typeof value === 'number' || typeof value === 'boolean') rows.push([label, value, path]);
    else if (Array.isArray(value) && isListKey(path)) rows.push([label, joinList(value as string[]), path]);
    else {
      const entries = Object.entries(value);
      if (entries.length === 0) rows.push([label, Array.isArray(value) ? markers.list : markers.object, path]);
      // A dot inside a key is no step of the path.
      for (const [key, inner] of entries)
        add(label, `${path}.${key.replaceAll('~', '~0').replaceAll('.', '~1')}`, inner);
    }
  };
  for (const [key, value] of Object.entries(head)) add(headLabels[key] ?? key, key, value);
  return rows;
}

/** Lists of texts that stand in one cell. */
export const isListKey = (path: string): boolean => path === 'appliesTo' || /^scopes\.\d+\.chapters$/u.test(path);

function chapterRows(chapter: PackChapter): readonly (readonly TemplateCell[])[] {
  const { code, title, method, part, excludeFromRules, confidence, note } = chapter;
  return [
    clauseRow({
      level: levels.chapter,
      code,
      title: escapeText(title),
      method: method && methodWords[method],
      part: textCell(part),
      excludeFromRules: tick(excludeFromRules),
      confidence: confidence && confidenceWords[confidence],
      note: textCell(note),
    }),
    ...chapter.sections.flatMap(sectionRows),
  ];
}

function sectionRows({
  code,
  title,
  method,
  optional,
  confidence,
  note,
  clauses,
}: PackSection): readonly (readonly TemplateCell[])[] {
  return [
    clauseRow({
      level: levels.section,
      code,
      title: escapeText(title),
      method: method && methodWords[method],
      optional: tick(optional),
      confidence: confidence && confidenceWords[confidence],
      note: textCell(note),
    }),
    ...clauses.map(toClauseRow),
  ];
}

const toClauseRow = (clause: PackClause): readonly TemplateCell[] =>
  clauseRow({
    level: levels.clause,
    code: clause.code,
    title: escapeText(clause.title),
    method: clause.method && methodWords[clause.method],
    core: tick(clause.core),
    optional: tick(clause.optional),
    points: clause.points,
    deductions: clause.deductions && joinList(clause.deductions),
    evidence: joinList(clause.evidence),
    checks: joinList(clause.checks),
    departments: joinNames(clause.departments),
    veto: tick(clause.veto),
    genericLevels: Array.isArray(clause.genericLevels) ? joinList(clause.genericLevels) : tick(clause.genericLevels),
    monitor: textCell(clause.monitor),
    confidence: clause.confidence && confidenceWords[clause.confidence],
    note: textCell(clause.note),
    rest: clause.rollup && JSON.stringify({ rollup: clause.rollup }),
  });

const tick = (value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : value ? '是' : '否';
const textCell = (text: string | undefined): string | undefined => (text === undefined ? undefined : escapeText(text));

const inOrder =
  <Column extends string>(columns: Readonly<Record<Column, string>>) =>
  (cells: Partial<Record<Column, TemplateCell>>): readonly TemplateCell[] =>
    (Object.keys(columns) as Column[]).map((column) => cells[column]);
const clauseRow = inOrder<ClauseColumn>(clauseColumns);
const pointRow = inOrder<PointColumn>(pointColumns);
const toIndicatorRow = inOrder<IndicatorColumn>(indicatorColumns);
const targetRow = inOrder<TargetColumn>(targetColumns);

function pointRows({ code, requirements }: PackClause): readonly (readonly TemplateCell[])[] {
  if (!requirements) return [];
  const tiers = (['C', 'B', 'A', 'yes'] as const).flatMap((tier) => {
    const texts = requirements[tier];
    if (!texts) return [];
    if (texts.length === 0) return [pointRow({ code, tier: tierWords[tier], text: markers.list })];
    return texts.map((text) => pointRow({ code, tier: tierWords[tier], text: escapeText(text) }));
  });
  return tiers.length > 0 ? tiers : [pointRow({ code, tier: tierWords.none })];
}

function indicatorRow({ code, indicator }: PackClause): readonly (readonly TemplateCell[])[] {
  if (!indicator) return [];
  const { numerator, denominator, unit, multiplier, direction, target, period, formula, confidence, note } = indicator;
  return [
    toIndicatorRow({
      code,
      numerator: escapeText(numerator),
      denominator: denominator === null ? markers.null : escapeText(denominator),
      unit: textCell(unit),
      multiplier,
      direction: directionWords[direction],
      target: target === null ? markers.null : typeof target === 'string' ? escapeText(target) : target,
      period: periodWords[period],
      formula: textCell(formula),
      confidence: confidence && confidenceWords[confidence],
      note: textCell(note),
    }),
  ];
}

function targetRows({
  id,
  label,
  rules,
  confidence,
  note,
}: Pack['targets'][number]): readonly (readonly TemplateCell[])[] {
  return rules.map((rule, index) =>
    targetRow({
      id,
      ...(index === 0 && {
        label: escapeText(label),
        confidence: confidence && confidenceWords[confidence],
        note: textCell(note),
      }),
      scope: 'score' in rule ? rule.score : rule.scope,
      grade: gradeOf(rule),
      atLeast: rule.atLeast,
      ruleConfidence: rule.confidence && confidenceWords[rule.confidence],
      ruleNote: textCell(rule.note),
    }),
  );
}

const gradeOf = (rule: PackRule): string =>
  gradeWords['score' in rule ? (rule.of === 'share' ? 'share' : 'score') : rule.grade];
