import type { RoundScoring, RoundTarget } from '../../../shared/contract/round.ts';
import { showThreshold } from '../../../shared/domain/number/share.ts';
import type { Confidence, Rule, Scope, Scoring, Standard } from '../../../shared/domain/standard/standard.ts';
import { confidenceLabels, ruleLabel, scopeLabel } from '../../../shared/text/labels.ts';

const confidenceText = (confidence: Confidence | undefined): string =>
  confidence ? confidenceLabels[confidence] : '未注明可信度，请核对';

interface Thresholds {
  readonly standard: Standard;
  readonly target: RoundTarget;
  readonly scoring: RoundScoring | undefined;
}

/** Whose thresholds were used and how far they can be trusted. Printed on every output: a wrong one misleads. */
export function thresholdRemarks({ standard, target, scoring }: Thresholds): {
  readonly threshold: string;
  readonly standard: string;
  readonly scoring: string | undefined;
} {
  const builtIn = `标准包 ${standard.packId}（${confidenceText(target.confidence)}）。${target.note ?? ''}`;
  return {
    threshold: target.edited
      ? `阈值：目标等级“${target.label}”的规则由本轮修改，不是标准包的内置值；内置值列在各规则旁。${removedText(standard.scopes, target)}内置值取自${builtIn}`
      : `阈值：目标等级“${target.label}”，取自${builtIn}`,
    standard: `标准：${standard.title}（${confidenceText(standard.confidence)}）。${standard.note ?? ''}`,
    scoring: scoring && scoringText(scoring, standard.scopes),
  };
}

function scoringText({ effective, builtIn, edited }: RoundScoring, scopes: readonly Scope[]): string {
  const source = `（${confidenceText(builtIn.confidence)}）。${builtIn.note ?? ''}`;
  return edited
    ? `总分口径由本轮修改，不是标准包的内置值：${partsText(effective, scopes)}。内置值：${partsText(builtIn, scopes)}${source}`
    : `总分口径：${partsText(effective, scopes)}，取自标准包${source}`;
}

const partsText = ({ full, parts }: Scoring, scopes: readonly Scope[]): string =>
  [
    `满分 ${full}`,
    ...parts.map(({ scope, weight }) => `${scopeLabel(scope, scopes) || '全部'}占 ${showThreshold(weight)}`),
  ].join('，');

/** What a rule wants, in its own measure. */
const wantedText = (rule: Rule): string =>
  rule.kind === 'score' && rule.of === 'points' ? `≥ ${rule.atLeast} 分` : `≥ ${showThreshold(rule.atLeast)}`;

/** What a rule wants; of an edited target also what the standard itself wants. */
export function thresholdText(rule: Rule, target: RoundTarget): string {
  if (!target.edited) return wantedText(rule);
  const original = target.builtIn.find((each) => isSameMeasure(each, rule));
  if (!original) return `${wantedText(rule)}\n（本轮新增）`;
  const isAsBuiltIn = original.atLeast === rule.atLeast;
  return isAsBuiltIn ? `${wantedText(rule)}\n（同内置）` : `${wantedText(rule)}\n（内置 ${wantedText(original)}）`;
}

function removedText(scopes: readonly Scope[], { rules, builtIn }: RoundTarget): string {
  const removed = builtIn.filter((original) => !rules.some((rule) => isSameMeasure(rule, original)));
  const texts = removed.map((rule) => `“${ruleLabel(rule, scopes)} ${wantedText(rule)}”`);
  return texts.length === 0 ? '' : `本轮去掉的内置规则：${texts.join('、')}。`;
}

const measureOf = (rule: Rule): string =>
  [rule.kind, rule.scope, rule.kind === 'grade' ? rule.grade : rule.kind === 'score' ? rule.of : ''].join(' ');
const isSameMeasure = (left: Rule, right: Rule): boolean => measureOf(left) === measureOf(right);
