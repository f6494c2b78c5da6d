import type { Scope } from '../../../shared/domain/standard/standard.ts';
import type { RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { ruleLabel } from '../../../shared/text/labels.ts';
import { outcomeWords, standWords, thresholdWords, tickOf } from '../../app/rule-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Meter } from '../../ui/Meter.tsx';

interface LiftRuleProps {
  readonly now: RuleResult;
  readonly then: RuleResult;
  readonly scopes: readonly Scope[];
  readonly isOnly: boolean;
  readonly onOnly: () => void;
  readonly onCheapest: () => void;
}

/** One rule: now, and once what is ticked is done. */
export function LiftRule({ now, then, scopes, isOnly, onOnly, onCheapest }: LiftRuleProps) {
  const label = ruleLabel(now, scopes);
  const offer = then.kind === 'score' ? '勾选最省的，直到达到' : `勾选最省的 ${then.missing} 条`;
  const tone = !then.applicable ? 'muted' : then.holds ? 'good' : 'bad';
  return (
    <li className="lift-rule" data-testid="lift-rule">
      <button
        type="button"
        className="lift-figures"
        aria-pressed={isOnly}
        title={isOnly ? '显示全部条款' : '只列出能帮到这条规则的条款'}
        disabled={now.holds}
        onClick={onOnly}
      >
        <span className="rule-line">
          <span className="ellipsis">{label}</span>
          <span>要求 {thresholdWords(now)}</span>
        </span>
        <span className="rule-line">
          <span>
            {standWords(now)} → <b>{standWords(then)}</b>
          </span>
          <em className={tone}>{outcomeWords(then)}</em>
        </span>
        <Meter percent={Number(then.percent ?? 0)} tick={tickOf(then)} tone={tone} />
      </button>
      {!now.holds && (
        <Button
          tone="link"
          disabled={then.holds}
          aria-label={`${label}：${then.holds ? '已达到' : offer}`}
          onClick={onCheapest}
        >
          {then.holds ? '已达到' : offer}
        </Button>
      )}
    </li>
  );
}
