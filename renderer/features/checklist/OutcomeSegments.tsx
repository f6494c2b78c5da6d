import type { Outcome } from '../../../shared/domain/checklist/decide-outcome.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { useServices } from '../../app/services.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { Segments } from '../../ui/Segments.tsx';

interface OutcomeSegmentsProps {
  readonly clause: Clause;
  readonly outcome: Outcome;
  readonly pass: string;
  readonly fail: string;
}

/** The result of a clause that passes or does not; choosing one judges all of its points. */
export function OutcomeSegments({ clause, outcome, pass, fail }: OutcomeSegmentsProps) {
  const { checklist } = useServices();
  const isReadOnly = useReadOnly();
  return (
    <Segments
      label="结果"
      kind="outcome"
      disabled={isReadOnly}
      testId="outcome-segments"
      value={outcome}
      options={[
        { value: 'pass', text: pass, name: pass, title: `${pass}：要点全部符合` },
        { value: 'fail', text: fail, name: fail },
        {
          value: 'n/a',
          text: '不适用',
          name: '不适用',
          disabled: !clause.optional,
          title: clause.optional ? undefined : '只有可选条款可以不适用',
        },
      ]}
      onChoose={(chosen) => checklist.getState().chooseOutcome(clause.id, chosen)}
    />
  );
}
