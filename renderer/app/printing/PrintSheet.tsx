import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './print.css';

/** What goes on paper, beside the page and seen by the printer only: what is drawn on screen is a part. */
export function PrintSheet({ onReady, children }: { readonly onReady: () => void; readonly children: ReactNode }) {
  const report = useEffectEvent(onReady);
  useEffect(() => {
    // A frame later the progress is on screen; laying out a thousand clauses takes a moment.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => report()));
    return () => cancelAnimationFrame(frame);
  }, []);
  return createPortal(
    <article className="print-document" aria-hidden="true">
      {children}
    </article>,
    document.body,
  );
}
