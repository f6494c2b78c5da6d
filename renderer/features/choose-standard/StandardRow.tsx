import { confidenceLabels, methodLabels } from '../../../shared/text/labels.ts';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { methods } from '../../../shared/domain/standard/standard.ts';
import { Confidence } from './Confidence.tsx';

interface StandardRowProps {
  readonly standard: StandardSummary;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A pack with all its reservations in full: a wrong threshold misleads a hospital. */
export function StandardRow({ standard, isChosen, onChoose }: StandardRowProps) {
  const counts = methods
    .filter((method) => (standard.clauses[method] ?? 0) > 0)
    .map((method) => `${methodLabels[method]} ${standard.clauses[method]}`);
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      aria-label={`${standard.title}，${confidenceLabels[standard.confidence]}`}
      className="standard-row"
      onClick={onChoose}
      data-testid={`standard-${standard.id}`}
    >
      <span className="standard-title">{standard.title}</span>
      <Confidence level={standard.confidence} />
      <span className="standard-meta">{[standard.programme, `${standard.edition} 版`, ...counts].join(' · ')}</span>
      {standard.note && <span className="standard-note">{standard.note}</span>}
    </button>
  );
}
