import { AppError } from '../app-error.ts';

// Standards 标准, work on them, and links 关联 between their clauses.

export const standardNotFound = (id: string) =>
  new AppError('standard/not-found', `没有编号为“${id}”的标准。用 standards 命令可列出全部标准。`);

export const targetNotFound = (id: string, known: readonly string[]) =>
  new AppError('standard/target-not-found', `这个标准没有目标等级“${id}”。可选：${known.join('、')}。`);

export const packInvalid = (file: string, problems: readonly string[]) =>
  new AppError('standard/pack-invalid', `标准包“${file}”有 ${problems.length} 处错误，未采用。请改正后重试。`, {
    details: problems,
  });

export const packHasErrors = (file: string, count: number) =>
  new AppError('standard/pack-invalid', `标准包“${file}”有 ${count} 处错误，不能使用。请改正后重试。`);

export const standardHasErrors = (file: string, problems: readonly string[]) =>
  new AppError('standard/has-errors', `文件“${file}”里有 ${problems.length} 处错误，没有导入。请改正后重试。`, {
    details: problems,
  });

export const workHasErrors = (title: string, problems: readonly string[]) =>
  new AppError('standard/has-errors', `“${title}”还有 ${problems.length} 处错误，没有发布。请改正后再发布。`, {
    details: problems,
  });

export const noStandardWork = () =>
  new AppError('standard/no-work', '这个标准没有在编辑的内容，可能已经发布或放弃。请从标准库重新打开它再改。');

export const standardUnderEdit = (title: string) =>
  new AppError('standard/under-edit', `“${title}”还有没发布的修改。请先在编辑器里发布或放弃，再从文件开始。`);

export const standardTooLarge = (title: string) =>
  new AppError('standard/too-large', `标准“${title}”的内容过大，最近的修改没有保存。请拆成几个标准。`);

export const ownIdIsBuiltIn = (id: string) =>
  new AppError('standard/id-built-in', `编号“${id}”是内置标准的编号。请给本院标准另取一个编号。`);

export const noClauseFound = (file: string) =>
  new AppError('standard/no-clause', `文件“${file}”里没有找到条款，没有读出标准。请核对表头和编号后重试。`);

export const draftClosed = () => new AppError('draft/closed', '导入的文件已关闭，请重新选择文件。');

export const noOfficialMatch = (file: string, title: string) =>
  new AppError(
    'official/no-match',
    `文件“${file}”里没有一个条款的编号与“${title}”相同，没有改动。请核对文件与标准，或先在导入页核对编号列。`,
  );

export const linkedWithItself = () =>
  new AppError('link/same-standard', '同一个标准的条款不能互相关联。请另选一个标准。');

export const linkedClausesUnknown = (problems: readonly string[]) =>
  new AppError('link/clause-unknown', '有条款在标准里找不到，没有保存关联。请返回后重新打开这两个标准再试。', {
    details: problems,
  });
