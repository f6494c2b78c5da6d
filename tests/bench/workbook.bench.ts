// What our writer costs beyond exceljs itself: 700 clauses × 20 columns, the same cells and styles written twice, once
// through the sheet model and once with bare exceljs calls. Rounds are interleaved; read the ratio, not milliseconds.
import ExcelJS from 'exceljs';
import { cellStyles } from '../../electron/backend/workbook/cell-styles.ts';
import { cell, columnLetters, formula, textCell } from '../../electron/backend/workbook/cells.ts';
import type { BookModel, Cell, StyleName } from '../../electron/backend/workbook/sheet-model.ts';
import { gradeTones } from '../../electron/backend/workbook/tones.ts';
import { writeWorkbook } from '../../electron/backend/workbook/write-workbook.ts';

const clauses = 700;
const columns = 20;
const rounds = 25;
const goal = 1.3;

const sentence = '查看制度、记录和现场，抽查三份病历，结果与登记一致，持续改进有数据。';
const grades = ['A', 'B', 'C', 'D', 'E'];

function rowOf(index: number): readonly Cell[] {
  const row = index + 2;
  const code = `${1 + (index % 7)}.${1 + (index % 11)}.${1 + (index % 5)}.${index}`;
  return [
    cell('exactText', code),
    textCell(`${1 + (index % 7)} 坚持医院公益性`),
    textCell(`1.${index % 11} 医院设置、功能和任务`),
    textCell(`第 ${index} 条的名称，长度与真实条款相仿`),
    cell('centred', index % 9 === 0 ? '★' : null),
    textCell(['医务科', '护理部', '院感科'][index % 3] ?? ''),
    cell('centred', grades[index % 5] ?? null),
    textCell(index % 10 === 0 ? '高于建议：上级检查已确认' : ''),
    textCell(sentence.repeat(1 + (index % 3))),
    cell('centred', index % 6),
    cell('toFillCentred', null),
    cell('toFill', null),
    cell('centred', formula(`IF(K${row}="","",IF(K${row}=G${row},"一致","不一致"))`, '')),
    cell('centred', '计入'),
    cell('text', `第${1 + (index % 7)}章`),
    cell('exactText', `c-${index}`),
    cell('link', { text: `材料 ${index}.pdf`, path: `佐证材料/${1 + (index % 7)} 章/${code} 材料.pdf` }),
    cell('day', { day: `2025-0${1 + (index % 9)}-1${index % 10}` }),
    cell('share', (index % 1000) / 1000),
    cell('figure', formula(`J${row}+1`, (index % 6) + 1)),
  ];
}

const rows = [
  Array.from({ length: columns }, (_cell, column) => cell('header', `第 ${column + 1} 列`)),
  ...Array.from({ length: clauses }, (_row, index) => rowOf(index)),
];
const last = clauses + 1;
const widths = Array.from({ length: columns }, (_column, index) => 8 + (index % 5) * 6);

const book: BookModel = {
  title: '测速',
  author: '达标',
  createdAt: new Date(0),
  sheets: [
    {
      name: '条款评分',
      hidden: false,
      columns: widths.map((width) => ({ width })),
      rows: rows.map((cells) => ({ cells })),
      frozen: { rows: 1, columns: 1 },
      filter: `A1:${columnLetters(columns)}${last}`,
      merges: [],
      blocks: undefined,
      entries: [{ range: `K2:K${last}`, options: ['A', 'B', 'C', 'D'], hint: '请选择' }],
      tones: ['G', 'K'].map((letter) => ({ range: `${letter}2:${letter}${last}`, tones: gradeTones })),
      footer: { left: '医院', right: '轮次' },
    },
  ],
};

const ours = () => writeWorkbook(book, () => undefined);

/** The same values with the same styles, as anybody would write them with exceljs alone; no row heights, no checks. */
async function bare(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('条款评分', { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
  sheet.columns = widths.map((width) => ({ width }));
  for (const [index, cells] of rows.entries()) {
    const row = sheet.getRow(index + 1);
    for (const [column, { value, style }] of cells.entries()) {
      const target = row.getCell(column + 1);
      target.style = styleOf(style);
      if (value !== null && typeof value === 'object') {
        if ('formula' in value) target.value = { formula: value.formula, result: value.result };
        else if ('path' in value) target.value = { text: value.text, hyperlink: encodeURI(value.path) };
        else target.value = new Date(value.day);
      } else target.value = value;
    }
  }
  sheet.autoFilter = `A1:${columnLetters(columns)}${last}`;
  await sheet.protect('', { autoFilter: true });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const styleOf = (style: StyleName) => cellStyles[style];

async function timed(work: () => Promise<Uint8Array>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

await ours(); // load, compile, warm up
await bare();
const times: { ours: number; bare: number }[] = [];
for (let round = 0; round < rounds; round++) {
  const oursFirst = round % 2 === 0;
  const first = await timed(oursFirst ? ours : bare);
  const second = await timed(oursFirst ? bare : ours);
  times.push(oursFirst ? { ours: first, bare: second } : { ours: second, bare: first });
}
const ratio = median(times.map((time) => time.ours / time.bare));
console.log(`${clauses} clauses × ${columns} columns, ${rounds} interleaved rounds`);
console.log(`ours  median ${median(times.map((time) => time.ours)).toFixed(0)} ms`);
console.log(`bare exceljs ${median(times.map((time) => time.bare)).toFixed(0)} ms`);
console.log(`median ratio ${ratio.toFixed(2)} (goal ≤ ${goal}) ${ratio <= goal ? 'reached' : 'MISSED'}`);
if (ratio > goal) process.exitCode = 1;
