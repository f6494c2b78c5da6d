import { chmod, copyFile, mkdtemp } from 'node:fs/promises';
import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, shell, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { FileGrant } from '../../shared/contract/bridge.ts';
import { windowsName } from '../../shared/domain/evidence/windows-name.ts';
import type { Reply } from '../../shared/errors/app-error.ts';
import type { BackendProcess } from './backend-process.ts';
import { handleFromPage } from './ipc-gate.ts';
import { registerPrinting } from './printing.ts';

/** Types that run when opened; evidence of these is kept, but opening it wants a second thought. */
const runnable = /\.(?:exe|com|bat|cmd|scr|msi|js|jse|vbs|vbe|wsf|hta|lnk|ps1|jar|reg|url|cpl|sh|desktop)$/iu;

const folderTitles: Readonly<Record<string, string>> = {
  'new-workspace': '选择一个空文件夹作为工作区',
  'open-workspace': '选择工作区文件夹',
};

const outputFilters: Readonly<Record<string, { name: string; extensions: string[] }[]>> = {
  workbook: [{ name: 'Excel 工作簿', extensions: ['xlsx'] }],
  'bundle-zip': [{ name: '压缩包', extensions: ['zip'] }],
  'bundle-folder': [],
  pdf: [{ name: 'PDF', extensions: ['pdf'] }],
  'standard-xlsx': [{ name: 'Excel 工作簿', extensions: ['xlsx'] }],
  'standard-yaml': [{ name: '达标标准包', extensions: ['yaml'] }],
};

/** Dialogs, drops and opening: whatever names a path stays on this side, the page gets tokens. */
export function registerFileDialogs(window: BrowserWindow, backend: BackendProcess): void {
  const outputs = new Map<string, string>();
  const choose = async (options: OpenDialogOptions): Promise<readonly FileGrant[]> => {
    const answer = await dialog.showOpenDialog(window, options);
    return answer.canceled ? [] : answer.filePaths.map((chosen) => backend.grant(chosen));
  };

  handleFromPage(window, 'grant-dropped', (paths) => {
    if (!Array.isArray(paths)) throw new Error('drop without files');
    return paths.map((dropped: unknown) => {
      if (typeof dropped !== 'string' || dropped === '' || !path.isAbsolute(dropped)) return null;
      return lstatSync(dropped, { throwIfNoEntry: false }) ? backend.grant(dropped) : null;
    });
  });
  handleFromPage(window, 'pick-evidence', (what) =>
    choose(
      what === 'folder'
        ? { title: '选择文件夹', properties: ['openDirectory', 'multiSelections'] }
        : { title: '选择佐证材料', properties: ['openFile', 'multiSelections'] },
    ),
  );
  handleFromPage(window, 'pick-scores', async () => {
    const filters = [{ name: '评分文件', extensions: ['xlsx', 'csv'] }];
    return (await choose({ title: '选择评分文件', properties: ['openFile'], filters }))[0] ?? null;
  });
  handleFromPage(window, 'pick-standard', async () => {
    const filters = [
      { name: '标准文件', extensions: ['xlsx', 'docx', 'csv', 'yaml', 'yml', 'xls', 'doc', 'wps', 'et'] },
    ];
    return (await choose({ title: '选择标准文件', properties: ['openFile'], filters }))[0] ?? null;
  });
  handleFromPage(window, 'pick-folder', async (purpose) => {
    const title = folderTitles[String(purpose)] ?? '选择文件夹';
    return (await choose({ title, properties: ['openDirectory', 'createDirectory'] }))[0] ?? null;
  });
  handleFromPage(window, 'pick-output', async (what, suggestedName) => {
    const filters = outputFilters[String(what)];
    if (!filters) throw new Error('unknown output');
    const answer = await dialog.showSaveDialog(window, {
      title: '导出到',
      defaultPath: path.join(app.getPath('documents'), windowsName(String(suggestedName), 120)),
      filters,
    });
    if (answer.canceled || !answer.filePath) return null;
    const grant = backend.grant(answer.filePath);
    outputs.set(grant.token, answer.filePath);
    return grant;
  });
  registerPrinting(window, (token) => outputs.get(token));
  handleFromPage(window, 'reveal-output', (token) => {
    const output = outputs.get(String(token));
    if (output !== undefined && existsSync(output)) shell.showItemInFolder(output);
  });
  handleFromPage(window, 'open-evidence', (fileId) => openEvidence(window, backend, String(fileId)));
  handleFromPage(window, 'open-log', async () => {
    await shell.openPath(path.join(app.getPath('userData'), 'logs'));
  });
}

/** Opens a read-only copy under the file's own name: what WPS saves must not change the evidence. */
async function openEvidence(window: BrowserWindow, backend: BackendProcess, fileId: string): Promise<Reply<void>> {
  const reply = await backend.locate(fileId);
  if (!reply.ok) return reply;
  if (runnable.test(reply.value.name)) {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: `“${reply.value.name}”是可以运行的程序`,
      detail: '打开它会执行其中的内容。只在确认来源可靠时打开。',
      buttons: ['不打开', '仍然打开'],
      defaultId: 0,
      cancelId: 0,
    });
    if (response === 0) return { ok: true, value: undefined };
  }
  const folder = await mkdtemp(path.join(app.getPath('temp'), 'dabiao-'));
  const copy = path.join(folder, windowsName(reply.value.name, 120));
  await copyFile(reply.value.path, copy);
  await chmod(copy, 0o444);
  const failure = await shell.openPath(copy);
  if (failure === '') return { ok: true, value: undefined };
  const message = `没有能打开“${reply.value.name}”的程序。请先安装 WPS 或相应软件。`;
  return { ok: false, error: { code: 'evidence/no-program', message, details: [] } };
}
