import { randomBytes } from 'node:crypto';
import { ZipFile } from 'yazl';
import { workbookParts, zip, zipWorkbook } from '../score-file/workbook-parts.ts';
import { docxParts, makeDocx, p, tbl } from './make-docx.ts';

export interface HostileFile {
  readonly name: string;
  readonly make: () => Promise<Uint8Array | string> | Uint8Array | string;
  /** Part of the refusal; undefined when the file is read. */
  readonly refused?: string;
  /** When it is read: how many clauses. */
  readonly clauses?: number;
  /** Large, here or unpacked: its memory is measured. */
  readonly isHeavy?: true;
}

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const header = `<row r="1">${cell('A1', '编号')}${cell('B1', '条款名称')}${cell('C1', '评审要点')}</row>`;
const clause = (row: number, code = `1.${row}`) =>
  `<row r="${row}">${cell(`A${row}`, code)}${cell(`B${row}`, `名称${row}`)}${cell(`C${row}`, '要点。')}</row>`;
const sheet = (rows: string, more = '') => `<sheetData>${header}${rows}</sheetData>${more}`;
const fine = sheet(clause(2));
const sheetName = 'xl/worksheets/sheet1.xml';

const withPart = (parts: Record<string, string>, name: string, contents: string | Buffer) =>
  zip(Object.entries({ ...parts, [name]: contents } as Record<string, string | Buffer>));
const withSheet = (contents: string | Buffer) => withPart(workbookParts(fine), sheetName, contents);
const doctype = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
const laughs = `<!DOCTYPE l [<!ENTITY a "哈">${Array.from({ length: 9 }, (_entity, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`;
const document = (table: string) => makeDocx(table);
const text = (body: string) => stored(docxParts(body));

/** Without compression, so that no ratio gives the file away. */
async function stored(parts: Record<string, string>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, contents] of Object.entries(parts))
    file.addBuffer(Buffer.from(contents), name, { compress: false });
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const storedSheet = (rows: string) => stored(workbookParts(sheet(rows)));
const wordTable = tbl([
  ['编号', '条款名称', '要点'],
  ['1.1', '甲', '乙。'],
]);

/** The container of old Office files, with streams of these names in its directory. */
function compoundFile(...streams: readonly string[]): Buffer {
  const bytes = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  for (const [index, name] of ['Root Entry', ...streams].entries()) bytes.write(name, 1024 + index * 128, 'utf16le');
  return bytes;
}

/** A workbook whose directory says something else of the sheet; `at` is where its record begins. */
async function lying(change: (bytes: Buffer, at: number) => void): Promise<Buffer> {
  const bytes = await zipWorkbook(fine);
  change(bytes, bytes.lastIndexOf(Buffer.from(sheetName)) - 46);
  return bytes;
}

/** Every part is said to unpack to 150 MB, none of them by much. */
async function manyLarge(): Promise<Buffer> {
  const bytes = await zipWorkbook(fine);
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 1)) {
    bytes.writeUInt32LE(1_500_000, at + 20);
    bytes.writeUInt32LE(150_000_000, at + 24);
  }
  return bytes;
}

/** What a workbook may bring along: a macro, another workbook to load, a command to run, a page to fetch. */
const withCompany = () => {
  const formulas = `<row r="3"><c r="D3" t="str"><f>cmd|'/c calc'!A1</f><v>0</v></c><c r="E3" t="str"><f>[1]Sheet1!A1</f><v>1</v></c><c r="F3" t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>2</v></c></row>`;
  const links =
    '<hyperlinks><hyperlink ref="B2" r:id="r7"/></hyperlinks><oleObjects><oleObject r:id="r8"/></oleObjects>';
  return zip([
    ...Object.entries(workbookParts(sheet(clause(2) + formulas, links))),
    ['xl/vbaProject.bin', 'macro'],
    [
      'xl/externalLinks/externalLink1.xml',
      '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
    ],
    [
      'xl/externalLinks/_rels/externalLink1.xml.rels',
      '<Relationships><Relationship TargetMode="External" Target="file:///etc/passwd"/></Relationships>',
    ],
  ]);
};

const manySheets = (count: number) =>
  workbookParts(fine)['xl/workbook.xml']?.replace(
    /<sheet [^>]*\/>/u,
    repeat(count, (at) => `<sheet name="表${at}" sheetId="${at + 1}" r:id="r1"/>`),
  ) ?? '';

async function flipped(): Promise<Buffer> {
  const bytes = await zipWorkbook(fine);
  const at = bytes.indexOf(sheetName) + sheetName.length + 40;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_item, index) => make(index)).join('');
const million = 1_048_576;
const columns = 'ABCDEFGHIJKLMNOPQRST';

export const hostile: readonly HostileFile[] = [
  { name: 'password.xlsx', make: () => compoundFile('EncryptionInfo', 'EncryptedPackage'), refused: '设了打开密码' },
  { name: 'password.docx', make: () => compoundFile('EncryptedPackage'), refused: '设了打开密码' },
  { name: 'doc.docx', make: () => compoundFile('WordDocument', '1Table'), refused: '旧版 Word（.doc）' },
  { name: 'xls.xlsx', make: () => compoundFile('Workbook'), refused: '旧版 Excel（.xls）' },
  { name: 'ole.xlsx', make: () => compoundFile('Other'), refused: '旧版 Office 文件，或已损坏' },
  {
    name: 'html.docx',
    make: () => '<html><body><table><tr><td>1.1</td></tr></table></body></html>',
    refused: '网页（HTML）',
  },
  {
    name: 'html.xls',
    make: () => '\uFEFF <!DOCTYPE html><html xmlns:x="urn:schemas-microsoft-com:office:excel"><table/></html>',
    refused: '网页（HTML）',
  },
  { name: 'html16.xlsx', make: () => Buffer.from('\uFEFF<html><table/></html>', 'utf16le'), refused: '网页（HTML）' },
  {
    name: 'xml.xls',
    make: () => '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    refused: 'XML 表格（Excel 2003）',
  },
  { name: 'page.mht', make: () => 'MIME-Version: 1.0\r\nContent-Type: multipart/related', refused: '网页存档' },
  { name: 'text.rtf', make: () => '{\\rtf1\\ansi text}', refused: 'RTF' },
  { name: 'print.pdf', make: () => '%PDF-1.7\n', refused: '这是 PDF' },
  {
    name: 'old.ods',
    make: () =>
      zip([
        ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
        ['content.xml', '<x/>'],
      ]),
    refused: 'OpenDocument',
  },
  {
    name: 'binary.xlsx',
    make: () =>
      zip([
        ['[Content_Types].xml', '<Types/>'],
        ['xl/workbook.bin', 'x'],
      ]),
    refused: '.xlsb',
  },
  { name: 'slides.docx', make: () => zip([['ppt/presentation.xml', '<x/>']]), refused: '演示文稿' },
  { name: 'other.zip', make: () => zip([['a.xlsx', 'x']]), refused: '这是压缩包' },
  { name: 'archive.rar', make: () => 'Rar!\u001a\u0007\u0000', refused: '这是压缩包' },
  { name: 'nothing.zip', make: () => zip([]), refused: '里面什么都没有' },
  { name: 'empty.xlsx', make: () => '', refused: '文件是空的' },
  { name: 'blank.csv', make: () => ' \r\n\t\r\n', refused: '只有空白' },
  {
    name: 'image.xlsx',
    make: () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
    refused: '不是 Excel、Word、CSV 或标准包文件',
  },
  { name: 'cut.xlsx', make: async () => (await zipWorkbook(fine)).subarray(0, 700), refused: '不完整或已损坏' },
  { name: 'cut.docx', make: async () => (await document(wordTable)).subarray(0, 900), refused: '不完整或已损坏' },
  { name: 'flipped.xlsx', make: flipped, refused: '损坏' },
  { name: 'lying.xlsx', make: () => lying((bytes, at) => bytes.writeUInt32LE(10, at + 24)), refused: '不完整或已损坏' },
  {
    name: 'checksum.xlsx',
    make: () => lying((bytes, at) => bytes.writeUInt32LE(10, at + 16)),
    refused: '不完整或已损坏',
  },
  {
    name: 'locked-part.xlsx',
    make: () => lying((bytes, at) => bytes.writeUInt16LE(1, at + 8)),
    refused: '文件加了密码',
  },
  {
    name: 'zip64-part.xlsx',
    make: () => lying((bytes, at) => bytes.writeUInt32LE(0xff_ff_ff_ff, at + 24)),
    refused: '压缩包的结构不正常',
  },
  {
    name: 'zip64-directory.xlsx',
    make: () => lying((bytes) => bytes.writeUInt16LE(0xff_ff, bytes.lastIndexOf('PK\u0005\u0006') + 10)),
    refused: '压缩包的结构不正常',
  },
  { name: 'many-large.xlsx', make: manyLarge, refused: '压缩包的结构不正常' },
  {
    name: 'twice.xlsx',
    make: () => zip([...Object.entries(workbookParts(fine)), [sheetName, '<worksheet/>']]),
    refused: '压缩包的结构不正常',
  },
  {
    name: 'entries.xlsx',
    isHeavy: true,
    make: () =>
      zip([
        ...Object.entries(workbookParts(fine)),
        ...Array.from({ length: 6000 }, (_entry, at): [string, string] => [`x/${at}`, '']),
      ]),
    refused: '压缩包的结构不正常',
  },
  {
    name: 'bomb.xlsx',
    isHeavy: true,
    make: () => withSheet(Buffer.alloc(150 * 1024 * 1024, 32)),
    refused: '压缩包的结构不正常',
  },
  {
    name: 'bomb.docx',
    isHeavy: true,
    make: () => withPart(docxParts(wordTable), 'word/document.xml', Buffer.alloc(150 * 1024 * 1024, 32)),
    refused: '压缩包的结构不正常',
  },
  {
    name: 'entities.xlsx',
    make: () =>
      withSheet(
        `${doctype}<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&c;</v></c></row></sheetData></worksheet>`,
      ),
    refused: 'DOCTYPE',
  },
  { name: 'laughs.xlsx', make: () => withSheet(`${laughs}<worksheet>&j;</worksheet>`), refused: 'DOCTYPE' },
  {
    name: 'entities.docx',
    make: () => withPart(docxParts(wordTable), 'word/document.xml', `${doctype}<w:document>&c;</w:document>`),
    refused: 'DOCTYPE',
  },
  {
    name: 'entities-in-numbering.docx',
    make: () => withPart(docxParts(wordTable), 'word/numbering.xml', `${doctype}<w:numbering/>`),
    refused: 'DOCTYPE',
  },
  {
    name: 'undefined-entity.xlsx',
    make: () =>
      withSheet('<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&nope;</v></c></row></sheetData></worksheet>'),
    refused: '内容已损坏',
  },
  { name: 'macro.xlsm', make: withCompany, clauses: 1 },
  { name: 'no-table.docx', make: () => document(p('只有文字。')), refused: '文档里没有表格' },
  {
    name: 'rows.xlsx',
    isHeavy: true,
    make: () =>
      zipWorkbook(
        `<sheetData>${header}${clause(2)}${repeat(million - 3, (at) => `<row r="${at + 3}" spans="1:26" s="1" customFormat="1" ht="15.75" customHeight="1"/>`)}${clause(million)}</sheetData>`,
      ),
    clauses: 2,
  },
  {
    name: 'cells.xlsx',
    isHeavy: true,
    make: () =>
      zipWorkbook(
        sheet(
          `${clause(2)}${repeat(100_000, (row) => `<row r="${row + 3}">${repeat(20, (column) => `<c r="${columns[column]}${row + 3}" s="4"/>`)}</row>`)}`,
        ),
      ),
    clauses: 1,
  },
  {
    name: 'corner.xlsx',
    make: () => zipWorkbook(sheet(`${clause(2)}<row r="${million}">${cell(`XFD${million}`, '角')}</row>`)),
    clauses: 1,
  },
  {
    name: 'merged.xlsx',
    isHeavy: true,
    make: () =>
      zipWorkbook(
        sheet(clause(2), '<mergeCells><mergeCell ref="D1:XFD1048576"/><mergeCell ref="A3:A1048576"/></mergeCells>'),
      ),
    clauses: 1,
  },
  {
    name: 'merged-over.xlsx',
    isHeavy: true,
    make: () =>
      zipWorkbook(
        sheet(
          repeat(3000, (at) => clause(at + 2)),
          `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2000)}</mergeCells>`,
        ),
      ),
    refused: '合并的单元格过多',
  },
  {
    name: 'validations.xlsx',
    make: () =>
      zipWorkbook(
        sheet(
          clause(2),
          '<dataValidations><dataValidation type="list" sqref="A1:T1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
        ),
      ),
    clauses: 1,
  },
  {
    name: 'names-and-looks.xlsx',
    make: () =>
      withPart(
        workbookParts(`<cols><col min="1" max="16384" width="9" style="4"/></cols>${sheet(clause(2))}`),
        'xl/workbook.xml',
        workbookParts('')['xl/workbook.xml']?.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="全表">评分!$A$1:$XFD$1048576</definedName></definedNames>',
        ) ?? '',
      ),
    clauses: 1,
  },
  {
    name: 'sheets.xlsx',
    make: () => withPart(workbookParts(fine), 'xl/workbook.xml', manySheets(201)),
    refused: '工作表超过 200 张',
  },
  { name: 'tables.docx', make: () => document(wordTable.repeat(1001)), refused: '表格超过 1000 个' },
  { name: 'large.xlsx', make: () => Buffer.alloc(33 * 1024 * 1024, 'PK\u0003\u0004'), refused: '超过 32 MB' },
  { name: 'large.csv', make: () => `编号,条款名称\n1.1,${'甲'.repeat(6 * 1024 * 1024)}`, refused: '文本超过 16 MB' },
  {
    name: 'full.xlsx',
    isHeavy: true,
    make: () =>
      zipWorkbook(
        `<sheetData>${repeat(60_000, (row) => `<row r="${row + 1}">${repeat(8, (column) => `<c r="${columns[column]}${row + 1}"><v>${row}</v></c>`)}</row>`)}</sheetData>`,
      ),
    refused: '内容太多',
  },
  {
    name: 'text.xlsx',
    isHeavy: true,
    make: () => zipWorkbook(sheet(clause(2), `<a>${randomBytes(26_000_000).toString('base64')}</a>`)),
    refused: '内容太多',
  },
  {
    name: 'strings.xlsx',
    isHeavy: true,
    make: () => stored(workbookParts(fine, '<si><t>甲</t></si>'.repeat(1_500_000))),
    refused: '内容太多',
  },
  {
    name: 'deep.xlsx',
    isHeavy: true,
    make: () => withSheet(`<worksheet>${'<a>'.repeat(300_000)}`),
    refused: '内容已损坏',
  },
  {
    name: 'long-cell.xlsx',
    make: () => zipWorkbook(sheet(`<row r="2">${cell('A2', '甲'.repeat(40_000))}</row>`)),
    refused: '超过 32767 个字',
  },
  {
    name: 'no-position.xlsx',
    make: () => zipWorkbook(sheet(`<row r="1">${cell('A1', '甲')}</row>`)),
    refused: '行号不对',
  },
  {
    name: 'many-clauses.xlsx',
    isHeavy: true,
    make: () => zipWorkbook(sheet(repeat(12_000, (at) => clause(at + 2, `${at}.1`)))),
    clauses: 0,
  },
  {
    name: 'same-codes.xlsx',
    isHeavy: true,
    make: () => zipWorkbook(sheet(repeat(4900, (at) => clause(at + 2, '1.1')))),
    clauses: 4900,
  },
  {
    name: 'marks.xlsx',
    isHeavy: true,
    make: () =>
      storedSheet(
        repeat(
          60,
          (at) =>
            `<row r="${at + 2}">${cell(`A${at + 2}`, `1.${at}`)}${cell(`B${at + 2}`, '（('.repeat(8000))}${cell(`C${at + 2}`, '【C】1.；'.repeat(4000))}</row>`,
        ),
      ),
    clauses: 60,
  },
  {
    name: 'lines.xlsx',
    isHeavy: true,
    make: () =>
      storedSheet(
        repeat(
          60,
          (at) =>
            `<row r="${at + 2}">${cell(`A${at + 2}`, `1.${at}`)}${cell(`B${at + 2}`, '★ '.repeat(10_000))}${cell(`C${at + 2}`, '甲\n'.repeat(16_000))}</row>`,
        ),
      ),
    clauses: 60,
  },
  {
    name: 'headers.xlsx',
    isHeavy: true,
    make: () =>
      zipWorkbook(
        `<sheetData>${repeat(20_000, (at) => `<row r="${at + 1}">${cell(`A${at + 1}`, at % 2 ? '编号' : '条款')}${cell(`B${at + 1}`, at % 2 ? '要点' : '分值')}</row>`)}</sheetData>`,
      ),
    clauses: 1,
  },
  {
    name: 'nested.docx',
    isHeavy: true,
    make: () =>
      stored(docxParts(`${'<w:tbl><w:tr><w:tc>'.repeat(50_000)}${p('深')}${'</w:tc></w:tr></w:tbl>'.repeat(50_000)}`)),
    refused: '内容已损坏',
  },
  {
    name: 'spans.docx',
    isHeavy: true,
    make: () => document(tbl(Array.from({ length: 3000 }, () => [{ text: '甲', span: 1_000_000 }]))),
    refused: '内容太多',
  },
  {
    name: 'long.docx',
    isHeavy: true,
    make: () => document(wordTable + repeat(600_000, (at) => `<w:p><w:r><w:t>${at}</w:t></w:r></w:p>`)),
    refused: '文档超过 250000 段',
  },
  {
    name: 'paragraphs.docx',
    isHeavy: true,
    make: () => text(repeat(100_000, (at) => p(`${at}.1 第 ${at} 条`))),
    refused: '段落超过 50000 段',
  },
  {
    name: 'many-paragraphs.docx',
    isHeavy: true,
    make: () => text(repeat(49_000, (at) => p(['第一章 总则', '一、甲', '（一）乙', '1.丙。'][at % 4] ?? ''))),
    clauses: 0,
  },
  {
    name: 'lists.docx',
    isHeavy: true,
    make: () => text(`${p('1.1 甲')}${p('1.2 乙')}${repeat(49_000, (at) => p(`（${at}）${'丙'.repeat(at % 50)}`))}`),
    clauses: 2,
  },
  {
    name: 'long-paragraph.docx',
    isHeavy: true,
    make: () => text(`${p('1.1 甲')}${p('1.2 乙')}${p('1.3 丙'.repeat(250_000))}`),
    refused: '第 3 段超过 32767 个字',
  },
  {
    name: 'long-paragraph-aside.docx',
    isHeavy: true,
    make: () => text(`${p('说明'.repeat(500_000))}${wordTable}`),
    clauses: 1,
  },
  {
    name: 'deep-numbers.docx',
    isHeavy: true,
    make: () => text(repeat(2000, (at) => p(`1${'.1'.repeat(at)} 甲`))),
    clauses: 1,
  },
  {
    name: 'breaks.docx',
    isHeavy: true,
    make: () => text(repeat(7, (at) => p(`1.${at + 1} 甲\n${'乙\n'.repeat(16_000)}`))),
    refused: '行数过多',
  },
  {
    name: 'fewer-breaks.docx',
    isHeavy: true,
    make: () => text(repeat(3, (at) => p(`1.${at + 1} 甲\n${'乙\n'.repeat(16_000)}`))),
    clauses: 3,
  },
  {
    name: 'brackets.docx',
    isHeavy: true,
    make: () =>
      text(
        repeat(
          60,
          (at) => p(`1.${at} 甲`) + p('【（('.repeat(8000)) + p('★ '.repeat(8000)) + p(`【C】${'1.；【'.repeat(6000)}`),
        ),
      ),
    clauses: 60,
  },
  {
    name: 'huge.csv',
    isHeavy: true,
    make: () => `编号,条款名称\n${repeat(1_200_000, (at) => `${at},甲\n`)}`,
    refused: '行数过多',
  },
  { name: 'wide.csv', isHeavy: true, make: () => `编号,条款名称\n1.1,${',甲'.repeat(400_000)}`, refused: '列过多' },
  { name: 'quotes.csv', make: () => `编号,条款名称\n1.1,"没有结束\n1.2,乙\n`, refused: '引号没有成对' },
  { name: 'anchors.yaml', make: () => 'id: x\na: &a [1]\nb: [*a, *a]\n', refused: '标准包“anchors.yaml”有' },
  {
    name: 'deep.yaml',
    isHeavy: true,
    make: () => `id: x\nchapters: ${'['.repeat(100_000)}`,
    refused: '标准包“deep.yaml”有',
  },
  {
    name: 'long.yaml',
    isHeavy: true,
    make: () => `id: x\nchapters:\n${'- a: 1\n'.repeat(900_000)}`,
    refused: '标准包“long.yaml”有',
  },
  {
    name: 'flat.yaml',
    isHeavy: true,
    make: () => `id: x\nchapters:\n${'- {code: a, title: b, sections: []}\n'.repeat(25_000)}`,
    refused: '标准包“flat.yaml”有',
  },
];
