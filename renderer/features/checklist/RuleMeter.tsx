import { useState } from 'react';
import { ruleLabel } from '../../../shared/text/labels.ts';
import type { Rule, Standard } from '../../../shared/domain/standard/standard.ts';
import type { RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { countWords, outcomeWords, standWords, thresholdWords, tickOf } from '../../app/rule-words.ts';
import { useServices } from '../../app/services.ts';
import { Meter } from '../../ui/Meter.tsx';
import { groundOf } from '../targets/ground.ts';
import { partWords, scoreParts } from '../targets/score-parts.ts';
import { liftSummary } from './lift-summary.ts';

interface RuleMeterProps {
  readonly rule: RuleResult;
  readonly standard: Standard;
  /** What the standard asks for; undefined when it has no such rule. */
  readonly builtIn: Rule | undefined;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

/** One rule of the target: where it stands, where it should, and how much is missing. */
export function RuleMeter({ rule, standard, builtIn, isActive, onChoose }: RuleMeterProps) {
  const { round } = useServices();
  const [hint, setHint] = useState<string>();
  // Worked out when it is asked for: a mark must not wait for six hints that nobody reads.
  const explain = () => {
    const { open, states } = round.getState();
    const ground = groundOf({ standard, clauses: open?.clauses ?? [], states });
    const parts = rule.kind === 'score' && rule.scope === 'total' ? scoreParts(ground).map(partWords) : [];
    const threshold = thresholdWords(rule);
    setHint(
      [
        `${ruleLabel(rule, standard.scopes)}：${standWords(rule)}（${countWords(rule)}），要求 ${threshold}`,
        ...parts,
        rule.forecast && `已评口径 ${rule.forecast}%（只作预测）`,
        !builtIn && '本轮增加的规则，标准没有',
        builtIn && thresholdWords(builtIn) !== threshold && `本轮改过，内置为 ${thresholdWords(builtIn)}`,
        liftSummary(rule, ground),
        isActive ? '再点一次显示全部条款' : '点击只看还差的条款',
      ]
        .filter(Boolean)
        .join('\n'),
    );
  };
  return (
    <button
      type="button"
      className={`rule rule-${!rule.applicable ? 'void' : rule.holds ? 'met' : 'short'}`}
      aria-pressed={isActive}
      title={hint}
      onMouseEnter={explain}
      onFocus={explain}
      onClick={onChoose}
      data-testid="rule"
    >
      <span className="rule-line">
        <span className="ellipsis">{ruleLabel(rule, standard.scopes)}</span>
        <span>
          <b>{standWords(rule)}</b> / {thresholdWords(rule).replace(/ 分$/, '')} <em>{outcomeWords(rule)}</em>
        </span>
      </span>
      <Meter
        percent={Number(rule.percent ?? 0)}
        tick={tickOf(rule)}
        tone={!rule.applicable ? 'muted' : rule.holds ? 'good' : 'bad'}
      />
    </button>
  );
}
