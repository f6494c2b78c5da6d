import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EvidenceFileId } from '../../../shared/domain/id.ts';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { exportBundle, type BundleExport } from '../../../electron/backend/bundle/export-bundle.ts';
import { planBundle } from '../../../electron/backend/bundle/plan-bundle.ts';
import { randomRound } from '../workbook/round-fixture.ts';
import { inputOf, readWith, sheetOf, temporaryFolder, unzip, workerUrl } from '../workbook/workbook-support.ts';

const view = (() => {
  const drawn = randomRound({ seed: 4, evidence: 0.1 });
  return {
    ...drawn,
    states: drawn.states.map((state) => ({
      ...state,
      evidence: state.evidence.map((evidence) => ({
        ...evidence,
        files: evidence.files.map((file) => ({ ...file, bytes: contentOf(file.id).length })),
      })),
    })),
  };
})();
const plan = planBundle(view);

function contentOf(id: EvidenceFileId): Buffer {
  return Buffer.from(`${id} 的内容\n`.repeat(5000));
}
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

let folder = '';
let store = '';
const undo: (() => void)[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  store = temporaryFolder();
  for (const file of plan.files) writeFileSync(storedAt(file.fileId), contentOf(file.fileId));
});
afterEach(() => {
  for (const step of undo.splice(0)) step();
  rmSync(folder, { recursive: true, force: true });
  rmSync(store, { recursive: true, force: true });
});
const storedAt = (id: EvidenceFileId) => path.join(store, sha256(Buffer.from(id)));

const sourceOf = (id: EvidenceFileId) => ({ path: storedAt(id), sha256: sha256(contentOf(id)) });

const exportTo = (output: string, as: 'folder' | 'zip', more: Partial<BundleExport> = {}) =>
  exportBundle({
    plan,
    sourceOf,
    faultOf: async () => undefined,
    skipFaulty: false,
    workbook: inputOf(view),
    output,
    as,
    workerUrl,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...more,
  });

interface Manifest {
  workbook: { path: string; sha256: string; bytes: number };
  formatVersion: number;
  institution: string;
  files: { path: string; sha256: string; bytes: number; number: string; clauses: string[]; originalName: string }[];
}

async function expectComplete(read: (name: string) => Buffer | undefined): Promise<void> {
  const manifest = JSON.parse(read('manifest.json')?.toString('utf8') ?? '') as Manifest;
  expect(manifest).toMatchObject({ formatVersion: 1, institution: '示例县青山镇中心卫生院' });
  expect(manifest.files.map((file) => file.path)).toEqual(plan.files.map((file) => file.path));
  for (const file of manifest.files) {
    const content = read(file.path);
    expect(content && sha256(content)).toBe(file.sha256);
    expect(content?.length).toBe(file.bytes);
  }
  const workbook = read('评审工作簿.xlsx') ?? Buffer.alloc(0);
  expect(manifest.workbook).toMatchObject({
    path: '评审工作簿.xlsx',
    sha256: sha256(workbook),
    bytes: workbook.length,
  });
  expect(sheetOf(readWith(workbook), '佐证材料目录')).toBeDefined();
  const rels = (await unzip(workbook)).get('xl/worksheets/_rels/sheet5.xml.rels')?.toString('utf8') ?? '';
  const targets = [...rels.matchAll(/Target="([^"]*)"/gu)].map(([, target = '']) => decodeURIComponent(target));
  expect(targets.length).toBeGreaterThan(plan.files.length);
  for (const target of targets) expect(read(target.replaceAll('&amp;', '&')), target).toBeDefined();
}

describe('导出为文件夹', () => {
  test('工作簿、清单和每个文件都在，链接都打得开，没有临时文件', async () => {
    const output = path.join(folder, '评审材料');
    const steps: number[] = [];
    const result = await exportTo(output, 'folder', { onProgress: ({ done, total }) => steps.push(done / total) });
    await expectComplete((name) =>
      existsSync(path.join(output, name)) ? readFileSync(path.join(output, name)) : undefined,
    );
    expect(readdirSync(folder)).toEqual(['评审材料']);
    expect(readdirSync(output).toSorted()).toEqual(['manifest.json', '佐证材料', '评审工作簿.xlsx']);
    expect(result.files).toBe(plan.files.length + 2);
    const sizes = readdirSync(output, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(path.join(entry.parentPath, entry.name)).size);
    expect(result.bytes).toBe(sizes.reduce((sum, bytes) => sum + bytes, 0));
    expect(steps).toEqual(steps.toSorted((left, right) => left - right));
    expect(Math.max(...steps)).toBeLessThan(1);
  });

  test('空文件夹可以用，有内容的不碰', async () => {
    const output = path.join(folder, 'out');
    mkdirSync(output);
    await exportTo(output, 'folder');
    const before = readdirSync(output);
    await expect(exportTo(output, 'folder')).rejects.toMatchObject({ code: 'export/folder-not-empty' });
    expect(readdirSync(output)).toEqual(before);
    writeFileSync(path.join(folder, 'file'), '文件');
    await expect(exportTo(path.join(folder, 'file'), 'folder')).rejects.toMatchObject({ code: 'export/not-a-folder' });
    expect(readFileSync(path.join(folder, 'file'), 'utf8')).toBe('文件');
  });
});

describe('有佐证文件缺失或被改动过', () => {
  const [first, second] = [plan.files[0]!, plan.files.at(-1)!];
  const faults = new Map([
    [first.fileId, 'missing'],
    [second.fileId, 'changed'],
  ] as const);
  const faultOf = async (id: EvidenceFileId) => faults.get(id);

  test.each(['folder', 'zip'] as const)('导出为 %s：全部点名，带条款编号和名称，什么也不写', async (as) => {
    const refusal = exportTo(path.join(folder, 'out'), as, { faultOf });
    await expect(refusal).rejects.toMatchObject({ code: 'export/evidence-faulty', details: { length: 2 } });
    const details = await refusal.then(
      () => [],
      ({ details: lines }: AppError) => lines,
    );
    const clause = clausesOf(view.standard).find(({ code }) => code === first.clauses[0]);
    expect(details[0]).toContain(`${clause?.code} ${clause?.title}`);
    expect(details[0]).toContain(`${first.number} ${first.title}，文件已不在工作区里`);
    expect(details[1]).toContain('与登记时的内容不一致');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('跳过：其余都在，工作簿和清单写明文件缺失', async () => {
    const output = path.join(folder, 'out');
    rmSync(storedAt(first.fileId));
    const result = await exportTo(output, 'folder', { faultOf, skipFaulty: true });
    expect(result).toMatchObject({ skipped: 2, files: plan.files.length });
    expect(existsSync(path.join(output, first.path))).toBe(false);
    const manifest = JSON.parse(readFileSync(path.join(output, 'manifest.json'), 'utf8')) as Manifest & {
      missing: object[];
    };
    expect(manifest.files).toHaveLength(plan.files.length - 2);
    expect(manifest.missing).toMatchObject([
      { number: first.number, status: '文件缺失：文件已不在工作区里', clauses: first.clauses },
      { number: second.number, status: expect.stringContaining('文件缺失') as string },
    ]);
    const book = readWith(readFileSync(path.join(output, '评审工作簿.xlsx')));
    const cells = Object.values(sheetOf(book, '佐证材料目录')).map((cell) => String((cell as { v?: unknown }).v));
    const missing = cells.filter((text) => text.startsWith('文件缺失：'));
    expect(missing).toHaveLength(first.clauses.length + second.clauses.length);
    expect(missing[0]).toContain(first.originalName);
  });

  test('另一个名字下的同一内容也注明缺失，没有指向空处的链接', async () => {
    const twin = plan.files.find((file) => file !== first && path.extname(file.path) === path.extname(first.path))!;
    const output = path.join(folder, 'out');
    const shared = planBundle(view, (id) => (id === twin.fileId ? first.fileId : id));
    await exportTo(output, 'folder', { plan: shared, faultOf, skipFaulty: true });
    const workbook = readFileSync(path.join(output, '评审工作簿.xlsx'));
    const cells = Object.values(sheetOf(readWith(workbook), '佐证材料目录')).map((cell) => (cell as { v?: unknown }).v);
    expect(cells.map(String).filter((text) => text.startsWith(`文件缺失：${twin.originalName}`))).not.toEqual([]);
    const rels = (await unzip(workbook)).get('xl/worksheets/_rels/sheet5.xml.rels')?.toString('utf8') ?? '';
    const targets = [...rels.matchAll(/Target="([^"]*)"/gu)].map(([, target = '']) => decodeURIComponent(target));
    const isThere = (target: string) => existsSync(path.join(output, target.replaceAll('&amp;', '&')));
    expect(targets.filter((target) => !isThere(target))).toEqual([]);
  });

  test('进度在生成工作簿时就往前走', async () => {
    const sheets: number[] = [];
    await exportTo(path.join(folder, 'out'), 'folder', {
      onProgress: ({ label, done, total }) => label.startsWith('生成') && sheets.push(done / total),
    });
    expect(sheets[0]).toBeGreaterThan(0);
    expect(new Set(sheets).size).toBe(sheets.length);
  });
});

describe('导出为压缩包', () => {
  test('内容相同，旧的压缩包被整个替换', async () => {
    const output = path.join(folder, 'a.zip');
    writeFileSync(output, '旧的');
    const result = await exportTo(output, 'zip');
    const parts = await unzip(readFileSync(output));
    await expectComplete((name) => parts.get(name));
    expect(parts.size).toBe(result.files);
    expect(result.bytes).toBe(readFileSync(output).length);
    expect(readdirSync(folder)).toEqual(['a.zip']);
  });

  test('中文文件名按 UTF-8 标记，别的解压程序也认得', async () => {
    const output = path.join(folder, 'a.zip');
    await exportTo(output, 'zip');
    const names = execFileSync(
      'python3',
      [
        '-c',
        'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;print("\\n".join(z.namelist()))',
        output,
      ],
      {
        env: { ...process.env, PYTHONIOENCODING: 'utf8' },
      },
    ).toString();
    expect(names).toContain('评审工作簿.xlsx');
    expect(names).toContain(plan.files.at(-1)?.path);
  });
});

describe.each(['folder', 'zip'] as const)('失败和取消（%s）什么也不留下', (as) => {
  const victim = plan.files[Math.floor(plan.files.length / 2)]!;
  const expectUntouched = () => {
    expect(readdirSync(folder)).toEqual(as === 'zip' ? ['out.zip'] : []);
    if (as === 'zip') expect(readFileSync(path.join(folder, 'out.zip'), 'utf8')).toBe('旧的');
  };
  const run = (more: Partial<BundleExport> = {}) => {
    const output = path.join(folder, as === 'zip' ? 'out.zip' : 'out');
    if (as === 'zip') writeFileSync(output, '旧的');
    return exportTo(output, as, more);
  };

  test('文件不见了', async () => {
    rmSync(storedAt(victim.fileId));
    await expect(run()).rejects.toMatchObject({
      code: 'evidence/file-missing',
      message: expect.stringContaining(victim.title),
    });
    expectUntouched();
  });

  test('工作区不认识的文件', async () => {
    await expect(run({ sourceOf: (id) => (id === victim.fileId ? undefined : sourceOf(id)) })).rejects.toMatchObject({
      code: 'evidence/file-missing',
    });
    expectUntouched();
  });

  test('文件被改动过：多一个字节也看得出来', async () => {
    writeFileSync(storedAt(victim.fileId), Buffer.concat([contentOf(victim.fileId), Buffer.from('!')]));
    await expect(run()).rejects.toMatchObject({
      code: 'evidence/file-changed',
      message: expect.stringContaining(victim.title),
    });
    expectUntouched();
  });

  test.each([
    ['写工作簿时', '生成'],
    ['复制文件时', '复制'],
  ])('%s取消', async (_when, label) => {
    const controller = new AbortController();
    const work = run({
      signal: controller.signal,
      onProgress: (progress) => progress.label.startsWith(label) && controller.abort(),
    });
    await expect(work).rejects.toMatchObject({ code: 'job/cancelled' });
    expectUntouched();
  });

  test('磁盘满', async ({ skip }) => {
    const disk = mkdtempSync('/tmp/dabiao-tiny-');
    try {
      if (process.getuid?.() !== 0) skip();
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      skip();
    }
    undo.push(() => {
      execFileSync('umount', [disk]);
      rmSync(disk, { recursive: true });
    });
    // packed files are stored as they are, so the zip does not fit either
    await expect(exportTo(path.join(disk, as === 'zip' ? 'out.zip' : 'out'), as)).rejects.toMatchObject({
      code: 'disk/full',
    });
    expect(readdirSync(disk)).toEqual([]);
  });
});
