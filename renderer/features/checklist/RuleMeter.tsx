import { useMemo } from 'react';
import { useStore } from 'zustand';
import { ruleLabel } from '../../../shared/text/labels.ts';
import { parseFraction, showThreshold } from '../../../shared/domain/verdict/fraction.ts';
import type { RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { useServices } from '../../app/services.ts';
import { Meter } from '../../ui/Meter.tsx';
import { liftSummary } from './lift-summary.ts';

interface RuleMeterProps {
  readonly rule: RuleResult;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

/** One rule of the target: where it stands, where it should, and how many clauses are missing. */
export function RuleMeter({ rule, isActive, onChoose }: RuleMeterProps) {
  const { round } = useServices();
  const clauses = useStore(round, (state) => state.open?.clauses);
  const states = useStore(round, (state) => state.states);
  const lifts = useMemo(() => liftSummary(rule, clauses ?? [], states), [rule, clauses, states]);
  const share = parseFraction(rule.atLeast);
  const outcome = !rule.applicable ? '不适用' : rule.holds ? '已达到' : `差 ${rule.missing} 条`;
  const hint = [
    rule.applicable ? `${rule.count} / ${rule.denominator} 条` : '范围内没有适用的条款',
    rule.forecast && `已评口径 ${rule.forecast}%（只作预测）`,
    rule.holds ? undefined : lifts,
    '点击只看还差的条款',
  ].filter(Boolean);
  return (
    <button
      type="button"
      className={`rule rule-${!rule.applicable ? 'void' : rule.holds ? 'met' : 'short'}`}
      aria-pressed={isActive}
      title={hint.join('\n')}
      onClick={onChoose}
      data-testid="rule"
    >
      <span className="rule-line">
        <span className="rule-label">{ruleLabel(rule)}</span>
        <span>
          <b>{rule.percent === undefined ? '—' : `${rule.percent}%`}</b> / {showThreshold(rule.atLeast)}{' '}
          <em>{outcome}</em>
        </span>
      </span>
      <Meter
        percent={Number(rule.percent ?? 0)}
        tick={share ? Math.min(100, (share.numerator / share.denominator) * 100) : undefined}
        tone={!rule.applicable ? 'muted' : rule.holds ? 'good' : 'bad'}
      />
    </button>
  );
}
