import type { Verdict } from '../../../shared/domain/verdict/verdict.ts';

export const VerdictChip = ({ verdict }: { verdict: Pick<Verdict, 'reached' | 'vetoes'> }) => (
  <span className={`chip ${verdict.reached ? 'chip-good' : 'chip-bad'}`}>
    {verdict.vetoes.length > 0 ? '一票否决' : verdict.reached ? '已达到' : '未达到'}
  </span>
);
