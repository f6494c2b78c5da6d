import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as XLSX from '@e965/xlsx';
import { afterAll } from 'vitest';
import yauzl from 'yauzl';
import yazl from 'yazl';
import type { RoundView } from '../../../shared/contract/round.ts';
import type { EvidenceFileId } from '../../../shared/domain/id.ts';
import { exportWorkbook, type WorkbookExport } from '../../../electron/backend/workbook/export-workbook.ts';
import { reviewBook, type ReviewBookInput } from '../../../electron/backend/workbook/review-book.ts';
import { writeWorkbook } from '../../../electron/backend/workbook/write-workbook.ts';
import { threadUrl } from '../../support/threads.ts';

export const workerUrl = threadUrl('workbook-worker');

/** Removed after the test file's last test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dabiao-workbook-'));
  temporary.push(folder);
  return folder;
}
const temporary: string[] = [];
afterAll(() => {
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export const inputOf = (
  view: RoundView,
  evidenceLinks: ReadonlyMap<EvidenceFileId, string> = new Map(),
): ReviewBookInput => ({
  view,
  institution: '示例县青山镇中心卫生院',
  exportedAt: new Date('2026-11-21T09:00:00Z'),
  appVersion: '0.1.0',
  workbookId: '5f0c1f3e-4a50-4c8e-9d0e-0d6a2a0b7c11',
  evidenceLinks,
  faultyFiles: new Map(),
});

export const exportOf = (view: RoundView, output: string, more: Partial<WorkbookExport> = {}) =>
  exportWorkbook({
    input: inputOf(view),
    output,
    workerUrl,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...more,
  });

/** The bytes of a workbook, without worker and file. */
export const bytesOf = async (view: RoundView, links?: ReadonlyMap<EvidenceFileId, string>): Promise<Buffer> =>
  Buffer.from(await writeWorkbook(reviewBook(inputOf(view, links)), () => undefined));

export const readWith = (bytes: Buffer): XLSX.WorkBook =>
  XLSX.read(bytes, { cellFormula: true, cellNF: true, cellDates: false, cellStyles: true });

export function sheetOf(book: XLSX.WorkBook, name: string): XLSX.WorkSheet {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

export const cellAt = (sheet: XLSX.WorkSheet, address: string): XLSX.CellObject | undefined =>
  sheet[address] as XLSX.CellObject | undefined;

/** Rows as values, from A1. */
export const rowsOf = (sheet: XLSX.WorkSheet): unknown[][] =>
  XLSX.utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null, blankrows: true });

/** All parts of a zip. */
export async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(bytes, { lazyEntries: true });
  const open = promisify<yauzl.Entry, Readable>(zip.openReadStream.bind(zip));
  const parts = new Map<string, Buffer>();
  const keep = async (entry: yauzl.Entry) => {
    parts.set(entry.fileName, await buffer(await open(entry)));
    zip.readEntry();
  };
  const ended = once(zip, 'end');
  zip.on('entry', (entry: yauzl.Entry) => {
    void keep(entry).catch((cause: unknown) => zip.emit('error', cause));
  });
  zip.readEntry();
  await ended;
  return parts;
}

export async function zipOf(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of parts) if (!name.endsWith('/')) zip.addBuffer(content, name);
  zip.end();
  return buffer(zip.outputStream);
}

/** The XML of the sheet with this name, in the order of the workbook. */
export function sheetXml(parts: ReadonlyMap<string, Buffer>, index: number): string {
  const part = parts.get(`xl/worksheets/sheet${index + 1}.xml`);
  if (!part) throw new Error(`no sheet ${index}`);
  return part.toString('utf8');
}

export const hasLibreOffice = ((): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Opens workbooks in one LibreOffice, which is told to calculate every formula anew, and reads what it saves. */
export function recalculated(books: readonly Buffer[]): readonly XLSX.WorkBook[] {
  const folder = temporaryFolder();
  const profile = path.join(folder, 'profile');
  mkdirSync(path.join(profile, 'user'), { recursive: true });
  writeFileSync(
    path.join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`,
  );
  const sources = books.map((bytes, index) => {
    const source = path.join(folder, `book${index}.xlsx`);
    writeFileSync(source, bytes);
    return source;
  });
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      path.join(folder, 'out'),
      ...sources,
    ],
    { stdio: 'ignore', timeout: 120_000 },
  );
  return sources.map((source) => readWith(readFileSync(path.join(folder, 'out', path.basename(source)))));
}

/** Writes values straight into cells of a sheet, as an editor would, leaving every cached figure as it was. */
export async function withCells(
  bytes: Buffer,
  values: ReadonlyMap<string, ReadonlyMap<string, string | number>>,
): Promise<Buffer> {
  const parts = await unzip(bytes);
  const names = readWith(bytes).SheetNames;
  for (const [sheet, cells] of values) {
    const index = names.indexOf(sheet);
    const xml = sheetXml(parts, index).replace(
      /<c r="([A-Z]+\d+)"((?: s="\d+")?)[^>]*?(?:\/>|>.*?<\/c>)/gu,
      (whole: string, address: string, style: string) => {
        const value = cells.get(address);
        if (value === undefined) return whole;
        return typeof value === 'number'
          ? `<c r="${address}"${style}><v>${value}</v></c>`
          : `<c r="${address}"${style} t="inlineStr"><is><t>${value}</t></is></c>`;
      },
    );
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, Buffer.from(xml));
  }
  return zipOf(parts);
}

export interface Table {
  /** Column letters by heading, line breaks left out. */
  readonly column: (heading: string) => string;
  readonly at: (heading: string, row: number) => XLSX.CellObject | undefined;
  /** The values of a column below its heading. */
  readonly values: (heading: string) => readonly unknown[];
  readonly rows: number;
}

/** A sheet whose first row has the headings. */
export function tableIn(book: XLSX.WorkBook, name: string): Table {
  const sheet = sheetOf(book, name);
  const rows = rowsOf(sheet);
  const headings = (rows[0] ?? []).map((heading) => String(heading).replaceAll('\n', ''));
  const column = (heading: string): string => {
    const index = headings.indexOf(heading);
    if (index === -1) throw new Error(`${name} has no column ${heading}: ${headings.join(' ')}`);
    return XLSX.utils.encode_col(index);
  };
  return {
    column,
    at: (heading, row) => cellAt(sheet, `${column(heading)}${row}`),
    values: (heading) => rows.slice(1).map((row) => row[headings.indexOf(heading)] ?? null),
    rows: rows.length - 1,
  };
}

export interface RuleFigures {
  readonly label: unknown;
  readonly wanted: unknown;
  readonly count: unknown;
  readonly denominator: unknown;
  readonly share: unknown;
  readonly missing: unknown;
  readonly verdict: unknown;
}

/** The rules of 结果汇总 and the tables below them, as anybody would read them. */
export function figuresOf(book: XLSX.WorkBook, by: 'own' | 'reviewers' = 'own') {
  const rows = rowsOf(sheetOf(book, '结果汇总'));
  const first = rows.findIndex((row) => row[0] === '规则') + 1;
  const last = rows.findIndex((row) => row[0] === '总体结论');
  const at = by === 'own' ? 2 : 7;
  const rules = rows.slice(first, last).map((row): RuleFigures => ({
    label: row[0],
    wanted: row[1],
    count: row[at],
    denominator: row[at + 1],
    share: row[at + 2],
    missing: row[at + 3],
    verdict: row[at + 4],
  }));
  /** The rows of the table under this title. */
  const table = (title: string): readonly (readonly unknown[])[] => {
    const heading = rows.findIndex((row) => row[0] === title);
    if (heading === -1) return [];
    const start = rows.findIndex((row, index) => index > heading && row[0] === '范围') + 1;
    const end = rows.findIndex((row, index) => index >= start && (row[0] === null || row[0] === undefined));
    return rows.slice(start, end === -1 ? undefined : end);
  };
  const sideOf = (row: readonly unknown[]) => row.slice(at, at + 5);
  return {
    rules: rules.filter(({ label }) => !String(label).startsWith('前置要求')),
    veto: rules.find(({ label }) => String(label).startsWith('前置要求')),
    violated: rows[last + 1]?.[0] === '违反的前置要求' ? rows[last + 1]?.[at] : undefined,
    overall: rows[last]?.[at + 4],
    grades: table(by === 'own' ? '等级统计：自评' : '等级统计：评审'),
    passing: table('通过统计（等级条款以外）').map((row) => [row[0], row[1], ...sideOf(row)]),
    indicators: table('指标统计').map((row) => [row[0], row[1], ...sideOf(row)]),
    scores: [...table('得分统计'), ...table('总分的组成')].map((row) => [row[0], row[1], ...sideOf(row)]),
  };
}
