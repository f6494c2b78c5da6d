import type { ReactNode } from 'react';

/** What a list says when it has nothing, with the one next step. */
export const EmptyState = ({ text, children }: { text: string; children?: ReactNode }) => (
  <div className="empty-state">
    <p>{text}</p>
    {children}
  </div>
);
