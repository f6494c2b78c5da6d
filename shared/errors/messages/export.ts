import { AppError } from '../app-error.ts';

// What is written for others, and the program itself.

export const evidenceFaulty = (problems: readonly string[]) =>
  new AppError(
    'export/evidence-faulty',
    `有 ${problems.length} 个佐证文件缺失或被改动过，没有导出，也没有写入任何文件。请放回原文件后重试，或跳过这些文件。`,
    { details: problems },
  );

export const outputInUse = (file: string, cause?: unknown) =>
  new AppError('export/output-in-use', `“${file}”正被其他程序打开，不能写入。请先在 WPS 或 Excel 中关闭它。`, {
    cause,
  });

export const pdfInUse = (file: string, cause?: unknown) =>
  new AppError('export/output-in-use', `“${file}”正被其他程序打开，不能写入。请先关闭它，或换一个名字保存。`, {
    cause,
  });

export const printingFailed = () =>
  new AppError('export/printing-failed', '打印没有开始：没有可用的打印机，或系统拒绝了打印。可以先存为 PDF 再打印。');

export const outputNotWritable = (file: string, cause?: unknown) =>
  new AppError('export/not-writable', `“${file}”不能写入。请检查文件夹权限，或换一个位置保存。`, { cause });

export const outputInWorkspace = (file: string) =>
  new AppError(
    'export/in-workspace',
    `“${file}”在工作区文件夹里，那里放着数据库和佐证材料，不能导出到里面。请换一个位置，例如桌面或 U 盘。`,
  );

export const outputIsFolder = (name: string) =>
  new AppError('export/is-folder', `“${name}”是一个文件夹。请给要导出的文件取一个名字。`);

export const outputFolderMissing = (file: string, cause?: unknown) =>
  new AppError('export/folder-missing', `要保存“${file}”的文件夹不存在。请先建好文件夹，或换一个位置。`, { cause });

export const outputNotWorkbook = (file: string) =>
  new AppError('export/not-a-workbook', `“${file}”不是工作簿的名字。请用以 .xlsx 结尾的名字。`);

export const outputNotFolder = (file: string) =>
  new AppError('export/not-a-folder', `“${file}”已经是一个文件。请换一个名字；名字以 .zip 结尾时导出为压缩包。`);

export const outputFolderNotEmpty = (folder: string) =>
  new AppError('export/folder-not-empty', `“${folder}”里已有内容。请选择空文件夹，或换一个名字。`);

export const cancelled = () => new AppError('job/cancelled', '已取消，没有留下未完成的文件。');

export const unexpected = () =>
  new AppError('app/unexpected', '程序出了点问题，刚才的操作没有完成，已保存的内容不受影响。详情已写入日志。');

/** For the command line, where nobody knows where a log would be. */
export const unexpectedSeeLog = (log: string) =>
  `程序出了点问题，这一步没有完成，已保存的内容不受影响。详情已写入日志“${log}”。`;

export const outputFull = (cause?: unknown) =>
  new AppError('cli/output', '结果没有写完：输出所在的磁盘空间不足。请清理磁盘，或换一个位置重试。', { cause });

export const outputFailed = (cause?: unknown) =>
  new AppError('cli/output', '结果没有写完：输出的位置写不进去。请换一个位置重试。', { cause });

export const badCall = (details: readonly string[]) =>
  new AppError('app/bad-call', '请求的内容不合规定，没有执行。', { details });
