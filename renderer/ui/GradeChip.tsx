import './grade-chip.css';

/** A grade's letter on its colour; a dashed square when there is none yet. */
export function GradeChip({ grade, label, small }: { grade: string | undefined; label?: string; small?: boolean }) {
  const size = small ? ' grade-chip-small' : '';
  return (
    <span
      className={`grade-chip ${grade ? `grade-${grade}` : 'grade-none'}${size}`}
      {...(label && { role: 'img', 'aria-label': label })}
    >
      {grade}
    </span>
  );
}
