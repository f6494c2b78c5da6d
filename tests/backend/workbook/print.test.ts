import { beforeAll, describe, expect, test } from 'vitest';
import {
  cell,
  columnLetters,
  heightOfRow,
  highestRow,
  shownText,
  textCell,
  wrappedHeight,
} from '../../../electron/backend/workbook/cells.ts';
import { fittedColumns } from '../../../electron/backend/workbook/fitted-columns.ts';
import { fitsOnePage, pageEnds, printableWidth, printScale } from '../../../electron/backend/workbook/paper.ts';
import { reviewBook } from '../../../electron/backend/workbook/review-book.ts';
import type { SheetModel } from '../../../electron/backend/workbook/sheet-model.ts';
import type { RoundView } from '../../../shared/contract/round.ts';
import { canPrint, printedPages, type PrintedPage } from './printed-pages.ts';
import { randomRound, readStandard, withState } from './round-fixture.ts';
import { bytesOf, inputOf, sheetXml, unzip } from './workbook-support.ts';

const remark =
  '现场查看与资料一致，但第三季度的记录缺少科主任签字，已要求补签并写入整改台账，复查时又抽查了病历二十份。';

/** A round in which every seventh note is long. */
function talkativeRound(standard: string): RoundView {
  const view = randomRound({ seed: 5, standard: readStandard(standard), evidence: 0.2 });
  const states = view.states.map((state, index) =>
    index % 7 === 0 ? { ...state, note: remark.repeat(1 + ((index / 7) % 3)) } : state,
  );
  return { ...view, states };
}

const shownSheets = (view: RoundView): readonly SheetModel[] =>
  reviewBook(inputOf(view)).sheets.filter(({ hidden }) => !hidden);
const sheetNamed = (sheets: readonly SheetModel[], name: string): SheetModel => {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(name);
  return found;
};
const textsOf = (sheet: SheetModel): readonly (readonly string[])[] =>
  sheet.rows.map(({ cells }) => cells.map(shownText));

describe('列宽', () => {
  const wanted = [
    { width: 13, least: 9 },
    { width: 90, least: 20 },
    { width: 90, least: 20 },
    { width: 26 },
    { width: 8, least: 8 },
    { width: 400, hidden: true },
  ];
  const widths = (...rows: (string | number)[][]): readonly number[] =>
    fittedColumns(
      wanted,
      rows.map((row) => row.map((value) => (typeof value === 'number' ? cell('centred', value) : textCell(value)))),
    ).map(({ width }) => width);

  test('字少的列窄，没有字的列不超过最窄', () => {
    expect(widths(['1.1', '', '短短的几个字一共十二个字', ''])).toEqual([9, 20, 25.5, 26, 8, 400]);
  });

  test('放不下时总宽正好是一页能读的宽度，字多的列分到的多', () => {
    const [code, some, most, ...others] = widths(['1.1', '长'.repeat(150), '长'.repeat(300), '']);
    expect(some).toBeGreaterThan(20);
    expect(most).toBeGreaterThan(some ?? 0);
    expect(others).toEqual([26, 8, 400]);
    expect((code ?? 0) + (some ?? 0) + (most ?? 0) + 34).toBeCloseTo(printableWidth, 0);
  });

  test('数字不会折行，列总够放下最长的一个', () => {
    expect(widths(['1.1', '', '', '', 123_456_789.25])[4]).toBeGreaterThan(14);
  });

  test.each(['tier3-2022', 'tier2-2012', 'jcx-township-2022', 'sanitary-town-2021', 'mch-review'])(
    '%s：每张表缩到一页宽，10 磅字印出来不小于 7 磅，屏幕上不超过 1400 像素',
    (standard) => {
      for (const { name, columns } of shownSheets(talkativeRound(standard))) {
        const pixels = columns.reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width * 7), 0);
        expect([name, printScale(columns) * 10 >= 7, pixels <= 1400]).toEqual([name, true, true]);
      }
    },
  );
});

describe('行高和长文', () => {
  const [short, long] = ['短。', `${remark.repeat(40)}\n第二段。`];
  const view = withState(withState(talkativeRound('jcx-township-2022'), 0, { note: short }), 1, { note: long });
  const sheets = shownSheets(view);

  test('每一行都够高，放得下每个单元格的全部文字；放不下的已经注明', () => {
    for (const { name, columns, rows } of sheets) {
      for (const { cells, height } of rows) {
        if (height !== undefined) continue;
        for (const [index, source] of cells.entries()) {
          const column = columns[index];
          const text = column && !column.hidden ? shownText(source) : '';
          const needed = column ? wrappedHeight(text, column.width) : 0;
          const isMarked = text.startsWith('【打印不全，全文见“长文附页”】\n');
          expect([name, isMarked || needed <= heightOfRow(cells, columns) + 4]).toEqual([name, true]);
          expect([name, isMarked]).toEqual([name, needed > highestRow]);
        }
      }
    }
  });

  test('太长的说明在本表里仍是全文，并在“长文附页”分段印全', () => {
    const clauses = textsOf(sheetNamed(sheets, '条款评分'));
    const note = clauses[0]?.indexOf('自评说明') ?? -1;
    expect(clauses[1]?.[note]).toBe(short);
    expect(clauses[2]?.[note]).toBe(`【打印不全，全文见“长文附页”】\n${long}`);
    const parts = textsOf(sheetNamed(sheets, '长文附页')).slice(1);
    expect(parts.map((part) => part.slice(0, 3))).toEqual(parts.map(() => ['条款评分', clauses[2]?.[0], '自评说明']));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map((part) => part[3]?.replaceAll('\n', '')).join('')).toBe(long.replace('\n', ''));
  });

  test('没有长文就没有附页', () => {
    expect(shownSheets(randomRound({ seed: 2 })).map(({ name }) => name)).not.toContain('长文附页');
  });

  test('一份材料用于很多条款时，只列前十条，其余各有自己的行', () => {
    const uses = textsOf(
      sheetNamed(shownSheets(randomRound({ seed: 5, standard: readStandard('tier3-2022') })), '佐证材料目录'),
    );
    const shared = uses.filter(([number]) => number === '1.1.1-99');
    expect(shared.length).toBeGreaterThan(20);
    expect(shared[0]?.[4]).toMatch(new RegExp(`^(?:[\\d.]+、){9}[\\d.]+ 等 ${shared.length - 1} 条$`, 'u'));
  });
});

describe('分页', () => {
  const columns = [{ width: 100 }];

  test('放得进一页、9 磅的小字不小于 7 磅，才缩到一页', () => {
    expect(fitsOnePage(columns, Array<number>(36).fill(18))).toBe(true);
    expect(fitsOnePage(columns, Array<number>(37).fill(18))).toBe(false);
    expect(fitsOnePage([{ width: 250 }], [18])).toBe(false);
  });

  test('会被截断而一页放得下的表移到下一页，放不下的从原处接着印', () => {
    const rows = (count: number) => Array<number>(count).fill(20);
    const blocks = { blocks: [1, 21], repeated: 0 };
    expect(pageEnds(columns, rows(24), blocks)).toEqual([]);
    expect(pageEnds(columns, rows(40), blocks)).toEqual([20]);
    expect(pageEnds(columns, rows(120), blocks)).toEqual([]);
  });
});

describe('文件里的 XML', () => {
  test('每一列的宽度都写明，列宽按 Arial 计，不随各软件的默认字体变', async () => {
    const view = talkativeRound('mch-review');
    const parts = await unzip(await bytesOf(view));
    for (const [index, { name, columns }] of shownSheets(view).entries()) {
      const written = [...sheetXml(parts, index).matchAll(/<col min="(\d+)" max="(\d+)"/gu)].flatMap(([, from, to]) =>
        Array.from({ length: Number(to) - Number(from) + 1 }, (_column, at) => columnLetters(Number(from) + at)),
      );
      expect([name, ...written]).toEqual([name, ...columns.map((_column, at) => columnLetters(at + 1))]);
    }
    const styles = parts.get('xl/styles.xml')?.toString('utf8') ?? '';
    expect(/<fonts[^>]*><font>.*?<\/font>/u.exec(styles)?.[0]).toMatch(/<sz val="10"\/>.*<name val="Arial"\/>/u);
    expect(styles).not.toContain('Calibri');
  });
});

describe.skipIf(!canPrint)('用 LibreOffice 打印', () => {
  let books: readonly (readonly PrintedPage[])[];
  beforeAll(async () => {
    const rounds = ['mch-review', 'sanitary-town-2021'].map(talkativeRound);
    books = printedPages(await Promise.all(rounds.map((view) => bytesOf(view))));
  }, 250_000);

  test('每一页的字都不小于 7 磅', () => {
    expect(books.map((pages) => pages.length > 10)).toEqual([true, true]);
    for (const [index, { letters }] of books.flat().entries()) {
      expect([index, letters >= 7]).toEqual([index, true]);
    }
  });

  test('评审表的每一页都有表头，从条款到评审意见都在同一页', () => {
    const headings = [/佐证份数.*评审意见/u, /层级.*要点/u, /同时用于/u, /条款或编号/u];
    const single = [/评审工作簿.*机构/u, /结果汇总/u, /填表说明/u];
    for (const { text } of books.flat()) {
      expect([...headings, ...single].filter((heading) => heading.test(text)).length).toBeGreaterThan(0);
      expect(text.includes('佐证份数')).toBe(/条款.*牵头科室.*自评说明.*评审意见/u.test(text));
    }
    expect(books.flat().filter(({ text }) => text.includes('佐证份数')).length).toBeGreaterThan(8);
  });
});
