import { shortTitle } from '../../../shared/text/short-title.ts';

/**
 * What a round made today is most likely called: “2026 年下半年自评”; when another round is, with the standard's short
 * name: “2026 年下半年自评·乡镇卫生院服务能力”, and counted on from there.
 */
export function suggestedRoundTitle(now: Date, standardTitle: string, taken: readonly string[]): string {
  const plain = `${now.getFullYear()} 年${now.getMonth() < 6 ? '上' : '下'}半年自评`;
  if (!taken.includes(plain)) return plain;
  const named = `${plain}·${shortTitle(standardTitle)}`;
  let title = named;
  for (let count = 2; taken.includes(title); count++) title = `${named} ${count}`;
  return title;
}
