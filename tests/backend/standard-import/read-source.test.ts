import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../electron/backend/standard-import/read-source.ts';
import { workbookParts, zip, zipWorkbook } from '../score-file/workbook-parts.ts';
import { temporaryFolder } from './files.ts';
import { docxParts, makeDocx, p, tbl } from './make-docx.ts';
import { makeXlsx } from './make-xlsx.ts';

const folder = temporaryFolder();
async function read(name: string, contents: Promise<Uint8Array> | Uint8Array | string) {
  const file = path.join(folder, name);
  writeFileSync(file, await contents);
  const source = await readSource(file);
  if (source.kind !== 'tables') throw new Error('no tables');
  return source;
}
const textsOf = ({ tables }: Awaited<ReturnType<typeof read>>) =>
  tables[0]?.rows.map(({ cells }) => cells.map(({ text }) => text));

const styles = (formats: string, xfs: string) =>
  `<styleSheet><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`;

async function withStyles(sheet: string, styleSheet: string, workbook?: (xml: string) => string): Promise<Buffer> {
  const parts = workbookParts(sheet);
  const relations = 'xl/_rels/workbook.xml.rels';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  parts[relations] = (parts[relations] ?? '').replace(
    '</Relationships>',
    `<Relationship Id="r9" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  );
  if (workbook) parts['xl/workbook.xml'] = workbook(parts['xl/workbook.xml'] ?? '');
  return zip(Object.entries({ ...parts, 'xl/styles.xml': styleSheet }));
}

describe('values as text, as Excel shows them', () => {
  const formats =
    '<numFmt numFmtId="164" formatCode="0.000"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="166" formatCode="0.0%"/><numFmt numFmtId="167" formatCode="[Red]0.0;-0.0"/><numFmt numFmtId="168" formatCode="&quot;第&quot;0&quot;条&quot;"/>';
  const xfs = [0, 2, 14, 164, 165, 166, 9, 22, 167, 168].map((id) => `<xf numFmtId="${id}"/>`).join('');
  const cases: readonly (readonly [string, string, string])[] = [
    ['a number', '<c r="A1"><v>4.0999999999999996</v></c>', '4.1'],
    ['two decimals', '<c r="A1" s="1"><v>1.1</v></c>', '1.10'],
    ['decimals never cut a number', '<c r="A1" s="1"><v>1.12345</v></c>', '1.12345'],
    ['three decimals', '<c r="A1" s="3"><v>2</v></c>', '2.000'],
    ['decimals with a colour', '<c r="A1" s="8"><v>2</v></c>', '2.0'],
    ['a date', '<c r="A1" s="2"><v>46082</v></c>', '2026-03-01'],
    ['a Chinese date', '<c r="A1" s="4"><v>46082</v></c>', '2026-03-01'],
    ['a date with time', '<c r="A1" s="7"><v>46082.5</v></c>', '2026-03-01 12:00'],
    ['a date before Excel’s 29 February 1900', '<c r="A1" s="2"><v>59</v></c>', '1900-02-28'],
    ['a percentage', '<c r="A1" s="5"><v>0.8996</v></c>', '89.96%'],
    ['a whole percentage', '<c r="A1" s="6"><v>0.9</v></c>', '90%'],
    ['words in a format', '<c r="A1" s="9"><v>3</v></c>', '3'],
    ['an ISO date', '<c r="A1" t="d"><v>2026-03-01T00:00:00</v></c>', '2026-03-01'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['a formula’s result', '<c r="A1" t="str"><f>A2</f><v>甲</v></c>', '甲'],
    ['rich text', '<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>jia</t></rPh></is></c>', '甲乙'],
    ['escaped characters', '<c r="A1" t="inlineStr"><is><t>甲_x000D_乙_x005F_x0041_</t></is></c>', '甲\r乙_x0041_'],
    [
      'spaces, line ends and rare characters',
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲\n𠮷👍 </t></is></c>',
      ' 甲\n𠮷👍 ',
    ],
  ];
  test.each(cases)('%s', async (_what, cell, text) => {
    const bytes = withStyles(`<sheetData><row r="1">${cell}</row></sheetData>`, styles(formats, xfs));
    expect(textsOf(await read('values.xlsx', bytes))).toEqual([[text]]);
  });

  test('dates counted from 1904', async () => {
    const bytes = withStyles(
      '<sheetData><row r="1"><c r="A1" s="2"><v>44620</v></c></row></sheetData>',
      styles(formats, xfs),
      (xml) => xml.replace('<sheets>', '<workbookPr date1904="1"/><sheets>'),
    );
    expect(textsOf(await read('mac.xlsx', bytes))).toEqual([['2026-03-01']]);
  });

  test('cells and rows that do not say where they are', async () => {
    const bytes = zipWorkbook(
      '<sheetData><row><c/><c t="str"><v>甲</v></c></row><row/><row><c t="str"><v>乙</v></c></row></sheetData>',
    );
    const { tables } = await read('bare.xlsx', bytes);
    expect(tables[0]?.rows.map(({ row, cells }) => [row, cells.map(({ column, text }) => [column, text])])).toEqual([
      [1, [[1, '甲']]],
      [3, [[0, '乙']]],
    ]);
  });

  test('what only looks like an empty cell is text', async () => {
    const bytes = zipWorkbook(
      '<sheetData><row r="1"><c r="A1" t="str"><v><![CDATA[<c r="A9"/>]]></v></c></row></sheetData>',
    );
    expect(textsOf(await read('cdata.xlsx', bytes))).toEqual([['<c r="A9"/>']]);
  });
});

test('merged ranges show their first cell everywhere, hidden rows and columns are marked', async () => {
  const parts = workbookParts(
    `<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="C1" t="str"><v>丙</v></c></row><row r="2" hidden="1"><c r="B2" t="str"><v>被盖住</v></c><c r="C2" t="str"><v>丁</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
  );
  const { tables } = await read('merged.xlsx', zip(Object.entries(parts)));
  const from = { row: 1, column: 0 };
  expect(tables[0]?.rows).toEqual([
    {
      row: 1,
      cells: [
        { column: 0, text: '甲', kind: 'text' },
        { column: 1, text: '甲', kind: 'text', from },
        { column: 2, text: '丙', kind: 'text' },
      ],
    },
    {
      row: 2,
      hidden: true,
      cells: [
        { column: 0, text: '甲', kind: 'text', from },
        { column: 1, text: '甲', kind: 'text', from },
        { column: 2, text: '丁', kind: 'text' },
      ],
    },
  ]);
});

test('all sheets in their order, hidden ones marked', async () => {
  const { tables } = await read(
    'sheets.xlsx',
    makeXlsx({ name: '乙', rows: [['x']] }, { name: '甲', rows: [['y']], hidden: true }),
  );
  expect(tables.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['乙', false],
    ['甲', true],
  ]);
});

describe('Word', () => {
  test('spans, vertical merges, breaks, hyphens and symbols', async () => {
    const table = tbl([
      [{ text: '甲', span: 2 }, '乙'],
      [
        { text: '丙', merge: 'restart' },
        {
          xml: '<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0AB"/></w:r></w:p>',
        },
        '丁',
      ],
      [{ merge: 'continue' }, '戊', '己'],
    ]);
    const { tables } = await read('cells.docx', makeDocx(table));
    expect(
      tables[0]?.rows.map(({ cells }) => cells.map(({ column, text, from }) => [column, text, from?.row ?? 0])),
    ).toEqual([
      [
        [0, '甲', 0],
        [1, '甲', 1],
        [2, '乙', 0],
      ],
      [
        [0, '丙', 0],
        [1, '一\n二 三-★', 0],
        [2, '丁', 0],
      ],
      [
        [0, '丙', 2],
        [1, '戊', 0],
        [2, '己', 0],
      ],
    ]);
  });

  test('paragraphs before each table with their heading levels', async () => {
    const { tables } = await read(
      'heads.docx',
      makeDocx(p('封面'), p('第一章', { style: 1 }), tbl([['甲']]), p('第二章', { style: 1 }), tbl([['乙']])),
    );
    expect(tables.map(({ before }) => before)).toEqual([
      [
        { text: '封面', number: 1, level: undefined },
        { text: '第一章', number: 2, level: 0 },
      ],
      [{ text: '第二章', number: 4, level: 0 }],
    ]);
  });

  test('numbers that Word makes count on per level and begin anew below', async () => {
    const list = (level: number, text: string) => p(text, { list: ['1', level] });
    const standard = tbl([
      ['编号', '条款名称'],
      ['1.1', '甲'],
    ]);
    const { tables } = await read(
      'list.docx',
      makeDocx(list(0, '甲'), list(1, '乙'), list(1, '丙'), list(0, '丁'), list(1, '戊'), list(2, '己'), standard),
    );
    expect(tables[0]?.before.map(({ text }) => text)).toEqual([
      '1.甲',
      '1.1 乙',
      '1.2 丙',
      '2.丁',
      '2.1 戊',
      '2.1.1 己',
    ]);
  });

  test('fonts are skipped, deletions and moved text stay out', async () => {
    const xml =
      '<w:p><w:pPr><w:pStyle w:val="1"/><w:pPrChange><w:pPr><w:pStyle w:val="2"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rFonts w:ascii="x"/></w:rPr><w:t>留</w:t></w:r><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>';
    const { tables } = await read('changes.docx', makeDocx(xml, tbl([['x']])));
    expect(tables[0]?.before).toEqual([{ text: '留移来', number: 1, level: 0 }]);
  });

  test('parts that are missing are done without', async () => {
    const {
      'word/styles.xml': _styles,
      'word/numbering.xml': _numbering,
      'word/_rels/document.xml.rels': _rels,
      ...parts
    } = docxParts(tbl([['甲']]));
    expect(textsOf(await read('few.docx', zip(Object.entries(parts))))).toEqual([['甲']]);
  });
});
