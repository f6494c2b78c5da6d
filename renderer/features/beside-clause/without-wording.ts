import type { OfficialWording } from '../../../shared/contract/official-text.ts';

/** Why a clause has no official wording while its standard has some. */
export const withoutWording = (answer: Exclude<OfficialWording, { readonly kind: 'worded' }>, code: string): string =>
  answer.kind === 'left'
    ? `“${answer.source}”里编号 ${code} 的条款名称是“${answer.officialTitle}”，导入时没有覆上。确实是同一条的，可以在标准库里重新导入。`
    : `覆上的官方文件里没有对上这一条（按编号 ${code} 对照）。`;
