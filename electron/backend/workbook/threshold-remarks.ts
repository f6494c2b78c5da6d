import type { Confidence, Standard, TargetLevel } from '../../../shared/domain/standard/standard.ts';
import { confidenceLabels } from '../../../shared/text/labels.ts';

const confidenceText = (confidence: Confidence | undefined): string =>
  confidence ? confidenceLabels[confidence] : '未注明可信度，请核对';

/** Whose thresholds were used and how far they can be trusted. Printed on every output: a wrong one misleads. */
export function thresholdRemarks(standard: Standard, target: TargetLevel): readonly string[] {
  return [
    `阈值：目标等级“${target.label}”，取自标准包 ${standard.packId}（${confidenceText(target.confidence)}）。${target.note ?? ''}`,
    `标准：${standard.title}（${confidenceText(standard.confidence)}）。${standard.note ?? ''}`,
  ];
}
