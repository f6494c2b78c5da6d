import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import type { RoundView } from '../../../shared/contract/round.ts';
import { clausesOf, type Method, type Rule } from '../../../shared/domain/standard/standard.ts';
import { randomRound, readStandard, resultsOf, tallyOf, withClauses, withState } from './round-fixture.ts';
import { bytesOf, figuresOf, readWith, rowsOf, sheetOf, sheetXml, tableIn, unzip } from './workbook-support.ts';

const clausesBy = (view: RoundView, ...methods: readonly Method[]) =>
  clausesOf(view.standard).filter(({ method }) => methods.includes(method));

const bookOf = async (view: RoundView): Promise<XLSX.WorkBook> => readWith(await bytesOf(view));
const visible = (book: XLSX.WorkBook) => book.SheetNames.filter((name) => !name.startsWith('_'));

const frame = (...sheets: readonly string[]) => ['封面', '结果汇总', ...sheets, '佐证材料目录', '填表说明'];

describe('工作表按标准里有的评分方式出现', () => {
  test.each([
    ['community-hospital-2019', frame('条款评分', '要点明细')],
    ['sanitary-town-2021', frame('要点明细', '分值评分')],
    ['family-doctor-2022', frame('要点明细', '监测指标')],
    ['mch-review', frame('条款评分', '要点明细', '前置要求', '监测指标')],
    ['tier3-2022', frame('条款评分', '要点明细', '前置要求', '监测指标')],
    ['tier2-2012', frame('条款评分', '要点明细', '监测指标')],
    ['jcx-township-2022', frame('条款评分', '要点明细')],
  ])('%s', async (id, expected) => {
    const view = randomRound({ seed: 5, standard: readStandard(id), evidence: 0.1 });
    const book = await bookOf(view);
    expect(visible(book)).toEqual(expected);

    const known = /^(?:IF|OR|AND|SUM|INT|MAX|ROUND|TRUNC|ISNUMBER|COUNTA|COUNTIFS|SUMIFS)$/u; // Excel 2010 and WPS
    for (const name of book.SheetNames) {
      const formulas = Object.values<{ f?: string }>(sheetOf(book, name)).map((cell) => cell.f ?? '');
      for (const [, called = ''] of formulas.join('\n').matchAll(/([A-Z]+)\(/gu)) expect(called).toMatch(known);
      for (const formula of formulas) expect(formula.length).toBeLessThan(8192);
    }
    const guide = rowsOf(sheetOf(book, '填表说明')).map((row) => String(row[1]));
    expect(guide.slice(1)).toHaveLength(10);
    for (const name of ['条款评分', '前置要求', '分值评分', '监测指标']) {
      expect([name, guide[1]?.includes(name)]).toEqual([name, expected.includes(name)]);
    }
  });

  test('每一条款恰好在一张评审表里，按标识可以找回', async () => {
    const view = randomRound({ seed: 6, standard: readStandard('mch-review') });
    const book = await bookOf(view);
    const expected = clausesOf(view.standard).map(({ id, code, method }) => [
      'row',
      method === 'graded' ? '条款评分' : method === 'prerequisite' ? '前置要求' : '监测指标',
      id,
      code,
    ]);
    const rows = rowsOf(sheetOf(book, '_dabiao')).filter((row) => row[0] === 'row');
    expect(rows.slice(1).map((row) => row.slice(0, 4))).toEqual(expected);
    for (const name of ['条款评分', '前置要求', '监测指标']) {
      expect(tableIn(book, name).values('行标识（勿改）')).toEqual(
        expected.flatMap(([, sheet, id]) => (sheet === name ? [id] : [])),
      );
    }
  });

  test.each(['sanitary-town-2021', 'mch-review'])(
    '%s：只有评审的两列没有锁，数据表都冻结、可筛选、重复表头',
    async (id) => {
      const bytes = await bytesOf(randomRound({ seed: 6, standard: readStandard(id) }));
      const [book, parts] = [readWith(bytes), await unzip(bytes)];
      const styles = parts.get('xl/styles.xml')?.toString('utf8') ?? '';
      const formats = /<cellXfs[\s\S]*<\/cellXfs>/u.exec(styles)?.[0].split('<xf ').slice(1) ?? [];
      const open = new Set(formats.flatMap((format, index) => (/locked="0"/u.test(format) ? [String(index)] : [])));
      for (const [index, name] of visible(book).entries()) {
        const xml = sheetXml(parts, index);
        const unlocked = new Set<string>();
        for (const [, column = '', style = ''] of xml.matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"/gu)) {
          if (open.has(style)) unlocked.add(column);
        }
        const isForReviewers = ['条款评分', '前置要求', '分值评分', '监测指标'].includes(name);
        const headings = isForReviewers ? rowsOf(sheetOf(book, name))[0] : [];
        const toFill = (headings ?? []).flatMap((heading, at) =>
          /^评审(?:\n|意见)/u.test(String(heading)) ? [XLSX.utils.encode_col(at)] : [],
        );
        expect([name, ...unlocked]).toEqual([name, ...toFill]);
        expect(toFill).toHaveLength(isForReviewers ? 2 : 0);
        expect(xml).toMatch(/<sheetProtection sheet="1"/u);
        expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToWidth="1"/u);
        if (!isForReviewers) continue;
        expect(xml).toMatch(/<pane xSplit="1" ySplit="1" topLeftCell="B2"/u);
        expect(xml).toMatch(/<autoFilter ref="A1:/u);
        expect(parts.get('xl/workbook.xml')?.toString('utf8')).toContain(`&apos;${name}&apos;!$1:$1</definedName>`);
      }
    },
  );
});

describe('条款评分：是否条款', () => {
  test('通过、不通过、不适用、未评，评审下拉相同', async () => {
    let view = randomRound({ seed: 7, standard: readStandard('community-hospital-2019'), met: 0.8 });
    view = withState(view, 0, { marks: {}, ownGrade: undefined });
    const bytes = await bytesOf(view);
    const table = tableIn(readWith(bytes), '条款评分');
    const texts = { pass: '通过', fail: '不通过', 'n/a': '不适用' } as const;
    const expected = resultsOf(view).map((result) =>
      result.method === 'checklist' ? (result.outcome ? texts[result.outcome] : '未评') : '',
    );
    expect(table.values('自评结果')).toEqual(expected);
    expect(new Set(expected).size).toBe(4);
    const xml = sheetXml(await unzip(bytes), 2);
    expect(xml).toContain('<formula1>&quot;通过,不通过&quot;</formula1>');
    expect(xml).toContain('<formula1>&quot;通过,不通过,不适用&quot;</formula1>');
  });
});

describe('前置要求', () => {
  test('违反的标明，汇总列出编号并一票否决', async () => {
    let view = randomRound({ seed: 8, standard: readStandard('tier3-2022'), evidence: 0 });
    const [first, second] = clausesBy(view, 'prerequisite');
    for (const clause of [first, second]) {
      const index = clausesOf(view.standard).findIndex(({ id }) => id === clause?.id);
      const [point] = clause?.points ?? [];
      view = withState(view, index, { marks: point ? { [point.id]: 'unmet' } : {} });
    }
    const bytes = await bytesOf(view);
    const book = readWith(bytes);
    expect(tableIn(book, '前置要求').values('自评结果').slice(0, 3)).toEqual(['违反', '违反', '无违反']);
    const { veto, violated, overall } = figuresOf(book);
    expect(veto).toMatchObject({ missing: 2, verdict: '一票否决' });
    expect(String(violated).trim().split(/\s+/u)).toEqual([first?.code, second?.code]);
    expect(overall).toBe('一票否决');
    expect(rowsOf(sheetOf(book, '封面')).flat()).toContain('一票否决');
    expect(sheetXml(await unzip(bytes), 4)).toContain('<formula1>&quot;无违反,违反&quot;</formula1>');
  });
});

describe('分值评分', () => {
  const rules: readonly Rule[] = [
    { kind: 'score', scope: 'total', of: 'points', atLeast: '850' },
    { kind: 'score', scope: 'chapter:1', of: 'share', atLeast: '0.6' },
  ];

  test('得分截取到两位小数，调整的带理由，评审得分限在 0 到满分', async () => {
    const standard = withClauses(readStandard('sanitary-town-2021'), (clause, index) => ({
      ...clause,
      optional: index === 2,
    }));
    let view = randomRound({ seed: 9, standard, rules, met: 2 });
    const [first] = clausesOf(standard);
    const [point] = first?.points ?? [];
    // 25 points over three: two thirds are 16.666…
    view = withState(view, 0, { marks: { ...view.states[0]?.marks, ...(point && { [point.id]: 'unmet' }) } });
    view = withState(view, 1, { ownScore: '7.25', reason: '=专家组核减' });
    view = withState(view, 2, { ownGrade: 'E' });
    view = withState(view, 3, { marks: {} });
    const bytes = await bytesOf(view);
    const book = readWith(bytes);
    const table = tableIn(book, '分值评分');
    expect(table.values('自评得分').slice(0, 4)).toEqual([16.66, 7.25, '不适用', '未评']);
    expect(table.values('建议得分').slice(0, 2)).toEqual([16.66, 20]);
    expect(table.values('是否通过').slice(0, 4)).toEqual(['通过', '不通过', '不适用', '未评']);
    expect(table.at('调整理由', 3)).toMatchObject({ t: 's', v: '=专家组核减', z: '@' });
    expect(table.values('扣分参考')[0]).toBe(first?.deductions.join('\n'));
    const xml = sheetXml(await unzip(bytes), 3);
    const [full, review] = [table.column('满分'), table.column('评审得分')];
    expect(xml).toMatch(
      new RegExp(`type="decimal"[^>]*sqref="${review}2:${review}3"><formula1>0</formula1><formula2>\\$${full}2<`, 'u'),
    );
    expect(xml).toContain(`<formula1>OR(${review}4=&quot;不适用&quot;,AND(ISNUMBER(${review}4),${review}4&gt;=0`);
    const [total] = figuresOf(book).scores;
    expect(total?.[4]).toBe(Number(view.verdict.total?.score));
    expect(figuresOf(book).scores.map((row) => row[0])).toContain('1 爱国卫生组织管理');
  });

  test('改过的规则写明本轮修改，内置值在旁边', async () => {
    const standard = readStandard('sanitary-town-2021');
    const edited = await bookOf(randomRound({ seed: 9, standard, rules }));
    expect(figuresOf(edited).rules.map(({ wanted }) => wanted)).toEqual([
      '≥ 850 分\n（同内置）',
      '≥ 60%\n（本轮新增）',
    ]);
    const raised = await bookOf(
      randomRound({ seed: 9, standard, rules: [{ kind: 'score', scope: 'total', of: 'points', atLeast: '900' }] }),
    );
    expect(figuresOf(raised).rules[0]?.wanted).toBe('≥ 900 分\n（内置 ≥ 850 分）');
    for (const name of ['封面', '结果汇总']) {
      const text = rowsOf(sheetOf(raised, name)).flat().join('\n');
      expect(text).toContain('规则由本轮修改，不是标准包的内置值');
      expect(text).toContain('本轮去掉的内置规则：“核心条款通过 ≥ 100%”');
    }
    const builtIn = await bookOf(randomRound({ seed: 9, standard }));
    expect(figuresOf(builtIn).rules[0]?.wanted).toBe('≥ 850 分');
    expect(rowsOf(sheetOf(builtIn, '结果汇总')).flat().join('\n')).not.toContain('本轮修改');
  });
});

describe('监测指标', () => {
  test('目标写明谁定的，缺报、只监测、未设目标分得清', async () => {
    let view = randomRound({ seed: 10, standard: readStandard('family-doctor-2022'), met: -1 });
    const figure = (period: string, numerator: string | null, denominator: string | null) => ({
      period,
      numerator,
      denominator,
    });
    view = withState(view, 0, {
      figures: [figure('2026-Q2', '400', '1000'), figure('2026-Q3', '599.99', '1000')],
      note: '@口径',
    });
    view = withState(view, 2, { figures: [figure('2026-Q3', '50', '0')], ownTarget: '0.9' });
    view = withState(view, 3, { figures: [figure('2026-Q3', '1', '3')], ownTarget: 'better' });
    const standard = withClauses(view.standard, (clause, index) =>
      index === 4 && clause.indicator
        ? { ...clause, indicator: { ...clause.indicator, direction: 'monitor', target: undefined } }
        : index === 5 && clause.indicator
          ? { ...clause, indicator: { ...clause.indicator, target: undefined, targetAdvice: '不低于上年' } }
          : clause,
    );
    view = { ...view, standard };
    for (const index of [4, 5]) view = withState(view, index, { figures: [figure('2026-Q3', '1', '4')] });
    const table = tableIn(await bookOf(view), '监测指标');
    expect(table.values('自评结果').slice(0, 6)).toEqual(['达标', '缺报', '缺报', '缺上期', '只监测', '未设目标']);
    expect(table.values('目标值').slice(0, 6)).toEqual([
      '50%（标准）',
      '1 百分点（标准）',
      '90%（自定）',
      '优于上期（自定）',
      '—',
      '未设（参考：不低于上年）',
    ]);
    expect(table.at('指标值', 2)).toMatchObject({ t: 'n', v: 59.99 });
    expect(table.at('指标值', 2)?.f).toContain('TRUNC');
    expect(table.values('指标值')[2]).toBeNull();
    expect(table.values('较上期')[0]).toBe('改善');
    expect(table.values('历次数值（最近 12 期）')[0]).toBe('2026-Q2 40%\n2026-Q3 59.99%');
    expect(table.values('分子与分母')[0]).toBe('分子：签约居民数\n分母：常住人口数\n单位：%，越高越好，按季填报');
    expect(table.at('自评说明', 2)).toMatchObject({ t: 's', v: '@口径', z: '@' });
  });

  test('最多列 12 期，是最近的', async () => {
    const figures = Array.from({ length: 14 }, (_period, index) => ({
      period: `20${10 + index}-Q1`,
      numerator: String(index),
      denominator: '100',
    }));
    const view = withState(randomRound({ seed: 1, standard: readStandard('family-doctor-2022'), met: -1 }), 0, {
      figures,
    });
    const text = String(tableIn(await bookOf(view), '监测指标').values('历次数值（最近 12 期）')[0]);
    expect(text.split(/[；\n]/u)).toHaveLength(12);
    expect(text).toMatch(/^2012-Q1 .*2023-Q1 13%$/su);
  });
});

describe('加权总分', () => {
  test('写明各部分的满分、权重和口径，部分得分合起来是总分', async () => {
    const view = randomRound({ seed: 11, standard: readStandard('tier3-2022'), evidence: 0 });
    const book = await bookOf(view);
    const { scores, indicators } = figuresOf(book);
    expect(scores.map(([label, full]) => [label, full])).toEqual([
      ['总分', 1000],
      ['监测数据（权重 60%）', 600],
      ['现场检查（权重 40%）', 400],
    ]);
    expect(scores[0]?.[4]).toBe(Number(view.verdict.total?.score));
    const all = tallyOf(view).scopes.get('part2');
    expect(indicators.find(([label]) => label === '监测数据')?.slice(2)).toEqual([
      all?.met,
      all?.improved,
      all?.worse,
      all?.missing,
      all?.monitored,
    ]);
    expect(rowsOf(sheetOf(book, '结果汇总')).flat().join('\n')).toContain(
      '总分口径：满分 1000，监测数据占 60%，现场检查占 40%，取自标准包（可信度低，须核对原文）',
    );
  });

  test('本轮改过的权重写明，内置权重在旁边', async () => {
    const builtIn = readStandard('tier3-2022').scoring;
    if (!builtIn) throw new Error('no parts');
    const effective = { ...builtIn, parts: builtIn.parts.map((part) => ({ ...part, weight: '0.5' })) };
    const view = randomRound({
      seed: 11,
      standard: { ...readStandard('tier3-2022'), scoring: effective },
      evidence: 0,
    });
    const edited = { ...view, settings: { ...view.settings, scoring: { effective, builtIn, edited: true } } };
    const text = rowsOf(sheetOf(await bookOf(edited), '结果汇总'))
      .flat()
      .join('\n');
    expect(text).toContain('总分口径由本轮修改，不是标准包的内置值：满分 1000，监测数据占 50%，现场检查占 50%');
    expect(text).toContain('内置值：满分 1000，监测数据占 60%，现场检查占 40%');
  });
});

test('隐藏列里的整数除以倍数就是精确的得分', async () => {
  const view = randomRound({ seed: 12, standard: readStandard('sanitary-town-2021') });
  const sheet = sheetOf(await bookOf(view), '分值评分');
  const headings = rowsOf(sheet)[0] ?? [];
  const at = headings.findIndex((heading) => String(heading).startsWith('自评×'));
  const units = Number(String(headings[at]).slice(3));
  for (const [index, result] of resultsOf(view).entries()) {
    if (result.method !== 'points' || result.exempt || !result.score) continue;
    const { numerator, denominator } = result.score;
    expect(Number(rowsOf(sheet)[index + 1]?.[at]) * Number(denominator)).toBe(Number(numerator) * units);
  }
});
