import { plainForms } from '../../../shared/domain/indicator/typed.ts';
import { grades, marks, type Grade, type Mark } from '../../../shared/domain/grade/grade.ts';
import { tiers, type Method, type PointTier } from '../../../shared/domain/standard/standard.ts';

/** Full-width letters and digits become plain ones; spaces and invisible characters go. */
export const squeeze = (text: string): string => withoutInvisible(text.normalize('NFKC'));

const withoutInvisible = (text: string): string => text.replace(/[\s\u200b-\u200f\u2060\ufeff]/gu, '');

type Words = ReadonlyMap<string, Mark>;

const markWords: Words = new Map<string, Mark>([
  ...marks.map((mark): [string, Mark] => [mark, mark]),
  ['符合', 'met'],
  ['部分符合', 'partial'],
  ['部分', 'partial'],
  ['不符合', 'unmet'],
  ['不符', 'unmet'],
  ['不适用', 'n/a'],
]);

const ownWords: Readonly<Partial<Record<Method, Words>>> = {
  checklist: new Map([
    ['是', 'met'],
    ['否', 'unmet'],
    ['通过', 'met'],
    ['不通过', 'unmet'],
  ]),
  prerequisite: new Map([
    ['无违反', 'met'],
    ['未违反', 'met'],
    ['违反', 'unmet'],
    ['有违反', 'unmet'],
  ]),
};

/** These read squeezed text; undefined when it is none of the words. */
export const readMark = (text: string, method: Method): Mark | undefined =>
  markWords.get(text.toLowerCase()) ?? ownWords[method]?.get(text);

const usualMarks = '符合、部分符合、不符合 或 不适用';
/** The marks that a clause of this method may be given, for messages. */
export const expectedMarks = (method: Method): string => {
  if (method === 'checklist') return `是、否、${usualMarks}`;
  return method === 'prerequisite' ? `无违反、违反、${usualMarks}` : usualMarks;
};

const withoutSuffix = (text: string): string => text.toUpperCase().replace(/级$/u, '');

export const readGrade = (text: string): Grade | undefined =>
  text === '不适用' ? 'E' : grades.find((grade) => grade === withoutSuffix(text));

export const readTier = (text: string): PointTier | undefined =>
  text === '是' || text.toLowerCase() === 'yes' ? 'yes' : tiers.find((tier) => tier === withoutSuffix(text));

export const readPoint = (text: string): number | undefined => (/^\d{1,3}$/u.test(text) ? Number(text) : undefined);

/** A number as it was typed, in plain characters. */
export const plainNumber = (text: string): string => withoutInvisible(plainForms(text)).replace(/^[−–]/u, '-');

/** A score without what people write around it: `３.５０ 分` is `3.5`. Whether it is one is the domain's to say. */
export const readScore = (text: string): string =>
  plainNumber(text)
    .replace(/分$/u, '')
    .replace(/^(-?)0+(?=\d)/u, '$1')
    .replace(/^(-?\d+)\.(\d*?)0+$/u, (_all, integer: string, decimals: string) =>
      decimals === '' ? integer : `${integer}.${decimals}`,
    );
