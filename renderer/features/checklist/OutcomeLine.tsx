import type { ReactNode } from 'react';
import type { Outcome } from '../../../shared/domain/checklist/decide-outcome.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { OutcomeSegments } from './OutcomeSegments.tsx';
import { RestoreButton } from './RestoreButton.tsx';

interface OutcomeLineProps {
  readonly clause: Clause;
  readonly outcome: Outcome;
  readonly pass: string;
  readonly fail: string;
  readonly reason: string;
  /** The keys that decide it. */
  readonly children: ReactNode;
}

/** The result of a clause that passes or does not, why, and by which keys. */
export const OutcomeLine = ({ clause, outcome, pass, fail, reason, children }: OutcomeLineProps) => (
  <div className="grade-line">
    <OutcomeSegments clause={clause} outcome={outcome} pass={pass} fail={fail} />
    <p className="grade-why" data-testid="outcome-reason" title={reason}>
      {outcome === undefined && <b className="outcome-none">未评</b>}
      {reason}
    </p>
    {outcome === 'n/a' && <RestoreButton clause={clause} />}
    <span className="grade-keys">{children}</span>
  </div>
);
