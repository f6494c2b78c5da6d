import { confidenceLabels, methodLabels } from '../../../shared/text/labels.ts';
import { editionText } from '../../../shared/text/edition.ts';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { methods } from '../../../shared/domain/standard/standard.ts';
import { Confidence } from './Confidence.tsx';

interface StandardRowProps {
  readonly standard: StandardSummary;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A pack in one line; the chosen one with all its reservations in full: a wrong threshold misleads a hospital. */
export function StandardRow({ standard, isChosen, onChoose }: StandardRowProps) {
  const counts = methods.flatMap((method) => {
    const count = standard.clauses[method] ?? 0;
    return count > 0 ? [{ method, count }] : [];
  });
  const edition = editionText(standard.edition);
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      aria-label={`${standard.title}，${edition}，${confidenceLabels[standard.confidence]}`}
      className="standard-line"
      onClick={onChoose}
      data-testid={`standard-${standard.id}`}
    >
      <span className="ellipsis standard-title" title={standard.title}>
        {standard.title}
      </span>
      <span className="ellipsis standard-meta" title={edition}>
        {edition}
      </span>
      <span className="standard-count">{counts.reduce((sum, { count }) => sum + count, 0)} 条</span>
      <Confidence level={standard.confidence} />
      {isChosen && (
        <span className="standard-details">
          {[standard.programme, edition, ...counts.map(({ method, count }) => `${methodLabels[method]} ${count}`)].join(
            ' · ',
          )}
        </span>
      )}
      {isChosen && standard.note && <span className="standard-note">{standard.note}</span>}
    </button>
  );
}
