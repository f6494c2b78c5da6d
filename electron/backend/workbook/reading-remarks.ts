import type { Standard } from '../../../shared/domain/standard/standard.ts';
import { showThreshold } from '../../../shared/domain/number/share.ts';
import type { ScoredClause } from './scored-clauses.ts';

/** How the summary's figures are counted (product.md section 5), for the methods that the standard has. */
export function readingRemark(standard: Standard, clauses: readonly ScoredClause[]): string {
  const has = (...methods: readonly string[]) => clauses.some(({ clause }) => methods.includes(clause.method));
  return [
    '口径：适用数不含不适用（E）的条款；未评的条款计入适用数，不算达到。',
    has('graded') ? 'A 也算 B、C，B 也算 C。' : '',
    standard.scoring
      ? '总分由各部分加权：部分得分率＝各适用条款折合值的平均，总分＝满分×Σ（权重×得分率）÷Σ权重。'
      : has('points')
        ? '得分＝实得分合计÷适用满分合计×满分；未评的条款按 0 分计入，不适用的条款退出满分。'
        : '',
    has('points') ? `分值条款得到满分的 ${showThreshold(standard.yesAtRate)} 算通过。` : '',
    has('indicator') ? '指标达标、或只监测的指标有数值，算通过；评审“认可”即同意自评结果。' : '',
    has('prerequisite') ? '前置要求有一项违反，一票否决。' : '',
    '比例只截取、不四舍五入到一位小数',
    has('points') || standard.scoring ? '，得分截取到两位小数，是否达到按精确值判定。' : '。',
    clauses.every(({ counted }) => counted) ? '' : '不计入的章不在统计之内。',
  ].join('');
}
