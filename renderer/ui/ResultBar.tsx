import './result-bar.css';

const tones = ['A', 'B', 'C', 'pass', 'none', 'D', 'fail', 'E'] as const;

/** How many have which result, as a thin bar; the rest of it is what has none yet. The figures stand beside it. */
export const ResultBar = ({
  counts,
  total,
}: {
  counts: Readonly<Partial<Record<(typeof tones)[number], number>>>;
  total: number;
}) => (
  <span className="result-bar" aria-hidden="true">
    {tones.map(
      (tone) =>
        (counts[tone] ?? 0) > 0 && (
          <i key={tone} className={`result-bar-${tone}`} style={{ width: `${((counts[tone] ?? 0) / total) * 100}%` }} />
        ),
    )}
  </span>
);
