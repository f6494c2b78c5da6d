import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { beforeEach, describe, expect, test } from 'vitest';
import { repoRoot, temporaryFolder } from '../support/backend.ts';
import { dabiaoHere as dabiao, withRound } from './dabiao.ts';

let folder: string;
let workspace: string;
beforeEach(() => {
  folder = temporaryFolder();
  workspace = path.join(folder, '某某卫生院');
});

/** The command line inside a shell line, where `dabiao` stands for it. */
function inShell(line: string) {
  const cli = `"${process.execPath}" "${path.join(repoRoot, 'electron/cli/index.ts')}"`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line.replace('dabiao', cli)], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, XDG_STATE_HOME: folder },
  });
  return { code: status, stdout, stderr };
}

const oneLine = /^[^\n]*\p{Script=Han}[^\n]*\n$/u;

describe('输出写不出去', () => {
  test('读的人走了（| :）：安静结束', () => {
    expect(inShell('dabiao --help | :')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('磁盘满（> /dev/full）：一行中文，退出码 1', (context) => {
    if (!existsSync('/dev/full')) return context.skip();
    const { code, stderr } = inShell('dabiao --help > /dev/full');
    expect(code).toBe(1);
    expect(stderr).toMatch(oneLine);
    expect(stderr).toContain('空间不足');
    expect(JSON.parse(inShell('dabiao --help --json > /dev/full').stderr)).toMatchObject({
      error: { code: 'cli/output' },
    });
  });
});

test('没料到的错误：一行中文和日志的位置，退出码 1，细节只在日志里', () => {
  // Nothing has a name in a folder that is gone.
  const { code, stdout, stderr } = inShell('mkdir 没了; cd 没了; rmdir ../没了; dabiao standards');
  const log = path.join(folder, 'dabiao.log');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(oneLine);
  expect(stderr).toContain(log);
  expect(readFileSync(log, 'utf8')).toContain('uncaught');
});

test('选项缺内容、不认识、不该带内容：只说有错的那一个', async () => {
  const said = async (...args: string[]) => {
    const { code, stderr } = await dabiao('verdict', '--workspace', workspace, ...args, '--json');
    expect(code).toBe(2);
    return (JSON.parse(stderr) as { error: { message: string } }).error.message;
  };
  expect(await said('--round', 'x', '--target=')).toBe('选项 --target 后面缺少内容');
  expect(await said('--target')).toContain('选项 --target 后面缺少内容，紧跟着的是 --json');
  expect(await said('--targt', 'x', '-q')).toBe('有不认识的选项：--targt -q');
  expect(await said('--apply=1')).toContain('选项 --apply 后面不带内容');
  expect((await dabiao('verdict', '--workspace', workspace, '--target')).stderr.split('\n')[0]).toBe(
    '选项 --target 后面缺少内容',
  );
});

test('没有写命令：用法在标准错误，退出码 2；--help 在标准输出，退出码 0', async () => {
  const bare = await dabiao();
  expect(bare).toMatchObject({ code: 2, stdout: '' });
  expect(bare.stderr).toContain('用法');
  const help = await dabiao('--help');
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toContain('用法');
});

test('机构名称太长、只有空格，编号太长：用中文说出限度', async () => {
  const init = (institution: string) =>
    dabiao('init', '--workspace', workspace, '--institution', institution, '--type', '乡镇卫生院');
  expect((await init('院'.repeat(500))).stderr).toContain('机构名称：太长，至多 100 个字');
  expect((await init('   ')).stderr).toContain('机构名称：是空的');
  expect(existsSync(workspace)).toBe(false);
  const long = await dabiao('import', 'standard', 'x.yaml', '--id', 'a'.repeat(61));
  expect(long.code).toBe(2);
  expect(long.stderr).toContain('--id 至多 60 个');
});

describe('标准包', () => {
  const good = path.join(repoRoot, 'resources/standards/hospice-pilot.yaml');

  test.each(['1.6', '"4/3"'])('yesAtRate %s 大于 1：说出文件、字段、理由，退出码 1，清单在标准输出', async (rate) => {
    const bad = path.join(folder, 'hospice-pilot.yaml');
    writeFileSync(bad, `yesAtRate: ${rate}\n${readFileSync(good, 'utf8').replace(/^yesAtRate:.*\n/mu, '')}`);
    const found = await dabiao('standards', 'validate', bad);
    expect(found.code).toBe(1);
    expect(found.stdout).toContain('yesAtRate 大于 1');
    expect(found.stderr).toContain('hospice-pilot.yaml');
    const asJson = await dabiao('standards', 'validate', bad, '--json');
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.stdout)).toMatchObject({ valid: false, problems: [expect.any(String)] });
    expect(JSON.parse(asJson.stderr)).toMatchObject({ error: { code: 'standard/pack-invalid' } });
  });

  test('没有条款的文件：退出码 1，说在标准错误，找到的问题照样列出', async () => {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['会议通知'], ['请各科室参加']]), '通知');
    const file = path.join(folder, '通知.xlsx');
    writeFileSync(file, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const read = await dabiao('import', 'standard', file);
    expect(read.code).toBe(1);
    expect(read.stderr).toContain('没有找到条款');
    const asJson = await dabiao('import', 'standard', file, '--json');
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.stdout)).toMatchObject({ problems: expect.any(Array) as unknown[] });
    expect(JSON.parse(asJson.stderr)).toMatchObject({ error: { code: 'standard/no-clause' } });
  });
});

describe('工作区', () => {
  test('轮次编号不对：说出编号，列出有哪些，不叫人重新打开', async () => {
    const id = await withRound(workspace, 'jcx-township-2022', 'recommended');
    const { code, stderr } = await dabiao('verdict', '--workspace', workspace, '--round', 'zzz');
    expect(code).toBe(1);
    expect(stderr).toContain('zzz');
    expect(stderr).toContain(id);
    expect(stderr).not.toContain('重新打开');
  });

  test('条款编号前后有空格、是全角：与评分文件一样认得', async () => {
    await withRound(workspace, 'jcx-township-2022', 'recommended');
    const file = path.join(folder, '许可证.pdf');
    writeFileSync(file, '%PDF-1.4');
    const attached = await dabiao('attach', '--workspace', workspace, '--clause', ' １.1.2 ', file);
    expect(attached).toMatchObject({ code: 0, stdout: '1.1.2-01 许可证\n' });
  });

  test('只读的工作区：结论照旧在标准输出，原因在标准错误；写入被拒时只说一遍', async () => {
    await withRound(workspace, 'jcx-township-2022', 'recommended');
    const before = await dabiao('verdict', '--workspace', workspace, '--json');
    const description = path.join(workspace, 'workspace.json');
    writeFileSync(description, readFileSync(description, 'utf8').replace('"formatVersion": 1', '"formatVersion": 99'));
    for (const command of ['verdict', 'targets']) {
      const { code, stderr } = await dabiao(command, '--workspace', workspace);
      expect({ command, code }).toEqual({ command, code: 0 });
      expect(stderr).toMatch(oneLine);
      expect(stderr).toContain('格式版本 99');
    }
    const after = await dabiao('verdict', '--workspace', workspace, '--json');
    expect(after).toMatchObject({ code: 0, stdout: before.stdout });
    expect(after.stderr).toContain('格式版本 99');
    const book = path.join(folder, '工作簿.xlsx');
    expect((await dabiao('export', 'workbook', '--workspace', workspace, '--out', book)).stderr).toContain('99');

    const file = path.join(folder, '许可证.pdf');
    writeFileSync(file, '%PDF-1.4');
    const refused = await dabiao('attach', '--workspace', workspace, '--clause', '1.1.2', file);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(oneLine);
    expect(readdirSync(path.join(workspace, 'evidence'))).toEqual([]);
  });

  test('workspace.json 不见了：结论照出，说已写好', async () => {
    await withRound(workspace, 'jcx-township-2022', 'recommended');
    rmSync(path.join(workspace, 'workspace.json'));
    const { code, stdout, stderr } = await dabiao('verdict', '--workspace', workspace);
    expect(code).toBe(0);
    expect(stdout).toContain('未达到');
    expect(stderr).toContain('workspace.json');
    expect(existsSync(path.join(workspace, 'workspace.json'))).toBe(true);
  });

  test('评分表的第一个工作表是空的：说出它的名字，和该放到前面的那一个', async () => {
    await withRound(workspace, 'jcx-township-2022', 'recommended');
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([]), '封面');
    const rows = [
      ['clause', 'grade'],
      ['1.1.1', 'D'],
    ];
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '评分');
    const file = path.join(folder, '评分.xlsx');
    writeFileSync(file, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const { code, stderr } = await dabiao('score', '--workspace', workspace, '--from', file);
    expect(code).toBe(1);
    expect(stderr).toContain('第一个工作表“封面”是空的');
    expect(stderr).toContain('“评分”');
  });

  test('在一个文件上新建：说它是文件', async () => {
    mkdirSync(folder, { recursive: true });
    execFileSync('touch', [workspace]);
    const made = await dabiao('init', '--workspace', workspace, '--institution', '某', '--type', '乡镇卫生院');
    expect(made.code).toBe(1);
    expect(made.stderr).toContain('是文件，不是文件夹');
  });
});
