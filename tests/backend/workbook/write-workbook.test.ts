import { beforeAll, describe, expect, test } from 'vitest';
import type { WorkBook } from '@e965/xlsx';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import { planBundle } from '../../../electron/backend/bundle/plan-bundle.ts';
import { evidenceOf, randomRound, readStandard, tallyOf, withState } from './round-fixture.ts';
import { bytesOf, cellAt, figuresOf, readWith, rowsOf, sheetOf, sheetXml, unzip } from './workbook-support.ts';

const longTitle = '很长的标题'.repeat(40);
const round = (() => {
  const standard = readStandard('jcx-township-2022', ['4']);
  let view = randomRound({ seed: 7, standard });
  view = withState(view, 0, { note: '=1+1', reason: '', ownGrade: undefined });
  view = withState(view, 1, { note: '+86 电话\u0001😀 _x0041_\r\n第二行', leadDepartment: '@科室' });
  view = withState(view, 2, { note: '长'.repeat(40_000), evidence: [evidenceOf('1.2.1-01', longTitle, 2)] });
  return withState(view, 3, {
    marks: {},
    ownGrade: 'A',
    reason: '省级示范',
    evidence: [evidenceOf('-1 #50%', '100% 达标 & [附件]!A1', 1, 'docx')],
  });
})();
const plan = planBundle(round);
const clauses = clausesOf(round.standard);
const last = clauses.length + 1;

let book: WorkBook;
let parts: Map<string, Buffer>;
beforeAll(async () => {
  const bytes = await bytesOf(round, plan.links);
  book = readWith(bytes);
  parts = await unzip(bytes);
});

/** From the XML itself: the reading library garbles Chinese in link targets. */
const linkOf = (address: string): string => {
  const id = new RegExp(`<hyperlink ref="${address}" r:id="(\\w+)"`, 'u').exec(sheetXml(parts, 4))?.[1] ?? '';
  const rels = parts.get('xl/worksheets/_rels/sheet5.xml.rels')?.toString('utf8') ?? '';
  const target = new RegExp(`Id="${id}"[^>]*Target="([^"]*)"[^>]*TargetMode="External"`, 'u').exec(rels)?.[1] ?? '';
  return target.replaceAll('&amp;', '&');
};

describe('内容', () => {
  test('工作表按顺序排列，标识表深度隐藏', () => {
    expect(book.SheetNames).toEqual([
      '封面',
      '结果汇总',
      '条款评分',
      '要点明细',
      '佐证材料目录',
      '填表说明',
      '长文附页',
      '_dabiao',
    ]);
    expect(book.Workbook?.Sheets?.map((sheet) => sheet.Hidden)).toEqual([0, 0, 0, 0, 0, 0, 0, 2]);
  });

  test('条款评分一行一条，编号是文本', () => {
    const sheet = sheetOf(book, '条款评分');
    const rows = rowsOf(sheet);
    expect(rows).toHaveLength(last);
    expect(rows.slice(1).map((row) => row[0])).toEqual(clauses.map((clause) => clause.code));
    expect(cellAt(sheet, 'A2')).toMatchObject({ t: 's', v: '1.1.1', z: '@' });
    expect(rows.slice(1).map((row) => row[15])).toEqual(clauses.map((clause) => clause.id));
    expect(rows[4]?.[7]).toBe('高于建议：省级示范');
    expect(rows[3]?.[9]).toBe(1);
  });

  test('以 = + @ 开头的文字仍是文字，控制字符去掉，表情和转义样的文字保留', () => {
    const sheet = sheetOf(book, '条款评分');
    expect(cellAt(sheet, 'I2')).toMatchObject({ t: 's', v: '=1+1', z: '@' });
    expect(cellAt(sheet, 'I2')?.f).toBeUndefined();
    expect(cellAt(sheet, 'I3')?.v).toBe('+86 电话😀 _x0041_\n第二行');
    expect(cellAt(sheet, 'F3')).toMatchObject({ t: 's', v: '@科室' });
    expect(String(cellAt(sheet, 'I4')?.v)).toHaveLength(32_767);
  });

  test('不计入比例的章有行，但标明不计入', () => {
    const rows = rowsOf(sheetOf(book, '条款评分'));
    const excluded = rows.filter((_row, index) => clauses[index - 1]?.chapter === '4');
    expect(excluded.length).toBeGreaterThan(0);
    expect(new Set(excluded.map((row) => row[13]))).toEqual(new Set(['不计入']));
    expect(figuresOf(book).grades.map((row) => String(row[0])[0])).not.toContain('4');
  });

  test('要点明细一行一个要点，序号在层级内从 1 数起', () => {
    const rows = rowsOf(sheetOf(book, '要点明细')).slice(1);
    expect(rows).toHaveLength(clauses.flatMap((clause) => clause.points).length);
    expect(rows[0]?.slice(0, 4)).toEqual(['1.1.1', '基本功能', 'C', 1]);
    const firstB = rows.find((row) => row[2] === 'B');
    expect(firstB?.[3]).toBe(1);
    expect(new Set(rows.map((row) => row[5]))).toEqual(new Set(['符合', '部分符合', '不符合', '不适用', '未判定']));
  });

  test('佐证材料目录一行一个文件，共用的文件每次使用一行、指向同一处', () => {
    const sheet = sheetOf(book, '佐证材料目录');
    const rows = rowsOf(sheet);
    const uses = round.states.flatMap((state) => state.evidence.flatMap((evidence) => evidence.files));
    expect(rows).toHaveLength(uses.length + 1);
    const targets = rows.flatMap((row, index) =>
      row[0] === '1.1.1-99' ? [cellAt(sheet, `F${index + 1}`)?.l?.Target] : [],
    );
    expect(targets.length).toBeGreaterThan(1);
    expect(new Set(targets).size).toBe(1);
    expect(rows.find((row) => row[0] === '1.1.1-99')?.[4]).toContain('、');
    const odd = rows.findIndex((row) => row[0] === '-1 #50%') + 1;
    const link = linkOf(`F${odd}`);
    expect(link).toMatch(/100％%20达标%20&%20［附件］%21A1/u);
    expect(decodeURIComponent(link)).toBe([...plan.links.values()].find((path) => path.includes('附件')));
    expect(cellAt(sheet, 'G2')).toMatchObject({ t: 'n', z: 'yyyy-mm-dd' });
  });

  test('没有佐证文件夹时只有文件名，没有链接', async () => {
    const sheet = sheetOf(readWith(await bytesOf(round)), '佐证材料目录');
    expect(cellAt(sheet, 'F2')?.l).toBeUndefined();
    expect(cellAt(sheet, 'F2')?.v).toMatch(/\.pdf$/u);
  });

  test('封面和结果汇总写明用了谁的阈值、可信度和说明', () => {
    const cover = rowsOf(sheetOf(book, '封面')).flat().join('\n');
    const summary = rowsOf(sheetOf(book, '结果汇总')).flat().join('\n');
    for (const text of [cover, summary]) {
      expect(text).toContain('推荐标准');
      expect(text).toContain('可信度低，须核对原文');
      expect(text).toContain('占位值');
      expect(text).toContain(round.standard.note);
    }
    expect(cover).toContain('示例县青山镇中心卫生院');
  });

  test('标识表记着工作簿、轮次、标准和每一行', () => {
    const rows = rowsOf(sheetOf(book, '_dabiao'));
    const facts = Object.fromEntries(rows.slice(0, 9).map((row) => [row[0], row[1]]));
    expect(facts).toMatchObject({
      formatVersion: '1',
      workbookId: '5f0c1f3e-4a50-4c8e-9d0e-0d6a2a0b7c11',
      roundId: round.round.id,
      standardId: round.standard.id,
    });
    expect(
      rows
        .filter((row) => row[0] === 'row')
        .slice(1)
        .map((row) => row.slice(1, 4)),
    ).toEqual(clauses.map((clause) => ['条款评分', clause.id, clause.code]));
    expect(rows.filter((row) => row[0] === 'column').slice(1)).toEqual([
      ['column', '条款评分', 'review', '评审\n等级', null],
      ['column', '条款评分', 'remark', '评审意见', null],
      ['column', '条款评分', 'id', '行标识（勿改）', null],
    ]);
  });
});

describe('结果汇总的缓存值（不计算的预览程序看到的）', () => {
  test('与判定一致', () => {
    const { rules, overall, grades } = figuresOf(book);
    expect(rules).toHaveLength(round.verdict.rules.length);
    for (const [index, rule] of round.verdict.rules.entries()) {
      if (rule.kind === 'score') throw new Error('a score in a graded standard');
      expect(rules[index]).toMatchObject({
        count: rule.count,
        denominator: rule.denominator,
        missing: rule.missing,
        verdict: rule.holds ? '达到' : '未达到',
      });
      expect(Number(rules[index]?.share)).toBeCloseTo(Number(rule.percent) / 100, 10);
    }
    expect(overall).toBe(round.verdict.reached ? '达到' : '未达到');
    const all = tallyOf(round).scopes.get('all');
    expect(grades[0]?.slice(2, 8)).toEqual((['A', 'B', 'C', 'D', 'E', 'unscored'] as const).map((key) => all?.[key]));
    expect(figuresOf(book, 'reviewers').overall).toBe('待评审');
  });

  test('数字都是公式，没有写死', () => {
    const sheet = sheetOf(book, '结果汇总');
    const rows = rowsOf(sheet);
    const first = rows.findIndex((row) => row[0] === '规则') + 2;
    for (const letter of 'CDEFGHIJKL') expect(cellAt(sheet, `${letter}${first}`)?.f).toBeTruthy();
    const known = /^(?:IF|OR|SUM|INT|MAX|COUNTA|COUNTIFS)$/u; // what WPS, Excel 2010 and LibreOffice all know
    for (const name of ['结果汇总', '条款评分', '封面']) {
      const used = Object.values<{ f?: string }>(sheetOf(book, name))
        .flatMap((cell) => [...(cell.f ?? '').matchAll(/([A-Z]+)\(/gu)])
        .map(([, called]) => called);
      for (const called of new Set(used)) expect(called).toMatch(known);
    }
  });
});

describe('文件里的 XML', () => {
  test('每张表都有冻结、横向 A4、重复表头、页码和保护；数据表有筛选', () => {
    for (let index = 0; index < 7; index++) {
      const xml = sheetXml(parts, index);
      expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToWidth="1"/u);
      expect(xml).toContain('第 &amp;P 页，共 &amp;N 页&amp;R2026 年度自评');
      expect(xml).toMatch(/<sheetProtection sheet="1"[^>]*formatColumns="0"[^>]*sort="0"[^>]*autoFilter="0"/u);
      expect(xml).not.toMatch(/sheetProtection[^>]*(?:hashValue|selectLockedCells)/u);
    }
    for (const index of [2, 3, 4]) {
      const xml = sheetXml(parts, index);
      expect(xml).toMatch(/<pane xSplit="1" ySplit="1" topLeftCell="B2"/u);
      expect(xml).toMatch(/<autoFilter ref="A1:/u);
    }
    const workbookXml = parts.get('xl/workbook.xml')?.toString('utf8') ?? '';
    expect(workbookXml.match(/_xlnm\.Print_Titles/gu)).toHaveLength(5);
    expect(workbookXml).toContain('fullCalcOnLoad="1"');
    expect(workbookXml).toMatch(/<sheet [^>]*name="_dabiao"[^>]*state="veryHidden"/u);
  });

  test('评审等级的下拉按连续区域给出，E 只在可选条款', () => {
    const rules = [...sheetXml(parts, 2).matchAll(/<dataValidation ([^>]*)><formula1>([^<]*)<\/formula1>/gu)];
    const allowed = new Map<number, string>();
    for (const [, attributes = '', list = ''] of rules) {
      const [, from, to] = /sqref="K(\d+)(?::K(\d+))?"/u.exec(attributes) ?? [];
      for (let row = Number(from); row <= Number(to ?? from); row++) allowed.set(row, list);
      expect(attributes).toContain('type="list"');
      expect(attributes).toContain('showErrorMessage="1"');
    }
    expect(allowed.size).toBe(clauses.length);
    for (const [index, clause] of clauses.entries()) {
      expect(allowed.get(index + 2)).toBe(`&quot;A,B,C,D${clause.optional ? ',E' : ''}&quot;`);
    }
    expect(rules.length).toBeLessThan(2 * clauses.filter((clause) => clause.optional).length + 2);
  });

  test('只有评审等级和评审意见两列没有锁', () => {
    const styles = parts.get('xl/styles.xml')?.toString('utf8') ?? '';
    const formats = /<cellXfs[\s\S]*<\/cellXfs>/u.exec(styles)?.[0].split('<xf ').slice(1) ?? [];
    const open = new Set(formats.flatMap((format, index) => (/locked="0"/u.test(format) ? [String(index)] : [])));
    expect(open.size).toBe(2);
    const unlocked = new Set<string>();
    for (let index = 0; index < 8; index++) {
      for (const [, address = '', style = ''] of sheetXml(parts, index).matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/gu)) {
        if (open.has(style)) unlocked.add(`${index}:${address.replace(/\d+/u, '')}`);
      }
    }
    expect([...unlocked].toSorted()).toEqual(['2:K', '2:L']);
  });

  test('等级和比对按内容着色；行高不锁死，评审写长意见时行会长高', () => {
    const xml = sheetXml(parts, 2);
    expect(xml).toContain(`<conditionalFormatting sqref="G2:G${last}">`);
    expect(xml).toContain(`<conditionalFormatting sqref="K2:K${last}">`);
    expect(xml).toContain(`<conditionalFormatting sqref="M2:M${last}">`);
    expect(xml).toMatch(/<row r="2" ht="/u);
    expect(xml).not.toContain('customHeight');
    const styles = parts.get('xl/styles.xml')?.toString('utf8') ?? '';
    expect((styles.match(/<xf /gu) ?? []).length).toBeLessThan(60);
  });
});
