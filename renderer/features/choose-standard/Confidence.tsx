import { confidenceLabels } from '../../../shared/text/labels.ts';
import type { Confidence as Level } from '../../../shared/domain/standard/standard.ts';

const tones = { high: 'good', medium: 'grey', low: 'warn' } as const;

export const Confidence = ({ level }: { level: Level }) => (
  <span className={`chip chip-${tones[level]}`}>{confidenceLabels[level]}</span>
);
