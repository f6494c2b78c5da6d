import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { renameWithPatience, writeOutput } from '../../../electron/backend/workbook/output-file.ts';
import { randomRound } from './round-fixture.ts';
import { exportOf, readWith, temporaryFolder } from './workbook-support.ts';

const round = randomRound({ seed: 2 });
const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0).toReversed()) step();
});

/** Runs a command for which the machine may lack the right; tells whether it worked. */
const tried = (command: string, ...options: readonly string[]): boolean => {
  try {
    execFileSync(command, options, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe('导出评审工作簿', () => {
  test('写成后文件完整，报告进度，不留临时文件', async () => {
    const folder = temporaryFolder();
    const output = path.join(folder, '评审工作簿 (1).xlsx');
    const labels: string[] = [];
    const result = await exportOf(round, output, { onProgress: ({ label }) => labels.push(label) });
    expect(readdirSync(folder)).toEqual(['评审工作簿 (1).xlsx']);
    expect(readFileSync(output)).toHaveLength(result.bytes);
    expect(readWith(readFileSync(output)).SheetNames).toContain('条款评分');
    expect(labels).toContain('生成“条款评分”');
  });

  test('已有的文件被整个替换', async () => {
    const output = path.join(temporaryFolder(), 'a.xlsx');
    writeFileSync(output, '旧的');
    await exportOf(round, output);
    expect(readWith(readFileSync(output)).SheetNames).toHaveLength(7);
  });

  test.each(['生成“封面”', '生成“要点明细”', '压缩工作簿'])('在“%s”时取消：没有新文件，旧文件还在', async (moment) => {
    const folder = temporaryFolder();
    const output = path.join(folder, 'a.xlsx');
    writeFileSync(output, '旧的');
    const controller = new AbortController();
    const work = exportOf(round, output, {
      signal: controller.signal,
      onProgress: ({ label }) => label === moment && controller.abort(),
    });
    await expect(work).rejects.toMatchObject({ code: 'job/cancelled' });
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
    expect(readFileSync(output, 'utf8')).toBe('旧的');
  });

  test('开始之前就取消', async () => {
    const folder = temporaryFolder();
    const work = exportOf(round, path.join(folder, 'a.xlsx'), { signal: AbortSignal.abort() });
    await expect(work).rejects.toMatchObject({ code: 'job/cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('文件夹不存在、或同名的是个文件夹：说的是这个', async () => {
    const folder = temporaryFolder();
    await expect(exportOf(round, path.join(folder, '没有', 'a.xlsx'))).rejects.toMatchObject({
      code: 'export/folder-missing',
    });
    mkdirSync(path.join(folder, 'b.xlsx'));
    await expect(exportOf(round, path.join(folder, 'b.xlsx'))).rejects.toMatchObject({ code: 'export/is-folder' });
    expect(readdirSync(folder)).toEqual(['b.xlsx']);
  });

  test('磁盘满：说磁盘空间不足，旧文件还在，不留半个文件', async ({ skip }) => {
    const disk = mkdtempSync('/tmp/dabiao-tiny-');
    const mounted =
      process.platform === 'linux' &&
      process.getuid?.() === 0 &&
      tried('mount', '-t', 'tmpfs', '-o', 'size=40k', 'tmpfs', disk);
    if (!mounted) skip();
    undo.push(() => {
      tried('umount', disk);
      rmSync(disk, { recursive: true, force: true });
    });
    const output = path.join(disk, 'a.xlsx');
    writeFileSync(output, '旧的');
    await expect(exportOf(round, output)).rejects.toMatchObject({ code: 'disk/full' });
    expect(readdirSync(disk)).toEqual(['a.xlsx']);
    expect(readFileSync(output, 'utf8')).toBe('旧的');
  });

  test('文件不许改动（如同被 WPS 打开）：请用户先关闭，并且马上就说', async ({ skip }) => {
    const folder = temporaryFolder();
    const output = path.join(folder, 'a.xlsx');
    writeFileSync(output, '旧的');
    if (process.platform !== 'linux' || !tried('chattr', '+i', output)) skip();
    undo.push(() => void tried('chattr', '-i', output));
    const labels: string[] = [];
    const work = exportOf(round, output, { onProgress: ({ label }) => labels.push(label) });
    await expect(work).rejects.toMatchObject({ code: 'export/output-in-use' });
    expect(labels).toEqual([]);
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  });

  test('文件在写的过程中被锁：重试约一秒后请用户关闭，旧文件还在', async ({ skip }) => {
    const folder = temporaryFolder();
    const output = path.join(folder, 'a.xlsx');
    writeFileSync(output, '旧的');
    const work = writeOutput(output, new AbortController().signal, (temporary) => {
      writeFileSync(temporary, '新的');
      if (!tried('chattr', '+i', output)) return Promise.reject(new Error('no chattr'));
      undo.push(() => void tried('chattr', '-i', output));
      return Promise.resolve();
    });
    const started = Date.now();
    const failure: unknown = await work.catch((cause: unknown) => cause);
    if (failure instanceof Error && failure.message === 'no chattr') skip();
    expect(failure).toMatchObject({ code: 'export/output-in-use' });
    expect(Date.now() - started).toBeGreaterThan(900);
    expect(readFileSync(output, 'utf8')).toBe('旧的');
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  });

  test('杀毒软件只占用一会儿：重试后成功', async ({ skip }) => {
    const folder = temporaryFolder();
    const [from, to] = [path.join(folder, 'new'), path.join(folder, 'old')];
    writeFileSync(from, '新的');
    writeFileSync(to, '旧的');
    if (!tried('chattr', '+i', to)) skip();
    undo.push(() => void tried('chattr', '-i', to));
    setTimeout(() => tried('chattr', '-i', to), 200);
    await renameWithPatience(from, to);
    expect(readFileSync(to, 'utf8')).toBe('新的');
  });

  test('线程里的毛病原样抛出，是程序的错而不是用户的话，也不留文件', async () => {
    const folder = temporaryFolder();
    const broken = {
      ...round,
      target: {
        ...round.target,
        rules: [{ kind: 'grade' as const, scope: 'all', grade: 'C' as const, atLeast: '很多' }],
      },
    };
    const failure: unknown = await exportOf(broken, path.join(folder, 'a.xlsx')).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toMatchObject({ name: 'AppError' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
