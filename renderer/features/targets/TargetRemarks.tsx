import type { RoundTarget } from '../../../shared/contract/round.ts';
import { confidenceLabels } from '../../../shared/text/labels.ts';

/** How far the built-in thresholds can be trusted. */
export function TargetRemarks({ target }: { target: RoundTarget }) {
  const { confidence, note } = target;
  if (!confidence && !note) return null;
  return (
    <p className="target-remarks">
      {confidence && confidence !== 'high' && <b>{confidenceLabels[confidence]}</b>}
      {note}
    </p>
  );
}
