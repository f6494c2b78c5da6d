import type { LibraryStandard } from '../../../shared/contract/standard.ts';
import { PrintSheet } from '../../app/printing/PrintSheet.tsx';
import { BlockView } from './BlockView.tsx';
import { blocksOf } from './reading-blocks.ts';
import './print.css';

/** All of a standard as plain text flow. */
export const PrintDocument = ({ onReady, ...found }: LibraryStandard & { onReady: () => void }) => (
  <PrintSheet onReady={onReady}>
    {blocksOf(found.standard).map((block) => (
      <BlockView key={block.key} block={block} found={found} words="" />
    ))}
  </PrintSheet>
);
