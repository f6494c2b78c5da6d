import type { FileFault } from '../../domain/evidence/evidence.ts';
import { AppError } from '../app-error.ts';

// Evidence 佐证.

export const evidenceNotFound = () =>
  new AppError('evidence/not-found', '找不到这份佐证材料，可能已被移除。请刷新后再试。');

export const nothingToAttach = () =>
  new AppError('evidence/nothing-to-attach', '没有可添加的文件：所选的文件夹是空的。');

/** What is wrong with the file of evidence, as part of a sentence. */
export const fileFaultWords: Readonly<Record<FileFault, string>> = {
  missing: '文件已不在工作区里',
  changed: '与登记时的内容不一致（在工作区外被改动过）',
};

export const evidenceFileMissing = (title: string, cause?: unknown) =>
  new AppError('evidence/file-missing', `佐证材料“${title}”的${fileFaultWords.missing}。请放回原文件，或重新添加。`, {
    cause,
  });

export const evidenceFileChanged = (title: string) =>
  new AppError(
    'evidence/file-changed',
    `佐证材料“${title}”的文件${fileFaultWords.changed}，不能使用。请放回原文件，或重新添加。`,
  );

/** Which of the two a refusal tells of. */
export const fileFaultIn = (code: string): FileFault | undefined =>
  code === 'evidence/file-missing' ? 'missing' : code === 'evidence/file-changed' ? 'changed' : undefined;

export const notTheOriginal = (name: string, title: string) =>
  new AppError(
    'evidence/not-the-original',
    `“${name}”的内容与“${title}”登记时的不同，没有放回。请选择原来的文件；如果这是新版本，请作为新材料添加，再移除旧的。`,
  );

export const tooManyFiles = (most: number) =>
  new AppError('evidence/too-many-files', `一次最多添加 ${most} 个文件，一个也没有添加。请分批添加。`);

/** Several files at once are attached together or not at all. */
export const filesRefused = (total: number, problems: readonly string[]) =>
  problems.length < total
    ? new AppError(
        'evidence/some-refused',
        `${total} 个文件里有 ${problems.length} 个不能添加，其余 ${total - problems.length} 个也没有添加。`,
        { details: problems },
      )
    : new AppError('evidence/all-refused', `所选的 ${total} 个文件都不能添加，一个也没有添加。`, { details: problems });

export const textUnreadable = (name: string, why: string, cause?: unknown) =>
  new AppError('evidence/no-text', `“${name}”不能在这里显示：${why}`, { cause });
