import { AppError } from '../app-error.ts';

// Files that are read.

export const scoresRefused = (file: string, problems: readonly string[]) =>
  new AppError('scores/refused', `评分文件“${file}”有 ${problems.length} 处错误，一条也没有导入。请改正后重试。`, {
    details: problems,
  });

export const fileUnreadable = (file: string, why: string, cause?: unknown) =>
  new AppError('file/unreadable', `文件“${file}”读不出来：${why}`, { cause });

export const fileGone = (file: string, cause?: unknown) =>
  new AppError('file/gone', `文件“${file}”找不到了，可能已被移走或 U 盘已拔出。请重新选择。`, { cause });

export const fileChanging = (file: string) =>
  new AppError('file/changing', `文件“${file}”在复制时被改动了。请先保存并关闭它，再添加一次。`);

export const fileLocked = (file: string, cause?: unknown) =>
  new AppError('file/locked', `文件“${file}”打不开，可能正被其他程序占用或没有权限。请关闭后重试。`, { cause });

export const fileExpired = () => new AppError('file/token-expired', '这个文件的选择已过期。请重新选择文件。');
