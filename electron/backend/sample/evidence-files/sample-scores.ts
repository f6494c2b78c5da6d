import type { Grade, Mark } from '../../../../shared/domain/grade/grade.ts';
import type { ClauseId, PointId } from '../../../../shared/domain/id.ts';
import { clausesOf, type Clause, type PointTier, type Standard } from '../../../../shared/domain/standard/standard.ts';
import { sampleNotes } from './sample-notes.ts';

/** What the sample's scorers put into one clause. */
export interface SampleScore {
  readonly clauseId: ClauseId;
  readonly marks: readonly { readonly pointId: PointId; readonly mark: Mark }[];
  readonly grade?: Grade;
  /** Why the grade is above what the points suggest. */
  readonly reason?: string;
  readonly note?: string;
}

/** Codes of `jcx-township-2022` that are not simply B. */
const suggested: Readonly<Record<'A' | 'C' | 'D' | 'unscored', readonly string[]>> = {
  A: words(
    '1.1.1 1.2.3 1.4.1 2.1.4 2.1.6 2.2.1.4 2.2.3.2 2.2.3.3 2.2.3.6 2.3.1 3.1.1 3.2.1 3.2.2 3.3.2 3.3.5 3.5.3 3.6.1 3.6.3 4.1.1 4.4.1 4.7.1',
  ),
  C: words(
    '1.2.4 1.3.1 1.3.4 2.1.5 2.1.7 2.2.1.7 2.2.1.9 2.2.2.2 2.2.3.5 2.2.3.8 2.2.3.9 2.2.3.11 2.3.2 3.1.3 3.2.3 3.3.6 3.4.2 3.4.3 3.5.5 3.7.2 3.7.4 4.2.3 4.4.2',
  ),
  D: words('2.2.2.1 3.5.2 3.6.5 4.3.3'),
  unscored: words('2.2.3.13 2.2.3.14 2.4.2 3.8.4 4.2.2 4.5.1 4.5.2 4.5.3 4.7.2 4.7.3 4.7.4'),
};

/** Of the unscored ones, these were begun. */
const begun = words('2.4.2 3.8.4 4.5.1 4.7.3');

/** Clauses with a point that does not apply to this institution. */
const withNotApplicable = words('1.2.2 2.2.1.6 3.3.3 4.4.2');

const byHand: Readonly<Record<string, { readonly grade: Grade; readonly reason?: string; readonly note?: string }>> = {
  '2.1.5': {
    grade: 'B',
    reason: '转诊记录和季度分析齐全，B 级仅缺协议续签文本，县医院已书面确认续签，预计本月内补齐。',
  },
  '2.2.1.8': { grade: 'E', note: '未开展手术和有创操作，患者转县人民医院，诊疗科目亦未登记手术室。' },
  '2.2.3.7': {
    grade: 'A',
    reason: '规范管理率和达标率均高于县域均值 6 个百分点以上，县疾控抽查复核通过，补充材料已附。',
  },
  '2.2.4.1': { grade: 'E', note: '计划生育技术服务 2019 年已划转县妇幼保健院。' },
  '3.3.4': { grade: 'E', note: '本院不开展手术。' },
  '3.3.5': { grade: 'B', note: '要点均已符合，但改进效果只有一个月数据，质控办从严评 B。' },
  '3.4.2': { grade: 'B', reason: '现场复查时分级护理巡视已全部到位，抽查当日缺项为补录延迟，护理部已附复查表。' },
};

function words(text: string): readonly string[] {
  return text.split(' ');
}

/**
 * Marks, grades and notes of a round that is nearly done and does not reach 推荐标准: 98 of 109 clauses scored, of the
 * 95 that apply 96 % C or better, 74 % B or better, 22 % A. Clauses with nothing to say are left out.
 */
export const sampleScores = (standard: Pick<Standard, 'chapters'>): readonly SampleScore[] =>
  clausesOf(standard)
    .map(scoreOf)
    .filter(({ marks, grade, note }) => marks.length > 0 || grade !== undefined || note !== undefined);

function scoreOf(clause: Clause): SampleScore {
  const own = byHand[clause.code];
  const note = own?.note ?? sampleNotes[clause.code];
  return {
    clauseId: clause.id,
    marks: own?.grade === 'E' ? [] : marksOf(clause),
    ...(own && { grade: own.grade }),
    ...(own?.reason !== undefined && { reason: own.reason }),
    ...(note !== undefined && { note }),
  };
}

const give = (ids: readonly PointId[], mark: Mark) => ids.map((pointId) => ({ pointId, mark }));

function marksOf({ code, points }: Clause): SampleScore['marks'] {
  const ofTier = (tier: PointTier) => points.filter((point) => point.tier === tier).map(({ id }) => id);
  const [c, b, a] = [ofTier('C'), ofTier('B'), ofTier('A')];
  // Some faults are whole, some are half, so that both stand in the lists.
  const fault: Mark = code.length % 2 === 0 ? 'unmet' : 'partial';
  if (suggested.unscored.includes(code)) return begun.includes(code) ? give(c.slice(0, 1), 'met') : [];
  if (suggested.D.includes(code))
    return [...give(c.slice(0, -1), 'met'), ...give(c.slice(-1), fault), ...give(b, 'partial')];

  const isNotApplicable = withNotApplicable.includes(code);
  const basic = isNotApplicable ? [...give(c.slice(0, -1), 'met'), ...give(c.slice(-1), 'n/a')] : give(c, 'met');
  if (suggested.A.includes(code)) return [...basic, ...give([...b, ...a], 'met')];
  if (suggested.C.includes(code)) return [...basic, ...give(b.slice(0, -1), 'met'), ...give(b.slice(-1), fault)];
  return [...basic, ...give(b, 'met'), ...give(a, fault)];
}
