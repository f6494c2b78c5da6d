import type { RoundTarget } from '../../../shared/contract/round.ts';

/** Whether a target's verdict rests on anything that the round edited: its rules, or how the score they look at is put together. */
export const usesEdited = (
  { edited, rules }: Pick<RoundTarget, 'edited' | 'rules'>,
  hasEditedScoring: boolean,
): boolean => edited || (hasEditedScoring && rules.some(({ kind }) => kind === 'score'));
