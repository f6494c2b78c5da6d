import type { TargetLevel } from '../../../shared/domain/standard/standard.ts';
import { confidenceLabels } from '../../../shared/text/labels.ts';

/** How far built-in thresholds or weights can be trusted. */
export function ThresholdRemarks({ of: { confidence, note } }: { of: Pick<TargetLevel, 'confidence' | 'note'> }) {
  if (!confidence && !note) return null;
  return (
    <p className="target-remarks">
      {confidence && confidence !== 'high' && <b>{confidenceLabels[confidence]}</b>}
      {note}
    </p>
  );
}
