import type { OverlayMatch, OverlayPreview } from '../../../shared/contract/official-text.ts';

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

/** What becomes of the wording that the standard has, and how many clauses get new wording. */
export function layingOf({ matched, worded }: OverlayPreview, left: ReadonlySet<string>) {
  const before = new Set(worded);
  const taken = matched.filter(({ code }) => !left.has(code));
  const replaced = taken.filter(({ code }) => before.has(code)).length;
  return { before: before.size, taken: taken.length, replaced, added: taken.length - replaced };
}

/** The same, told beforehand. */
export function layingWords(
  { before, taken, replaced, added }: ReturnType<typeof layingOf>,
  replaceAll: boolean,
): string {
  if (before === 0) return '标准本身不变；随时可以在标准库里移除。';
  if (replaceAll) return `以前的 ${before} 条先移除，再覆上这一份的 ${taken} 条。`;
  const changes = [replaced > 0 && `其中 ${replaced} 条换成这一份`, added > 0 && `新增 ${added} 条`].filter(Boolean);
  return `已有 ${before} 条，${changes.length === 0 ? '都不变' : changes.join('，')}。`;
}
