import type { Overlay, OverlayMatch } from '../../../shared/contract/official-text.ts';

export type OverlayPreview = Omit<Overlay, 'texts'>;
export type OverlayPart = 'doubtful' | 'matched' | 'without' | 'unknown';

export const overlayLabels: Readonly<Record<OverlayPart, string>> = {
  doubtful: '存疑',
  matched: '对上',
  without: '没有原文',
  unknown: '标准里没有',
};
export const overlayParts: readonly OverlayPart[] = ['doubtful', 'matched', 'without', 'unknown'];

export interface OverlayRow {
  readonly code: string;
  readonly title: string;
  readonly officialCode: string;
  readonly officialTitle: string;
  readonly match: OverlayMatch | undefined;
}

export function overlayRows(preview: OverlayPreview, part: OverlayPart): readonly OverlayRow[] {
  const none = { code: '', title: '', officialCode: '', officialTitle: '', match: undefined };
  if (part === 'without') return preview.withoutText.map(({ code, title }) => ({ ...none, code, title }));
  if (part === 'unknown')
    return preview.unknown.map(({ code, title }) => ({ ...none, officialCode: code, officialTitle: title }));
  return preview.matched
    .filter(({ isDoubtful }) => isDoubtful === (part === 'doubtful'))
    .map((match) => ({ ...match, match }));
}

export const countOverlay = (preview: OverlayPreview): Readonly<Record<OverlayPart, number>> => ({
  doubtful: preview.matched.filter(({ isDoubtful }) => isDoubtful).length,
  matched: preview.matched.filter(({ isDoubtful }) => !isDoubtful).length,
  without: preview.withoutText.length,
  unknown: preview.unknown.length,
});

/** Doubtful ones get no text until the user says so. */
export const doubtfulCodes = ({ matched }: OverlayPreview): ReadonlySet<string> =>
  new Set(matched.filter(({ isDoubtful }) => isDoubtful).map(({ code }) => code));
