import { parseAmount } from '../../../shared/domain/indicator/amount.ts';
import { brief } from '../../../shared/domain/number/rational.ts';
import { refuseScore, type ScoredPoints } from '../../../shared/domain/points/propose-score.ts';
import { scoreFault } from '../../../shared/errors/messages.ts';

/** A score as people type it, as exact text: full-width digits, “3.50 分”, “3。5”. What is no number stays as typed. */
export function readScore(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/[\s分]/g, '')
    .replace('。', '.')
    .replace(/^\./, '0.')
    .replace(/\.$/, '');
  return /^-?[\d.]+$/.test(text) ? (parseAmount(text) ?? text) : text;
}

/** Why a score cannot be taken, in the words of the backend; a reason is asked for and not refused. */
export function scoreRefusal(scored: ScoredPoints, score: string): string | undefined {
  const refusal = refuseScore(scored, score, '');
  return refusal === undefined || refusal === 'reason-missing'
    ? refusal
    : `${scoreFault(score, brief(scored.full), refusal)}。`;
}
