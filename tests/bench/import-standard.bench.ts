// What reading and understanding a hospital's own standard costs: 700 clauses in a workbook, against exceljs merely
// loading it. Rounds are interleaved; read the ratio, not milliseconds. Peaks are of processes of their own, worker
// thread included.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { importStandard, importStandardHere } from '../../electron/backend/standard-import/import-standard.ts';
import { peakMiB } from '../support/peak-memory.ts';
import { interleave, median, ratio, report, timed } from './measure.ts';

const clauses = 700;
const rounds = 9;
const goal = 0.4;
const goalMiB = 256;
const workerUrl = new URL('../../electron/backend/standard-import/standard-worker.ts', import.meta.url);

async function compare(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dabiao-bench-'));
  try {
    const file = path.join(folder, '三级医院评审标准.xlsx');
    writeFileSync(file, await makeStandard());
    const { draft } = await importStandardHere(file); // load, compile, warm up
    const found = Object.keys(draft.sources).length;
    if (found !== clauses || draft.problems.length > 0)
      throw new Error(`${found} clauses, ${draft.problems.length} problems`);
    await load(file);
    const times = await interleave(rounds, {
      ours: () => timed(() => importStandardHere(file)),
      exceljs: () => timed(() => load(file)),
    });
    const share = ratio(times.ours, times.exceljs);
    const detail = `${median(times.ours).toFixed(0)} ms，exceljs ${median(times.exceljs).toFixed(0)} ms`;
    report(`导入 ${clauses} 条的 .xlsx，对 exceljs 装入`, share, `≤ ${goal}`, detail);
    const [peak, peer] = [peakOf('ours', file), peakOf('exceljs', file)];
    console.log(`  内存峰值 ${peak.toFixed(0)} MiB（目标 < ${goalMiB}），exceljs ${peer.toFixed(0)} MiB`);
    if (share > goal || peak >= goalMiB) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const load = async (file: string): Promise<void> => {
  await new ExcelJS.Workbook().xlsx.readFile(file);
};

async function showPeak(reader: 'ours' | 'exceljs', file: string): Promise<void> {
  if (reader === 'exceljs') await load(file);
  else await importStandard({ file, signal: new AbortController().signal, workerUrl });
  console.log(peakMiB());
}

const peakOf = (reader: 'ours' | 'exceljs', file: string): number =>
  Number(execFileSync(process.execPath, [import.meta.filename, reader, file], { encoding: 'utf8' }));

/**
 * As provinces hand it out: a row a point, the clause's cells merged over its rows, columns for two sides to fill in with
 * borders and drop-down lists.
 */
async function makeStandard(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('评审标准');
  const border = { style: 'thin' } as const;
  const style = {
    font: { name: '宋体', size: 10 },
    alignment: { wrapText: true, vertical: 'top' },
    border: { top: border, left: border, bottom: border, right: border },
  } as const;
  const add = (cells: readonly string[]): number => {
    const row = sheet.addRow(header.map((_header, column) => cells[column] ?? ''));
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.style = style;
      if (cell.value === '') cell.value = null;
    });
    return row.number;
  };
  const addWide = (text: string): void => {
    const row = add([text]);
    sheet.mergeCells(row, 1, row, header.length);
  };
  addWide('三级医院评审标准（2026年版）');
  add(header);
  for (let index = 0; index < clauses; index++) {
    const [chapter, section, place] = [
      Math.floor(index / 100) + 1,
      (Math.floor(index / 10) % 10) + 1,
      (index % 10) + 1,
    ];
    if (index % 100 === 0) addWide(`第${'一二三四五六七'.charAt(chapter - 1)}章 医疗质量与安全管理`);
    if (index % 10 === 0) addWide(`${chapter}.${section} 第 ${section} 节的名称`);
    const code = `${chapter}.${section}.${place}`;
    const from = sheet.rowCount + 1;
    for (const [at, tier] of ['C', 'C', 'C', 'B', 'B', 'A'].entries()) {
      const point = `${code} 的第 ${at + 1} 个要点：制度、流程和职责明确，有培训、检查和记录，抽查三份病历与登记一致。`;
      const first = [code, `第 ${index + 1} 条的名称，长度与真实条款相仿`, index % 9 === 0 ? '★' : ''];
      const last = ['医务科、护理部', '查阅资料、现场查看、访谈', '制度文件；培训记录；检查记录'];
      add(at === 0 ? [...first, tier, point, ...last] : ['', '', '', tier, point]);
    }
    for (const column of [1, 2, 3, 6, 7, 8]) sheet.mergeCells(from, column, sheet.rowCount, column);
    sheet.getCell(from, 9).dataValidation = { type: 'list', allowBlank: true, formulae: ['"A,B,C,D,E"'] };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const header =
  '条款编号 条款名称 核心 级别 评审要点 责任科室 评审方法 佐证材料 自评等级 自评说明 佐证份数 评审等级 评审说明 存在问题 整改时间 备注'.split(
    ' ',
  );

const [what, given] = process.argv.slice(2);
if (what === 'ours' || what === 'exceljs') await showPeak(what, given ?? '');
else await compare();
