import type { ScoreRefusal } from '../../domain/points/propose-score.ts';
import type { FigureRefusal, TypedFigure } from '../../domain/indicator/read-figure.ts';
import type { IndicatorDefinition } from '../../domain/standard/standard.ts';
import type { RuleFault, RuleProblem } from '../../domain/verdict/check-rules.ts';
import type { ScoringFault, ScoringProblem } from '../../domain/verdict/check-scoring.ts';
import { AppError } from '../app-error.ts';

// Marks, grades, scores, figures and the rules of targets.

export const clauseNotFound = (code: string) =>
  new AppError('assessment/clause-not-found', `标准里没有条款“${code}”。请核对条款编号。`);

export const pointNotFound = () => new AppError('assessment/point-not-found', '找不到这个要点。请重新打开轮次后再试。');

export const notGraded = (code: string) =>
  new AppError('assessment/not-graded', `条款 ${code} 不用 A–E 等级评分，不能这样打分。`);

export const notMarked = (code: string) =>
  new AppError('assessment/not-marked', `条款 ${code} 是监测指标，请填写数据，不判定要点。`);

export const notScored = (code: string) =>
  new AppError('assessment/not-scored', `条款 ${code} 不是分值条款，不能填得分。`);

export const notMeasured = (code: string) =>
  new AppError('assessment/not-measured', `条款 ${code} 不是监测指标，不能填分子和分母。`);

/** Why a typed score is not taken, as part of a sentence. */
export const scoreFault = (text: string, full: string, refusal: ScoreRefusal): string => {
  switch (refusal) {
    case 'not-a-number':
      return `得分“${text}”不是数，请填 0 到 ${full} 之间的数`;
    case 'too-precise':
      return `得分“${text}”的小数超过两位`;
    case 'negative':
      return `得分“${text}”小于 0`;
    case 'above-full':
      return `得分“${text}”超过满分 ${full}`;
    case 'reason-missing':
      return `得分“${text}”与要点得出的建议得分不同，请写明理由`;
  }
};

export const scoreRefused = (code: string, text: string, full: string, refusal: ScoreRefusal) =>
  new AppError(
    refusal === 'reason-missing' ? 'assessment/reason-missing' : 'assessment/score-refused',
    `条款 ${code} 的${scoreFault(text, full, refusal)}。`,
  );

const periodExamples = { month: '2026年3月', quarter: '2026年第1季度', year: '2026年' } as const;
const periodNames = { month: '按月', quarter: '按季度', year: '按年' } as const;

/** Why a typed figure is not taken, as part of a sentence. */
export const figureFault = (
  definition: Pick<IndicatorDefinition, 'period' | 'numerator' | 'denominator'>,
  typed: TypedFigure,
  refusal: FigureRefusal,
): string => {
  const numerator = definition.denominator === null ? '数值' : '分子';
  switch (refusal) {
    case 'period-unknown':
      return `期间“${typed.period}”看不懂，请写成 ${periodExamples[definition.period]} 的样子`;
    case 'period-kind':
      return `期间“${typed.period}”不对：这项指标${periodNames[definition.period]}填报，请写成 ${periodExamples[definition.period]} 的样子`;
    case 'numerator':
      return /[%％‰]$/u.test(typed.numerator ?? '')
        ? `${numerator}“${typed.numerator}”是比率，不是个数，请填${definition.numerator}`
        : `${numerator}“${typed.numerator}”不是数`;
    case 'numerator-negative':
      return `${numerator}“${typed.numerator}”小于 0，“${definition.numerator}”不会是负数`;
    case 'denominator':
      return `分母“${typed.denominator}”不是大于或等于 0 的数`;
    case 'numerator-missing':
      return `有分母“${typed.denominator}”，缺分子（${definition.numerator}）`;
    case 'no-denominator':
      return `这项指标是计数，没有分母，不能填“${typed.denominator}”`;
  }
};

export const figureRefused = (
  code: string,
  definition: Pick<IndicatorDefinition, 'period' | 'numerator' | 'denominator'>,
  typed: TypedFigure,
  refusal: FigureRefusal,
) => new AppError('assessment/figure-refused', `条款 ${code}：${figureFault(definition, typed, refusal)}。`);

export const ownTargetRefused = (code: string, typed: string, why: 'monitored' | 'not-a-number') =>
  new AppError(
    'assessment/own-target-refused',
    why === 'monitored'
      ? `条款 ${code} 只监测、不评判，没有目标值可填。`
      : `条款 ${code} 的目标值“${typed}”看不懂。请填一个数，例如 85%、1:1.5、3.2万。`,
  );

const ruleFaults: Readonly<Record<RuleFault, string>> = {
  'no-rules': '一条规则也没有，无法判断是否达标',
  'unknown-scope': '的范围在这个标准里不存在',
  'no-clauses': '的范围里没有可以这样统计的条款',
  'not-exact': '的要求不是一个数，请填百分比、分数（如 1/3）或分值',
  'above-one': '的要求超过 100%',
  'above-full': '的要求超过满分',
  'no-score': '按得分，但这个标准没有分值',
  'no-part': '按得分，但这个范围不是总分的组成部分',
  repeated: '与前面的规则重复',
};

/** What is wrong with a rule, said beside it. */
export const ruleFault = (fault: RuleFault): string =>
  fault === 'no-rules' ? `${ruleFaults[fault]}。` : `这条规则${ruleFaults[fault]}。`;

const scoringFaults: Readonly<Record<ScoringFault, string>> = {
  'no-parts': '总分没有组成部分',
  full: '满分应大于 0',
  'unknown-scope': '的范围在这个标准里不存在',
  repeated: '的范围与前面重复',
  weight: '的权重应在 0 到 1 之间',
  'weights-sum': '各部分的权重加起来不是 100%',
  rate: '的折算率应在 0 到 1 之间',
};

/** What is wrong with a weighted total, said beside the field. */
export const scoringFault = (fault: ScoringFault): string =>
  scoringFaults[fault].startsWith('的') ? `这一部分${scoringFaults[fault]}。` : `${scoringFaults[fault]}。`;

export const scoringRefused = (problems: readonly ScoringProblem[]) =>
  new AppError('round/scoring-refused', '总分的折算办法没有修改，原来的继续有效。请改正后再保存。', {
    details: problems.map(({ at, fault }) =>
      at < 0 ? `${scoringFaults[fault]}。` : `第 ${at + 1} 部分${scoringFaults[fault]}。`,
    ),
  });

export const notWeighted = () =>
  new AppError('round/not-weighted', '这个标准的总分不是由加权部分组成的，没有折算办法可改。');

export const rulesRefused = (label: string, problems: readonly RuleProblem[]) =>
  new AppError('round/rules-refused', `“${label}”的规则没有修改，原来的规则继续有效。请改正后再保存。`, {
    details: problems.map(({ at, fault }) =>
      at < 0 ? `${ruleFaults[fault]}。` : `第 ${at + 1} 条规则${ruleFaults[fault]}。`,
    ),
  });

export const gradeNotOptional = (code: string) =>
  new AppError('assessment/not-optional', `条款 ${code} 不是可选条款，不能评 E（不适用）。`);

/** Why a grade wants a reason: it is above what the points suggest, or they suggest nothing yet. */
export const raisedFault = (grade: string, suggested: string | undefined) =>
  suggested === undefined ? `要点还没判完，直接评为 ${grade}` : `评为 ${grade} 高于要点得出的建议等级`;

export const raiseNeedsReason = (code: string, grade: string, suggested: string | undefined) =>
  new AppError('assessment/reason-missing', `条款 ${code} ${raisedFault(grade, suggested)}，请写明理由。`);

export const nothingToUndo = () => new AppError('assessment/nothing-to-undo', '没有可以撤销的操作。');
export const nothingToRedo = () => new AppError('assessment/nothing-to-redo', '没有可以重做的操作。');
