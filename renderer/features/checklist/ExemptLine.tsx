import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { RestoreButton } from './RestoreButton.tsx';

/** A clause that was taken out of the count as a whole, and the way back. */
export const ExemptLine = ({ clause }: { clause: Clause }) => (
  <div className="grade-line">
    <span className="chip chip-grey">不适用</span>
    <p className="grade-why">整条不适用，不进分母，填过的内容都保留</p>
    <RestoreButton clause={clause} />
  </div>
);
