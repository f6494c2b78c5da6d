import { confidenceLabels } from '../../../shared/text/labels.ts';
import type { Confidence as Level } from '../../../shared/domain/standard/standard.ts';

const tones = { high: 'good', medium: 'grey', low: 'warn' } as const;

const words = { high: '高', medium: '中', low: '低' } as const;

/** Short in a column that is headed 可信度. */
export const Confidence = ({ level, isShort = false }: { level: Level; isShort?: boolean }) => (
  <span className={`chip chip-${tones[level]}`} {...(isShort && { title: confidenceLabels[level] })}>
    {isShort ? words[level] : confidenceLabels[level]}
  </span>
);
