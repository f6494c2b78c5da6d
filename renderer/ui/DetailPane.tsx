import type { ReactNode } from 'react';
import './detail-pane.css';

interface DetailPaneProps {
  readonly label: string;
  /** What is to be said of the row, and done with it. */
  readonly head: ReactNode;
  /** What a screen reader says of the two texts. */
  readonly textsLabel: string;
  /** Two articles. */
  readonly children: ReactNode;
}

/** The row at hand in full, under its table: two texts side by side, what matters in them marked. */
export const DetailPane = ({ label, head, textsLabel, children }: DetailPaneProps) => (
  <section className="detail" aria-label={label}>
    <div className="detail-head">{head}</div>
    <div className="detail-texts" role="group" aria-label={textsLabel} tabIndex={0}>
      {children}
    </div>
  </section>
);
