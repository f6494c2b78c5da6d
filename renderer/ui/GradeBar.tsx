import './grade-bar.css';

const letters = ['A', 'B', 'C', 'D', 'E'] as const;

/** How many have which grade, as a thin bar; the rest of it is what has none yet. */
export const GradeBar = ({
  counts,
  total,
}: {
  counts: Readonly<Record<(typeof letters)[number], number>>;
  total: number;
}) => (
  <span className="grade-bar" aria-hidden="true">
    {letters.map(
      (letter) =>
        counts[letter] > 0 && (
          <i key={letter} style={{ width: `${(counts[letter] / total) * 100}%`, background: `var(--${letter})` }} />
        ),
    )}
  </span>
);
