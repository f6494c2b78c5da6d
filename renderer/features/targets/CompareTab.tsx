import { useMemo } from 'react';
import type { RoundSettings, RoundTarget } from '../../../shared/contract/round.ts';
import type { RoundId } from '../../../shared/domain/id.ts';
import type { RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { ruleLabel } from '../../../shared/text/labels.ts';
import {
  countWords,
  outcomeWords,
  ruleKey,
  ruleWords,
  standWords,
  thresholdWords,
  tickOf,
} from '../../app/rule-words.ts';
import { scoringWords } from '../../app/scoring-words.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { compareTargets } from './compare-targets.ts';
import type { Ground } from './ground.ts';
import { OpenPrerequisites } from './OpenPrerequisites.tsx';
import { scoreParts } from './score-parts.ts';
import { ThresholdRemarks } from './ThresholdRemarks.tsx';
import { VerdictChip } from './VerdictChip.tsx';

interface CompareTabProps {
  readonly roundId: RoundId;
  readonly settings: RoundSettings;
  readonly ground: Ground;
}

/** All targets of the standard side by side. */
export function CompareTab({ roundId, settings, ground }: CompareTabProps) {
  const { api, round, targets: store } = useServices();
  const isReadOnly = useReadOnly();
  const { targets, targetId } = settings;
  const { rows, verdicts } = useMemo(() => compareTargets(targets, ground), [targets, ground]);
  const parts = useMemo(() => scoreParts(ground), [ground]);
  const { scopes } = ground.standard;
  const own = (id: RoundTarget['id']) => (id === targetId ? 'own' : undefined);
  return (
    <div className="compare-scroller" tabIndex={0} aria-label="目标对比" role="region">
      <table className="compare">
        <thead>
          <tr>
            <th scope="col" className="compare-rule">
              规则
            </th>
            <th scope="col" className="compare-now">
              现在
            </th>
            {targets.map((target, at) => (
              <th key={target.id} scope="col" className={own(target.id)} data-testid="compare-target">
                <div className="compare-title">
                  <span className="ellipsis" title={target.label}>
                    {target.label}
                  </span>
                  {verdicts[at] && <VerdictChip verdict={verdicts[at]} />}
                  {target.edited && (
                    <span
                      className="chip chip-warn"
                      title={`内置：${target.builtIn.map((rule) => ruleWords(rule, scopes)).join('、')}`}
                    >
                      已修改
                    </span>
                  )}
                </div>
                {verdicts[at]?.reached && <OpenPrerequisites />}
                <div className="compare-actions">
                  {target.id === targetId ? (
                    <b>本轮目标</b>
                  ) : (
                    <Button
                      disabled={isReadOnly}
                      onClick={({ currentTarget }) => {
                        // It gives way to the words 本轮目标.
                        currentTarget.parentElement?.querySelector<HTMLElement>('.button-link')?.focus();
                        void round
                          .getState()
                          .send((open) => api['round.setTarget']({ roundId: open, targetId: target.id }));
                      }}
                    >
                      设为本轮目标
                    </Button>
                  )}
                  <Button
                    tone="link"
                    onClick={() => store.getState().change(roundId, { tab: 'rules', targetId: target.id })}
                  >
                    修改规则
                  </Button>
                  <Button
                    tone="link"
                    onClick={() => store.getState().change(roundId, { tab: 'lift', targetId: target.id })}
                  >
                    模拟提升
                  </Button>
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, rule, results }) => (
            <tr key={key} data-testid="compare-row">
              <th scope="row">
                {ruleLabel(rule, scopes)}
                {rule.kind === 'score' && settings.scoring?.edited && (
                  <small
                    className="warn compare-edited"
                    title={`内置：${scoringWords(settings.scoring.builtIn, ground.standard)}`}
                  >
                    折算已修改
                  </small>
                )}
                {rule.kind === 'score' && rule.scope === 'total' && parts.length > 0 && (
                  <ul className="compare-parts">
                    {parts.map(({ scope, label, weight }) => (
                      <li key={scope}>
                        {label} <small>占 {weight}</small>
                      </li>
                    ))}
                  </ul>
                )}
              </th>
              <td className="compare-now">
                <b>{standWords(rule)}</b> <small>{countWords(rule)}</small>
                {rule.kind === 'score' && rule.scope === 'total' && parts.length > 0 && (
                  <ul className="compare-parts">
                    {parts.map(({ scope, score, full }) => (
                      <li key={scope}>{score === undefined ? '没有适用的条款' : `${score} / ${full} 分`}</li>
                    ))}
                  </ul>
                )}
              </td>
              {results.map((result, at) => {
                const target = targets[at];
                return target && <Cell key={target.id} result={result} target={target} className={own(target.id)} />;
              })}
            </tr>
          ))}
          {ground.violated.length > 0 && (
            <tr>
              <th scope="row">前置要求</th>
              <td className="compare-now">
                <b className="bad">违反 {ground.violated.length} 条</b> <small>{ground.violated.join('、')}</small>
              </td>
              {targets.map(({ id }) => (
                <td key={id} className={own(id)}>
                  <em className="bad">一票否决</em>
                </td>
              ))}
            </tr>
          )}
          <tr className="compare-remarks">
            <th scope="row">依据</th>
            <td className="compare-now" />
            {targets.map((target) => (
              <td key={target.id} className={own(target.id)}>
                <ThresholdRemarks of={target} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Cell({
  result,
  target,
  className,
}: {
  result: RuleResult | undefined;
  target: RoundTarget;
  className: string | undefined;
}) {
  if (!result) {
    return (
      <td className={className}>
        <span className="compare-none">不要求</span>
      </td>
    );
  }
  const builtIn = target.builtIn.find((rule) => ruleKey(rule) === ruleKey(result));
  const isChanged = !builtIn || thresholdWords(builtIn) !== thresholdWords(result);
  const percent = Number(result.percent ?? 0);
  return (
    <td className={className}>
      <div className="compare-cell">
        <span>
          {thresholdWords(result)}
          {isChanged && (
            <small className="warn" title={builtIn ? `内置 ${thresholdWords(builtIn)}` : '标准没有这条规则'}>
              已修改
            </small>
          )}
        </span>
        <Meter
          percent={percent}
          tick={tickOf(result)}
          tone={!result.applicable ? 'muted' : result.holds ? 'good' : 'bad'}
        />
        <em className={!result.applicable ? '' : result.holds ? 'good' : 'bad'}>{outcomeWords(result)}</em>
      </div>
    </td>
  );
}
