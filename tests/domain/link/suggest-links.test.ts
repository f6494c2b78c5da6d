import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPack } from '../../../electron/backend/standard/read-pack.ts';
import { toStandard } from '../../../electron/backend/standard/to-standard.ts';
import { wordingsOf, type ClauseWording } from '../../../shared/domain/edition/clause-wording.ts';
import { mostSuggestions, suggestLinks } from '../../../shared/domain/link/suggest-links.ts';

const folder = path.resolve(import.meta.dirname, '../../../resources/standards');
const standard = (id: string): readonly ClauseWording[] =>
  wordingsOf(toStandard(readPack(readFileSync(path.join(folder, `${id}.yaml`), 'utf8'), `${id}.yaml`), id));

/** As `code of the left → code of the right`. */
const arrows = (left: readonly ClauseWording[], right: readonly ClauseWording[]): readonly string[] =>
  suggestLinks(left, right).map((pair) => `${left[pair.left]?.code} → ${right[pair.right]?.code}`);

const clause = (code: string, title: string, ...points: readonly string[]): ClauseWording => ({
  code,
  title,
  points: points.map((text) => ({ tier: 'C', text })),
});

describe('built-in standards', () => {
  const township = standard('jcx-township-2022');
  const community = standard('jcx-community-2022');
  const tier2 = standard('tier2-2012');

  test('township and community: the same services, wherever they stand', () => {
    const found = arrows(township, community);
    expect(found).toEqual(
      expect.arrayContaining([
        '2.2.3.8 → 2.2.3.8', // 2型糖尿病患者健康管理
        '3.6.3 → 3.6.3', // 手卫生与标准预防
        '2.1.5 → 2.1.6', // 转诊服务
        '2.1.4 → 2.1.5', // 家庭医生签约服务
        '2.2.1.7 → 2.2.1.9', // 妇女儿童医疗服务
        '3.8.2 → 3.8.2', // 公共卫生服务真实性与质量控制, there 真实性与质量控制
      ]),
    );
    for (const wrong of [
      '2.1.5 → 2.1.1', // 转诊服务, 门诊服务
      '2.1.1 → 2.1.2', // 门诊服务, 急诊服务
      '2.2.3.8 → 2.2.3.7', // 糖尿病, 高血压
      '3.2.2 → 3.2.1', // 医疗质量管理制度, 医疗质量管理体系
    ]) {
      expect(found).not.toContain(wrong);
    }
  });

  test('two tiers of hospitals: other words for one thing are found, one word for several things is not', () => {
    const found = arrows(standard('tier3-2022'), tier2);
    expect(found).toEqual(
      expect.arrayContaining([
        '3.3.6.3 → 6.8.5.1', // 消防安全
        '3.2.7.3 → 4.14.4.1', // 处方与医嘱点评
        '3.2.2.11 → 3.3.3.1', // 手术安全核查制度, there 手术安全核查与风险评估
        '3.3.7.4 → 1.4.5.1', // 应急物资与能力储备, there 应急物资储备
        '3.2.6.2 → 5.3.3.1', // 责任制整体护理
        '2.3.6.12 → 7.4.1.3', // 呼吸机相关肺炎发病率
      ]),
    );
    for (const wrong of [
      '2.4.29.2.1 → 7.1.4.1', // 肺癌：平均住院日, 出院患者平均住院日
      '3.2.3.1 → 4.4.1.1', // 技术管理组织与制度, (临床路径) 组织与制度
      '3.2.2.16 → 4.6.1.1', // 抗菌药物分级管理制度, 手术分级管理制度
      '2.2.2.15 → 7.1.3.7', // 手术患者住院死亡率, 新生儿患者住院死亡率
      '3.2.6.8 → 6.2.3.1', // 护理人员培训与考核, 管理人员培训与能力
    ]) {
      expect(found).not.toContain(wrong);
    }
  });

  test('two editions of one programme: nearly every clause finds its partner, and a clause with a twin nothing else', () => {
    const found = arrows(tier2, standard('tier3-2011'));
    expect(found.length).toBeGreaterThan(400);
    expect(found.filter((arrow) => arrow.startsWith('7.1.2.1 →'))).toEqual(['7.1.2.1 → 7.1.2.1']); // 年门诊人次
    expect(found).not.toContain('4.6.2.2 → 4.7.2.2'); // 手术知情同意, 麻醉知情同意
  });

  test('standards on other subjects have next to nothing in common', () => {
    expect(arrows(standard('safety-production'), standard('six-s-management'))).toEqual([]);
    expect(arrows(tier2, standard('six-s-management'))).toEqual([]); // 培训与知晓 in both, of other things
    expect(arrows(township, standard('age-friendly-primary-2020'))).toEqual(['2.1.4 → 3.2.1']); // 家庭医生签约
  });
});

describe('what counts as alike', () => {
  const subjects = ['手卫生', '处方点评', '消防器材', '冷链温度', '病历书写', '放射防护', '输血核对', '窒息抢救'];

  test('titles of common words make no pair, however equal they are', () => {
    const of = (chapter: string, texts: readonly string[]) =>
      texts.map((text, at) => clause(`${chapter}.${at}`, '培训、检查与持续改进', `${text}${text}`));
    const [one, other] = [of('1', subjects.slice(0, 4)), of('2', subjects.slice(4))];
    const filler = Array.from({ length: 30 }, (_, at) =>
      clause(`9.${at}`, '培训、检查与持续改进', '甲乙丙'.repeat(at + 1)),
    );
    expect(arrows([...one, ...filler], other)).toEqual([]);
  });

  test('points of common words make no pair', () => {
    const common = ['有制度并落实', '有培训与考核', '有检查、分析与持续改进'];
    const of = (texts: readonly string[]) => texts.map((text, at) => clause(`${at}`, text, ...common));
    expect(arrows(of(subjects.slice(0, 4)), of(subjects.slice(4)))).toEqual([]);
  });

  test('a clause without points is told by its title', () => {
    expect(arrows([clause('1', '手卫生依从性')], [clause('7', '手卫生依从性'), clause('8', '床位使用率')])).toEqual([
      '1 → 7',
    ]);
  });

  test('a clause that every chapter repeats is held against that of its own code, and of its own place', () => {
    const repeated = (codes: readonly string[]) => codes.map((code) => clause(code, '质量与安全指标', '定期分析指标'));
    const codes = ['4.1', '4.2', '4.3', '4.4', '4.5'];
    const found = arrows(repeated(codes), repeated(codes));
    expect(found).toEqual(expect.arrayContaining(codes.map((code) => `${code} → ${code}`)));
    expect(arrows(repeated(codes), repeated(codes.toReversed()))).toEqual(
      expect.arrayContaining(codes.map((code) => `${code} → ${code}`)),
    );
    const renumbered = arrows(repeated(codes), repeated(['7.1', '7.2', '7.3', '7.4', '7.5']));
    expect(renumbered).toEqual(expect.arrayContaining(['4.1 → 7.1', '4.3 → 7.3', '4.5 → 7.5']));
  });

  test('wanted pairs are listed however unlike', () => {
    const [left, right] = [[clause('1', '手卫生', '设施齐全')], [clause('2', '消防', '器材有效')]];
    expect(suggestLinks(left, right)).toEqual([]);
    expect(suggestLinks(left, right, [{ left: 0, right: 0 }])).toEqual([{ left: 0, right: 0, similarity: 0 }]);
  });

  test('nothing against nothing', () => {
    expect(suggestLinks([], [])).toEqual([]);
    expect(suggestLinks([clause('1', '')], [clause('1', '')])).toEqual([]);
  });
});

describe('properties', () => {
  const words = ['手卫', '生管', '理制', '度培', '训检', '查持', '续改', '进药', '品消', '防病', '历', '质控'];
  const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((parts) => parts.join(''));
  const wording = fc.record({
    code: fc.constantFrom('1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '3.1'),
    title: text,
    points: fc.array(fc.record({ tier: fc.constant('C' as const), text }), { maxLength: 3 }),
  });
  const clauses = fc.uniqueArray(wording, { selector: ({ code }) => code, maxLength: 7 });

  test('swapping the standards swaps the ends and changes nothing else', () => {
    fc.assert(
      fc.property(clauses, clauses, (left, right) => {
        const key = (from: number, to: number, similarity: number) => `${from} ${to} ${similarity}`;
        const there = suggestLinks(left, right).map((pair) => key(pair.left, pair.right, pair.similarity));
        const back = suggestLinks(right, left).map((pair) => key(pair.right, pair.left, pair.similarity));
        expect(back.toSorted()).toEqual(there.toSorted());
      }),
    );
  });

  test('the same input, the same answer; never more than a few for a clause; the likest first', () => {
    fc.assert(
      fc.property(clauses, clauses, (left, right) => {
        const found = suggestLinks(left, right);
        expect(suggestLinks(left, right)).toEqual(found);
        expect(found.map(({ similarity }) => similarity)).toEqual(
          found.map(({ similarity }) => similarity).toSorted((one, other) => other - one),
        );
        for (const side of ['left', 'right'] as const) {
          const times = new Map<number, number>();
          for (const pair of found) times.set(pair[side], (times.get(pair[side]) ?? 0) + 1);
          expect(Math.max(0, ...times.values())).toBeLessThanOrEqual(mostSuggestions);
        }
      }),
    );
  });

  test('a clause that stands in both standards word for word, once in each, is always found', () => {
    fc.assert(
      fc.property(clauses, clauses, wording, (left, right, twin) => {
        fc.pre(twin.title.length > 1);
        const isOther = (each: ClauseWording) =>
          each.title !== twin.title || each.points.map((point) => point.text).join('') !== pointsOf(twin);
        const [before, after] = [left.filter(isOther), right.filter(isOther)];
        const found = suggestLinks([...before, { ...twin, code: '9.1' }], [{ ...twin, code: '9.9' }, ...after]);
        expect(found).toContainEqual({ left: before.length, right: 0, similarity: 1 });
      }),
    );
  });
  const pointsOf = (each: ClauseWording) => each.points.map((point) => point.text).join('');
});
