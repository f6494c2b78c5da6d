import type { LibraryStandard } from '../../../shared/contract/standard.ts';
import { AboutStandard } from './AboutStandard.tsx';
import { ClauseText } from './ClauseText.tsx';
import { Marked } from './Marked.tsx';
import type { Block } from './reading-blocks.ts';

interface BlockViewProps {
  readonly block: Block;
  readonly found: Omit<LibraryStandard, 'summary'> & Partial<Pick<LibraryStandard, 'summary'>>;
  readonly words: string;
  /** The round's own target, where a round is looked at. */
  readonly ownTarget?: string | undefined;
}

/** One piece of a standard, on screen and on paper alike. */
export function BlockView({ block, found, words, ownTarget }: BlockViewProps) {
  switch (block.kind) {
    case 'about':
      return <AboutStandard {...found} ownTarget={ownTarget} />;
    case 'chapter':
      return (
        <h2 className="reading-chapter">
          {block.chapter.code} <Marked text={block.chapter.title} words={words} />
          {block.chapter.excludedFromRules && <small>不计入比例和得分</small>}
        </h2>
      );
    case 'section':
      return (
        <h3 className="reading-section">
          {block.section.code} <Marked text={block.section.title} words={words} />
        </h3>
      );
    case 'clause':
      return <ClauseText clause={block.clause} words={words} usual={found.standard.confidence} />;
  }
}
