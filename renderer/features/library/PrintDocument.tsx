import { useEffect, useEffectEvent } from 'react';
import { createPortal } from 'react-dom';
import type { LibraryStandard } from '../../../shared/contract/standard.ts';
import { BlockView } from './BlockView.tsx';
import { blocksOf } from './reading-blocks.ts';
import './print.css';

/**
 * All of a standard as plain text flow, beside the page and seen by the printer only: what is drawn on screen is a part.
 */
export function PrintDocument({ onReady, ...found }: LibraryStandard & { onReady: () => void }) {
  const report = useEffectEvent(onReady);
  useEffect(() => {
    // A frame later the progress is on screen; laying out a thousand clauses takes a moment.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => report()));
    return () => cancelAnimationFrame(frame);
  }, []);
  return createPortal(
    <article className="print-document" aria-hidden="true">
      {blocksOf(found.standard).map((block) => (
        <BlockView key={block.key} block={block} found={found} words="" />
      ))}
    </article>,
    document.body,
  );
}
