import { AppError } from '../app-error.ts';

// Rounds 评估轮次.

export const roundNotFound = () => new AppError('round/not-found', '找不到这个评估轮次。请重新打开工作区后再试。');

export const roundUnknown = (id: string, rounds: readonly string[]) =>
  new AppError(
    'round/not-found',
    rounds.length === 0 ? `没有编号为“${id}”的轮次：工作区里还没有轮次。` : `没有编号为“${id}”的轮次。工作区里的轮次：`,
    { details: rounds },
  );

export const noRound = () => new AppError('round/none', '工作区里还没有评估轮次。请先选择标准和目标等级，建立轮次。');

export const roundArchived = (title: string) => new AppError('round/archived', `轮次“${title}”已归档，不能再修改。`);

export const roundMoved = (title: string) =>
  new AppError('round/moved', `轮次“${title}”刚刚转到了另一版标准，这一步没有做。请在新版里再做一次。`);

export const severalRounds = (titles: readonly string[]) =>
  new AppError('round/several', '工作区里有多个轮次，请用 --round 指明一个。', { details: titles });
