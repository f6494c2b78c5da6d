import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import { readPack } from '../../../electron/backend/standard/read-pack.ts';

const folder = path.resolve(import.meta.dirname, '../../../resources/standards');

const valid = `id: demo
title: 示例标准
programme: 示例
edition: "2026"
issuer: 示例机构
appliesTo: [乡镇卫生院]
confidence: low
method: graded
scale:
  - {grade: A, label: 优秀}
targets:
  - id: basic
    label: 基本标准
    rules:
      - {scope: all, grade: C, atLeast: 0.9}
      - {scope: "chapter:1", grade: B, atLeast: "1/3"}
chapters:
  - code: "1"
    title: 第一章
    sections:
      - code: "1.1"
        title: 第一节
        clauses:
          - code: "1.1.1"
            title: 制度
            core: true
            optional: false
            evidence: [制度]
            checks: [查阅资料]
            departments: [办公室]
            requirements:
              C: [有制度]
              B: [有检查]
              A: [有改进]
          - code: "1.1.2"
            title: 培训
            core: false
            optional: true
            evidence: [记录]
            checks: [查阅资料]
            departments: [办公室]
            requirements:
              C: [有培训]
              B: [有考核]
              A: []
`;

const pointsClause = (code: string, points: number | string) => `
          - code: "${code}"
            title: 分值条款
            method: points
            core: false
            optional: false
            evidence: [记录]
            checks: [查阅资料]
            departments: [办公室]
            points: ${points}
            requirements:
              "yes": [做到]
`;

const indicatorClause = (unit: string) => `
          - code: "1.1.3"
            title: 指标条款
            method: indicator
            core: false
            optional: false
            evidence: [报表]
            checks: [查阅资料]
            departments: [办公室]
            indicator: {numerator: 甲, denominator: 乙, unit: ${unit}, direction: up, period: year}
`;

/** Each line one level deeper than the one before. */
const nestedLines = (depth: number): string =>
  Array.from({ length: depth }, (_, level) => `${' '.repeat(level + 1)}a:`).join('\n');

function problemsOf(text: string, fileName = 'demo.yaml'): readonly string[] {
  try {
    readPack(text, fileName);
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'standard/pack-invalid') return cause.details;
    throw cause;
  }
  return [];
}

/** The valid pack with one text replaced; the text must be there. */
function changed(from: string, to: string): string {
  if (!valid.includes(from)) throw new Error(`not in the pack: ${from}`);
  return valid.replace(from, to);
}

test.each(readdirSync(folder))('built-in pack %s is valid', (file) => {
  expect(problemsOf(readFileSync(path.join(folder, file), 'utf8'), file)).toEqual([]);
});

test('a valid pack is read', () => {
  const pack = readPack(valid, 'demo.yaml');
  expect(pack.chapters[0]?.sections[0]?.clauses.map((clause) => clause.code)).toEqual(['1.1.1', '1.1.2']);
});

test('a byte order mark does no harm', () => expect(problemsOf(`\uFEFF${valid}`)).toEqual([]));

describe('what a pack is refused for', () => {
  const prerequisite = pointsClause('1.1.3', 1).replace('method: points', 'method: prerequisite');
  test.each<[string, string, string]>([
    ['clause code twice', changed('"1.1.2"', '"1.1.1"'), '条款编号 1.1.1 写了两次'],
    ['unknown chapter in a scope', changed('chapter:1', 'chapter:9'), 'scope“chapter:9”没有这个范围'],
    ['unknown scope', changed('scope: all', 'scope: every'), '目标 basic 的 rules 第 1 项的 scope“every”没有这个范围'],
    ['empty title', changed('title: 培训', 'title: " "'), '条款 1.1.2 的 title 为空'],
    ['missing title', changed('            title: 培训\n', ''), '条款 1.1.2 的 title 缺少'],
    ['threshold above 1', changed('atLeast: 0.9', 'atLeast: 90'), '目标 basic 的 rules 第 1 项的 atLeast“90”大于 1'],
    ['threshold below 0', changed('atLeast: 0.9', 'atLeast: -0.1'), 'rules 第 1 项的 atLeast 不是精确的比例'],
    ['threshold in words', changed('"1/3"', '三分之一'), 'rules 第 2 项的 atLeast 不是精确的比例'],
    ['threshold divided by zero', changed('"1/3"', '"1/0"'), 'rules 第 2 项的 atLeast 不是精确的比例'],
    ['threshold missing', changed(', atLeast: 0.9', ''), 'rules 第 1 项的 atLeast 缺少'],
    ['grade E in a rule', changed('grade: C,', 'grade: E,'), 'grade 不能是 E'],
    ['unknown grade in a rule', changed('grade: C,', 'grade: F,'), 'grade 不能是“F”，只能是 A、B、C、D、E、yes'],
    ['wrong id', changed('id: demo', 'id: other'), 'id“other”与文件名“demo”不一致'],
    [
      'unknown key in a clause',
      changed('            core: true\n', '            core: true\n            kern: 1\n'),
      '条款 1.1.1 有不认识的键“kern”',
    ],
    ['unknown key at the top', `${valid}extra: 1\n`, '整个文件 有不认识的键“extra”'],
    ['missing tier', changed('              A: [有改进]\n', ''), '条款 1.1.1 缺少 requirements.A'],
    [
      'yes points on a graded clause',
      changed('A: [有改进]', 'A: [有改进]\n              "yes": [做到]'),
      '条款 1.1.1 的 requirements 不该有 yes',
    ],
    ['empty requirement', changed('C: [有制度]', 'C: [有制度, ""]'), '条款 1.1.1 的 requirements.C 第 2 项 为空'],
    ['a number for text', changed('edition: "2026"', 'edition: 2026'), 'edition 应为文字（数字请加引号）'],
    ['alias', changed('evidence: [制度]', 'evidence: &x [制度]'), '第 28 行第 23 列：用了锚点（&…）'],
    ['tag', changed('title: 培训', 'title: !!str 培训'), '用了标签（!…）'],
    ['merge key', changed('core: true', '<<: {core: true}'), '用了合并键（<<）'],
    ['directive', `%YAML 1.1\n---\n${valid}`, '第 1 行第 1 列：用了指令'],
    [
      'key twice',
      changed('core: true', 'core: true\n            core: false'),
      '第 27 行第 13 列：同一个键“core”写了两次',
    ],
    ['two documents', `${valid}---\n${valid}`, '一个文件里只能有一份文档'],
    ['syntax error', changed('title: 培训', 'title: [培训'), '第 37 行第 13 列：缩进不对'],
    ['bad indentation', changed('            core: true', '           core: true'), '第 26 行第 1 列：'],
    ['nothing at all', '', '整个文件 应为带键的内容'],
    ['a list', '- 1\n', '整个文件 应为带键的内容'],
    [
      'points that do not add up',
      `${valid.trimEnd()}${pointsClause('1.1.3', 5)}`.replace('method: graded', 'method: graded\ntotalPoints: 6'),
      '各条款 points 加起来是 5，不等于 totalPoints 6',
    ],
    ['points without a total', `${valid.trimEnd()}${pointsClause('1.1.3', 5)}`, '缺少 totalPoints'],
    ['prerequisite without veto', `${valid.trimEnd()}${prerequisite}`, '条款 1.1.3 缺少 veto: true'],
    [
      'points on a graded clause',
      changed('core: true', 'core: true\n            points: 3'),
      '条款 1.1.1 的 points 只用于分值条款',
    ],
    [
      'score without points',
      changed('{scope: all, grade: C, atLeast: 0.9}', '{score: total, atLeast: 90}'),
      '按得分，但标准包没有',
    ],
    [
      'a rule over clauses of another method',
      changed('{scope: all, grade: C, atLeast: 0.9}', '{scope: all, grade: "yes", atLeast: 0.9}'),
      '目标 basic 的 rules 第 1 项的 scope“all”里没有等级以外的条款',
    ],
    [
      'weights that do not add up',
      `${valid}scoring: {full: 1000, parts: [{scope: all, weight: 0.6}, {scope: core, weight: 0.3}]}\n`,
      'scoring.parts 的 weight 加起来不是 1',
    ],
    [
      'a score of what is no part',
      `${valid.replace('{scope: all, grade: C, atLeast: 0.9}', '{score: core, atLeast: 90}')}scoring: {full: 1000, parts: [{scope: all, weight: 1}]}\n`,
      '的 score“core”不是 scoring.parts 里的部分',
    ],
    [
      'a score above the full score',
      `${valid.replace('{scope: all, grade: C, atLeast: 0.9}', '{score: total, atLeast: 1001}')}scoring: {full: 1000, parts: [{scope: all, weight: 1}]}\n`,
      '的 atLeast“1001”大于满分 1000',
    ],
    ['an unknown unit', `${valid.trimEnd()}${indicatorClause('斗')}`, '条款 1.1.3 的 indicator.unit“斗”不是认识的单位'],
    ['thousands of nested nodes', `${valid}extra: ${'['.repeat(5000)}${']'.repeat(5000)}\n`, '层次过深'],
    ['thousands of nested lines', `${valid}extra:\n${nestedLines(200)}`, '层次过深'],
    ['control characters', changed('title: 培训', 'title: "培训\\u0000"'), '条款 1.1.2 的 title 含有不可见的控制字符'],
  ])('%s', (_what, text, problem) => {
    const problems = problemsOf(text);
    expect(problems.join('\n')).toContain(problem);
    expect(problems.every((line) => line.startsWith('demo.yaml：'))).toBe(true);
  });

  test('points are added exactly: 0.1 + 0.2 is 0.3', () => {
    const text = `${valid.trimEnd()}${pointsClause('1.1.3', 0.1)}${pointsClause('1.1.4', 0.2).slice(1)}`;
    expect(problemsOf(text.replace('method: graded', 'method: graded\ntotalPoints: 0.3'))).toEqual([]);
  });

  const outOfRules = (chapter: string): string =>
    valid
      .replace('method: graded', 'method: graded\ntotalPoints: 0.3')
      .trimEnd()
      .concat(pointsClause('1.1.3', 0.3))
      .concat(`  - code: "2"\n    title: 附录\n${chapter}    sections:\n      - code: "2.1"\n        title: 节\n`)
      .concat(`        clauses:${pointsClause('2.1.1', 5)}`);

  test('points of a chapter out of the rules are not part of the total', () => {
    expect(problemsOf(outOfRules('    excludeFromRules: true\n'))).toEqual([]);
    expect(problemsOf(outOfRules('')).join('\n')).toContain('加起来是 5.3，不等于 totalPoints 0.3');
  });

  test('a rule that only clauses out of the rules would answer is refused', () => {
    const passing = outOfRules('    excludeFromRules: true\n')
      .replace('points: 0.3', 'core: false')
      .replace('{scope: all, grade: C, atLeast: 0.9}', '{scope: all, grade: yes, atLeast: 0.9}');
    const [first = '', rest = ''] = passing.split('          - code: "1.1.3"');
    const withoutPoints = first + rest.slice(rest.indexOf('  - code: "2"'));
    expect(problemsOf(withoutPoints.replace('\ntotalPoints: 0.3', '')).join('\n')).toContain('里没有等级以外的条款');
  });

  test('all problems at once, of the schema and of the cross checks', () => {
    const text = changed('title: 培训', 'title: ""')
      .replace('"1.1.2"', '"1.1.1"')
      .replace('scope: all', 'scope: every');
    expect(problemsOf(text)).toHaveLength(3);
  });

  test('at most 200 lines', () => {
    const evidence = `evidence: [${'"", '.repeat(500)}]`;
    const problems = problemsOf(changed('evidence: [制度]', evidence));
    expect(problems).toHaveLength(200);
    expect(problems.at(-1)).toBe('demo.yaml：还有 301 处错误未列出');
  });
});

describe('hostile text is refused quickly', () => {
  test.each([
    ['deep brackets', `a: ${'['.repeat(200_000)}`, '层次过深'],
    ['deep lists', `${'- '.repeat(100_000)}x`, '层次过深'],
    ['many aliases', `a: &a [x]\nb: [${'*a,'.repeat(1000)}]`, '用了锚点'],
    ['a wide map', Array.from({ length: 30_000 }, (_, index) => `k${index}: 1`).join('\n'), '有不认识的键'],
    ['a list of a million', `a:\n${'- 1\n'.repeat(500_000)}`, '内容过多'],
    ['nine megabytes', `title: ${'字'.repeat(3_000_000)}`, '超过 8 MB'],
  ])('%s', (_what, text, problem) => {
    expect(problemsOf(text).join('\n')).toContain(problem);
  });
});
