import { grades, marks, type Grade, type Mark } from '../../../shared/domain/grade/grade.ts';
import { tiers, type PointTier } from '../../../shared/domain/standard/standard.ts';

/** Full-width letters and digits become plain ones; spaces and invisible characters go. */
export const squeeze = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff]/gu, '');

const markWords: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ...marks.map((mark): [string, Mark] => [mark, mark]),
  ['符合', 'met'],
  ['部分符合', 'partial'],
  ['部分', 'partial'],
  ['不符合', 'unmet'],
  ['不符', 'unmet'],
  ['不适用', 'n/a'],
]);

/** These read squeezed text; undefined when it is none of the words. */
export const readMark = (text: string): Mark | undefined => markWords.get(text.toLowerCase());

const withoutSuffix = (text: string): string => text.toUpperCase().replace(/级$/u, '');

export const readGrade = (text: string): Grade | undefined => grades.find((grade) => grade === withoutSuffix(text));

export const readTier = (text: string): PointTier | undefined =>
  text.toLowerCase() === 'yes' ? 'yes' : tiers.find((tier) => tier === withoutSuffix(text));

export const readPoint = (text: string): number | undefined => (/^\d{1,3}$/u.test(text) ? Number(text) : undefined);
