import { readPack } from '../../electron/backend/standard/read-pack.ts';
import type { Pack, PackClause } from '../../shared/contract/pack-schema.ts';

/**
 * A standard with all five methods in every chapter, optional and core clauses of each, and a chapter out of the rules;
 * no built-in one has them all. Its total comes from points, or from three parts of one third each.
 */
export function mixedPack(total: 'points' | 'parts'): Pack {
  const id = `mixed-${total}`;
  const chapters = ['1', '2', '3', '9'].map((code) => ({
    code,
    title: `第 ${code} 章`,
    ...(code === '9' ? { excludeFromRules: true } : {}),
    sections: [{ code: `${code}.1`, title: '节', clauses: clausesOf(code) }],
  }));
  const pack = {
    id,
    title: '混合标准',
    programme: '测试',
    edition: '2026',
    issuer: '测试',
    appliesTo: ['乡镇卫生院'],
    confidence: 'low',
    method: 'graded',
    scale: [],
    totalPoints: 58.8,
    yesAtRate: '2/3',
    scopes: [
      { id: 'first', label: '第一部分', chapters: ['1'] },
      { id: 'rest', label: '其余', chapters: ['2', '3', '9'] },
    ],
    ...(total === 'parts' ? { scoring: { full: 1000, parts } } : {}),
    targets: [
      {
        id: 'pass',
        label: '达标',
        rules: [
          { scope: 'all', grade: 'C', atLeast: '2/3' },
          { scope: 'core', grade: 'yes', atLeast: 0.5 },
          { score: 'total', atLeast: 30 },
        ],
      },
    ],
    chapters,
  };
  return readPack(JSON.stringify(pack), `${id}.yaml`);
}

const parts = [
  { scope: 'first', weight: '1/3', gradeRates: { A: 1, B: 0.75, C: 0.5, D: 0.1 } },
  { scope: 'rest', weight: '1/3', indicatorRates: { met: 0.9, improved: 0.6, worse: 0.3, missing: 0.05 } },
  { scope: 'core', weight: '1/3' },
];

function clausesOf(chapter: string): readonly PackClause[] {
  let next = 0;
  const clause = (method: PackClause['method'], rest: Partial<PackClause>): PackClause => {
    next++;
    return {
      code: `${chapter}.1.${next}`,
      title: '条款',
      core: next % 3 === 0,
      optional: next % 2 === 0,
      evidence: [],
      checks: [],
      departments: [],
      method,
      ...rest,
    };
  };
  const yes = (count: number) => ({
    requirements: { yes: Array.from({ length: count }, (_, at) => `要点 ${at + 1}`) },
  });
  const indicator = (direction: 'up' | 'down' | 'monitor', rest: Partial<NonNullable<PackClause['indicator']>>) =>
    clause('indicator', {
      indicator: { numerator: '分子', denominator: '分母', unit: '%', direction, period: 'month', ...rest },
    });
  return [
    clause('graded', { requirements: { C: ['甲', '乙'], B: ['丙'], A: ['丁'] } }),
    clause('graded', { requirements: { C: [], B: ['丙', '丁'], A: [] } }),
    clause('graded', { requirements: { C: ['甲'], B: [], A: ['丁'] } }),
    clause('graded', { requirements: { C: [], B: [], A: [] } }),
    clause('checklist', yes(2)),
    clause('checklist', yes(1)),
    clause('checklist', yes(3)),
    clause('points', { ...yes(3), points: 2.5 }),
    clause('points', { ...yes(7), points: 7 }),
    clause('points', { ...yes(1), points: 10.1 }),
    clause('prerequisite', { ...yes(1), veto: true }),
    clause('prerequisite', { ...yes(2), veto: true }),
    indicator('up', { target: 0.85 }),
    indicator('down', { target: 0.3, period: 'quarter' }),
    indicator('up', {}),
    indicator('monitor', { denominator: null, unit: '人', period: 'year' }),
    indicator('down', { denominator: null, unit: '天', target: '不超过本地平均' }),
    indicator('monitor', { target: 0.5 }),
  ];
}
