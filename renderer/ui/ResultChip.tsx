import './result-chip.css';

interface ResultChipProps {
  readonly tone: 'A' | 'B' | 'C' | 'D' | 'E' | 'good' | 'bad' | 'plain' | 'doubt' | 'none';
  /** Says the same as the tone: a letter, a word, a sign before a figure. */
  readonly text: string;
  readonly title?: string;
}

/** A result on its colour; a dashed square when there is none yet. */
export const ResultChip = ({ tone, text, title }: ResultChipProps) => (
  <span className={`result-chip result-${tone}`} title={title}>
    {text}
  </span>
);
