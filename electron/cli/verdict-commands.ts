import type { RoundView, VerdictReport } from '../../shared/contract/round.ts';
import { isCounted } from '../../shared/domain/round/clause-state.ts';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { ruleLabel } from '../../shared/text/labels.ts';
import { alignColumns } from './columns.ts';
import type { Command } from './command.ts';
import { openRound } from './find-round.ts';
import { outcome, reachedWords, standing, wanted } from './rule-words.ts';
import { verdictJson } from './verdict-json.ts';

export const verdictCommand: Command = {
  words: ['verdict'],
  usage: 'verdict --workspace 文件夹 [--round 编号] [--target 目标]           是否达标，还缺什么',
  needs: ['workspace'],
  takes: ['round', 'target'],
  files: false,
  async run(context) {
    const { id: roundId } = await openRound(context);
    const { target } = context.values;
    const report = await context.call('round.verdict', {
      roundId,
      ...(typeof target === 'string' ? { targetId: target } : {}),
    });
    const view = await context.call('round.open', { roundId });
    const rules = report.rules.map((rule) => [
      `  ${ruleLabel(rule, view.standard.scopes)}`,
      standing(rule),
      rule.applicable ? `${rule.percent}%` : '',
      `要求 ${wanted(rule)}`,
      outcome(rule),
    ]);
    const lines = [
      ...vetoLines(report, view),
      `${labelOf(report, view)}：${reachedWords(report)}`,
      ...alignColumns(rules),
      ...totalLines(report),
      unscoredLine(report, view),
    ];
    return { text: lines.join('\n'), json: verdictJson(report) };
  },
};

export const targetsCommand: Command = {
  words: ['targets'],
  usage: 'targets --workspace 文件夹 [--round 编号]                           各目标等级的结论，并排',
  needs: ['workspace'],
  takes: ['round'],
  files: false,
  async run(context) {
    const { id: roundId } = await openRound(context);
    const view = await context.call('round.open', { roundId });
    const reports: VerdictReport[] = [];
    for (const { id } of view.settings.targets) {
      reports.push(await context.call('round.verdict', { roundId, targetId: id }));
    }
    // Prerequisites and the total are the standard's: the same whatever the target.
    const [first] = reports;
    const text = [
      ...(first ? vetoLines(first, view) : []),
      ...alignColumns(compare(reports, view)),
      ...(first ? totalLines(first) : []),
    ].join('\n');
    const json = reports.map((report) => {
      const { target, gap: _gap, ...verdict } = verdictJson(report);
      const current = target === view.settings.targetId;
      return { target, label: levelOf(report, view)?.label, current, ...verdict };
    });
    return { text, json };
  },
};

/** A column a target, a line a rule; a target without that rule has a dash there. */
function compare(reports: readonly VerdictReport[], view: RoundView): readonly (readonly string[])[] {
  const { scopes } = view.standard;
  const labels = new Set(reports.flatMap(({ rules }) => rules.map((rule) => ruleLabel(rule, scopes))));
  const cellOf = ({ rules }: VerdictReport, label: string): string => {
    const rule = rules.find((known) => ruleLabel(known, scopes) === label);
    return rule ? `${[standing(rule), `要求 ${wanted(rule)}`].filter(Boolean).join(' ')} ${outcome(rule)}` : '—';
  };
  return [
    ['目标', ...reports.map((report) => labelOf(report, view))],
    ['结论', ...reports.map(reachedWords)],
    ...[...labels].map((label) => [label, ...reports.map((report) => cellOf(report, label))]),
  ];
}

const levelOf = ({ target }: VerdictReport, { settings }: RoundView) =>
  settings.targets.find(({ id }) => id === (target as typeof id));

function labelOf(report: VerdictReport, view: RoundView): string {
  const label = levelOf(report, view)?.label ?? report.target;
  const remarks = [
    ...(report.target === view.settings.targetId ? ['本轮目标'] : []),
    ...(report.edited ? ['规则已修改'] : []),
  ];
  return remarks.length > 0 ? `${label}（${remarks.join('，')}）` : label;
}

function vetoLines({ vetoes }: VerdictReport, { standard }: RoundView): readonly string[] {
  if (vetoes.length === 0) return [];
  const titles = new Map(clausesOf(standard).map(({ code, title }) => [code, title]));
  return [`一票否决：违反前置要求 ${vetoes.length} 条`, ...vetoes.map((code) => `  ${code} ${titles.get(code) ?? ''}`)];
}

/** Clauses of chapters that stand in no rule are left out, and that is said. */
function unscoredLine({ unscored }: VerdictReport, { standard }: RoundView): string {
  const clauses = clausesOf(standard);
  const counted = clauses.filter(isCounted).length;
  return counted === clauses.length
    ? `未评 ${unscored} 条`
    : `未评 ${unscored} 条（计入规则的 ${counted} 条中；另有 ${clauses.length - counted} 条不计入）`;
}

const totalLines = ({ total }: VerdictReport): readonly string[] =>
  total ? [`总分 ${total.score}（满分 ${total.full}）`] : [];
