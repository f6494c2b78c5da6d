import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as sheetjs from '@e965/xlsx';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScoreFile } from '../../../electron/backend/score-file/read-score-file.ts';
import { readPeriodCell } from '../../../electron/backend/score-file/period-cell.ts';
import { graded, sheetData, workbookParts, zip, zipWorkbook } from './workbook-parts.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dabiao-scores-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function save(name: string, contents: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, contents);
  return file;
}
const read = (name: string, contents: string | Uint8Array) => readScoreFile(save(name, contents));
const unreadable = (message: string) =>
  expect.objectContaining({ code: 'file/unreadable', message: expect.stringContaining(message) as string }) as Error;

const table = [
  ['条款', '级别', '要点', '判定', '等级', '理由', '说明'],
  ['1.1.1', 'C', 1, '符合', '', '', '第一行\n“第二行”'],
  ['1.1.2', '', '', '', 'B', '县级通报', ''],
];
const expectedRows = [
  { row: 2, clause: '1.1.1', tier: 'C', point: '1', mark: '符合', grade: '', note: '第一行\n“第二行”' },
  { row: 3, clause: '1.1.2', tier: '', point: '', mark: '', grade: 'B', reason: '县级通报' },
].map((row) => expect.objectContaining(row) as unknown);

describe('csv', () => {
  const csv = table.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n');
  // 条款,等级,说明 / 1.1.1,B,手卫生达标 in GBK, as WPS and Excel save CSV in China.
  const gbk = Buffer.from('ccf5bfee2cb5c8bcb62ccbb5c3f70d0a312e312e312c422ccad6cec0c9fab4efb1ea0d0a', 'hex');

  test.each<[string, string | Uint8Array]>([
    ['plain UTF-8', csv],
    ['with byte order mark', `\uFEFF${csv}`],
    ['UTF-16 little-endian', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(`\uFEFF${csv}`, 'utf16le').swap16()],
    ['semicolons', csv.replaceAll('","', '";"')],
    ['tabs', csv.replaceAll('","', '"\t"')],
  ])('%s', async (_what, contents) => expect(await read('a.csv', contents)).toEqual(expectedRows));

  test('GBK', async () => {
    expect(await read('gbk.csv', gbk)).toMatchObject([{ row: 2, clause: '1.1.1', grade: 'B', note: '手卫生达标' }]);
  });

  test('any order, any case, blank rows counted and left out', async () => {
    const rows = await read('b.csv', 'GRADE, Clause \n\n,\nB,1.1.1\n');
    expect(rows).toMatchObject([{ row: 4, clause: '1.1.1', grade: 'B', tier: '' }]);
  });

  test('columns of scores and figures, in Chinese and in English', async () => {
    const values = { clause: '1.1.1', score: '3.5分', numerator: '1,234', denominator: '2万', period: '2026年3月' };
    for (const header of ['条款,得分,分子,分母,期间', 'clause,score,numerator,denominator,period']) {
      const rows = await read('b.csv', `${header}\n1.1.1,3.5分,"1,234",2万,2026年3月\n`);
      expect(rows).toMatchObject([{ ...values, isPeriodNumber: false }]);
    }
  });

  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', '文件是空的'],
    ['only line ends', '\n\n', '里面没有内容'],
    ['a header alone', 'clause,grade\n', '只有列名，没有数据行'],
    ['no header', '1.1.1,B\n', '第 1 行第 1 列的列名“1.1.1”认不出来'],
    ['no clause column', 'grade\nB\n', '第 1 行里没有 clause（条款）列'],
    ['a misspelt column', 'clause,grad\n1.1.1,B\n', '第 1 行第 2 列的列名“grad”认不出来'],
    ['a column twice', 'clause,grade,等级\n1.1.1,B,C\n', '列出现了两次'],
    ['a value without column', 'clause,grade\n1.1.1,B,C\n', '第 2 行第 3 列有内容，但这一列没有列名'],
    ['an open quote', 'clause,note\n1.1.1,"abc\n1.1.2,d\n', '引号没有成对'],
    ['a stray quote', 'clause,note\n1.1.1,"ab"c\n', '第 2 行引号没有成对'],
    ['neither UTF-8 nor GBK', Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x80]), '文字编码认不出来'],
    ['binary', Buffer.from([1, 2, 0, 0, 0, 3]), '不是 CSV 或 Excel 文件'],
    ['a web page', '<!DOCTYPE html><table>', '内容却是网页（HTML）'],
    ['a workbook', Buffer.from('PK\u0003\u0004'), '内容却是 Excel 工作簿'],
  ])('%s is refused', async (_what, contents, message) => {
    await expect(read('c.csv', contents)).rejects.toThrow(unreadable(message));
  });
});

describe('xlsx', () => {
  test('written by exceljs', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('隐藏', { state: 'hidden' }).addRow(['x']);
    const sheet = workbook.addWorksheet('评分');
    sheet.addRows(table);
    sheet.getCell('G3').value = { richText: [{ text: '粗', font: { bold: true } }, { text: '细' }] };
    sheet.getCell('F3').value = { formula: '"县级"&"通报"', result: '县级通报' };
    const rows = await read('d.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(rows).toEqual(expectedRows);
    expect(rows[1]?.note).toBe('粗细');
  });

  test.each([true, false])('written by SheetJS, shared strings %s', async (bookSST) => {
    const workbook = sheetjs.utils.book_new();
    sheetjs.utils.book_append_sheet(workbook, sheetjs.utils.aoa_to_sheet(table), '评分');
    const bytes: unknown = sheetjs.write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST });
    expect(await read('e.xlsx', bytes as Buffer)).toEqual(expectedRows);
  });

  test('rich text without its phonetic runs, escapes, numbers, rows and cells without a place', async () => {
    const strings =
      '<si><r><t>手</t></r><r><t>卫生</t></r><rPh sb="0" eb="1"><t>shou</t></rPh></si><si><t>一_x000A_二</t></si>';
    const sheet = `<sheetData><row><c t="str"><v>clause</v></c><c t="str"><v>point</v></c><c t="str"><v>reason</v></c><c t="str"><v>note</v></c></row>
      <row><c><v>1.1</v></c><c><v>2</v></c><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData>`;
    expect(await read('f.xlsx', await zipWorkbook(sheet, strings))).toMatchObject([
      { row: 2, clause: '1.1', isClauseNumber: true, point: '2', reason: '手卫生', note: '一\n二' },
    ]);
  });

  test('numbers are what Excel shows of them', async () => {
    const header = ['clause', 'score', 'numerator', 'period'].map((name) => `<c t="str"><v>${name}</v></c>`).join('');
    const sheet = `<sheetData><row>${header}</row>
      <row><c><v>1.1000000000000001</v></c><c><v>4.0999999999999996</v></c><c><v>12000</v></c><c s="1"><v>46082</v></c></row></sheetData>`;
    expect(await read('m.xlsx', await zipWorkbook(sheet))).toMatchObject([
      {
        clause: '1.1',
        isClauseNumber: true,
        score: '4.1',
        numerator: '12000',
        period: '46082',
        isPeriodNumber: true,
      },
    ]);
  });

  test('the same day from a workbook of an old Mac, which counts from 1904', async () => {
    const book = new exceljs.Workbook();
    book.properties.date1904 = true;
    const sheet = book.addWorksheet('评分');
    sheet.addRow(['clause', 'numerator', 'denominator', 'period']);
    sheet.addRow(['2.1.1', 40_000, 46_082, new Date(Date.UTC(2026, 2, 1))]);
    sheet.addRow(['2.1.1', 1, 2, 2026]);
    const rows = await read('mac.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    expect(rows).toMatchObject([
      { numerator: '40000', denominator: '46082', period: '46082', isPeriodNumber: true },
      { period: '2026', isPeriodNumber: true },
    ]);
    expect(readPeriodCell(rows[0]?.period ?? '', true)).toMatchObject({ text: '2026-03', shown: '2026-03-01' });
  });

  test('validations on whole columns and a dimension of a million rows cost nothing', async () => {
    const validations = Array.from(
      { length: 20 },
      (_, index) =>
        `<dataValidation type="list" sqref="${String.fromCharCode(65 + index)}1:${String.fromCharCode(65 + index)}1048576"><formula1>"A,B"</formula1></dataValidation>`,
    ).join('');
    const sheet = `<dimension ref="A1:XFD1048576"/>${sheetData(`${graded}<row r="1048576"><c r="A1048576" s="1"/></row>`)}
      <mergeCells><mergeCell ref="D1:XFD1048576"/></mergeCells><dataValidations>${validations}</dataValidations>`;
    expect(await read('g.xlsx', await zipWorkbook(sheet))).toMatchObject([{ row: 2, clause: '1.1.1', grade: 'B' }]);
  });

  test('two hundred thousand styled empty cells are skipped', async () => {
    const empty = Array.from(
      { length: 20_000 },
      (_, row) => `<row r="${row + 3}">${'<c s="1"/>'.repeat(10)}</row>`,
    ).join('');
    expect(await read('h.xlsx', await zipWorkbook(sheetData(graded + empty)))).toHaveLength(1);
  });

  const parts = Object.entries(workbookParts(sheetData(graded)));
  const replaced = (name: string, contents: string | Buffer) =>
    zip(parts.map(([part, before]) => [part, part === name ? contents : before] as const));
  const sheetName = 'xl/worksheets/sheet1.xml';
  const doctype = '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>';

  test.each<[string, () => Promise<string | Uint8Array>, string]>([
    ['an empty file', async () => '', '文件是空的'],
    ['an old .xls', async () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), '内容却是旧版 Excel'],
    [
      'a password-protected workbook',
      async () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      '设了打开密码',
    ],
    ['a web page', async () => '\uFEFF<html><table>', '内容却是网页（HTML）'],
    ['CSV', async () => 'clause,grade\n1.1.1,B\n', '内容却是文本（CSV）'],
    ['a PDF', async () => '%PDF-1.7', '内容却是 PDF'],
    ['noise', async () => Buffer.from([1, 0, 2, 0, 3]), '不是 CSV 或 Excel 文件'],
    ['a zip bomb', () => replaced(sheetName, Buffer.alloc(60 * 1024 * 1024, 32)), '压缩包的结构不正常'],
    ['too large a part', () => replaced(sheetName, Buffer.alloc(65 * 1024 * 1024, 32)), '压缩包的结构不正常'],
    ['two parts of one name', () => zip([...parts, [sheetName, '<worksheet/>']]), '压缩包的结构不正常'],
    ['a DOCTYPE', () => replaced(sheetName, doctype), '带有 DOCTYPE'],
    ['a DOCTYPE in the workbook', () => replaced('xl/workbook.xml', doctype), '带有 DOCTYPE'],
    ['broken XML', () => replaced(sheetName, '<worksheet><sheetData>'), '工作簿里的内容已损坏'],
    ['XML that is not UTF-8', () => replaced(sheetName, Buffer.from([0x3c, 0x61, 0xff, 0xfe])), '工作簿里的内容已损坏'],
    ['no workbook in it', () => zip([['a.txt', 'x']]), '不是 Excel 工作簿'],
    ['no sheet', () => replaced('xl/workbook.xml', '<workbook><sheets/></workbook>'), '工作簿里没有工作表'],
    ['a sheet without rows', () => zipWorkbook('<sheetData/>'), '里面没有内容'],
    ['an empty first row', () => zipWorkbook(`<sheetData>${graded}</sheetData>`), '第 1 行是空的'],
    [
      'a shared string that is not there',
      () => zipWorkbook(sheetData('<row r="2"><c r="A2" t="s"><v>9</v></c></row>')),
      '第 2 行第 1 列的内容已损坏',
    ],
    [
      'a formula without value',
      () => zipWorkbook(sheetData('<row r="2"><c r="A2"><f>B1</f></c></row>')),
      '第 2 行第 1 列的公式没有计算结果',
    ],
    ['rows out of order', () => zipWorkbook(sheetData(graded + graded)), '工作表里的行号不对'],
    [
      'a cell at the far corner',
      () => zipWorkbook(sheetData('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
      '超出了 200 列',
    ],
  ])('%s is refused', async (_what, contents, message) => {
    const file = save('i.xlsx', await contents());
    await expect(readScoreFile(file)).rejects.toThrow(unreadable(message));
  });

  test('cut off anywhere, it is refused', async () => {
    const bytes = await zip(parts);
    for (let length = 4; length < bytes.length; length += 37) {
      await expect(read('j.xlsx', bytes.subarray(0, length))).rejects.toThrow(unreadable(''));
    }
  });

  test('one flipped bit is refused or does not matter; it never changes a value', async () => {
    const bytes = await zip(parts);
    const expected = JSON.stringify(await read('k.xlsx', bytes));
    let refused = 0;
    for (let at = 4; at < bytes.length; at += 3) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const outcome = await read('k.xlsx', flipped).catch((cause: unknown) => cause);
      if (outcome instanceof Error) {
        expect(outcome).toEqual(unreadable(''));
        refused++;
      } else expect(JSON.stringify(outcome)).toBe(expected);
    }
    expect(refused).toBeGreaterThan(100);
  });
});

test('other names are refused, a missing file is named', async () => {
  await expect(read('a.docx', 'x')).rejects.toThrow(unreadable('只能导入 .csv 或 .xlsx'));
  await expect(read('a.xls', 'x')).rejects.toThrow(unreadable('旧版 .xls'));
  await expect(readScoreFile(folder)).rejects.toThrow(unreadable('不是文件'));
  await expect(readScoreFile(path.join(folder, 'gone.csv'))).rejects.toMatchObject({ code: 'file/gone' });
});
