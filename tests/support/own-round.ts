import { headOf } from '../../electron/backend/standard-import/detect/meta.ts';
import type { CallName, Input, Output } from '../../shared/contract/contract.ts';
import type { Pack, PackClause } from '../../shared/contract/pack-schema.ts';
import type { Mark } from '../../shared/domain/grade/grade.ts';
import type { RoundId, TargetId } from '../../shared/domain/id.ts';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { packClause } from './pack-clause.ts';

/** A call, made of a backend or by the page of a window. */
export type Ask = <Name extends CallName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;

const packTitle = '院感管理考核标准';
export const ownPackId = headOf(packTitle, {}).id;

const clause = (code: string, title: string, rest: Partial<PackClause>): PackClause =>
  packClause(code, { title, departments: ['院感科'], ...rest });

const graded = (code: string, title: string, C: string[], B: string[], rest: Partial<PackClause> = {}) =>
  clause(code, title, { method: 'graded', requirements: { C, B, A: [] }, ...rest });

/** The same in both editions. */
const organised = graded('1.1', '院感组织健全', ['成立院感管理委员会', '每季度召开院感会议'], ['会议决议有落实']);
const scored = (points: number) =>
  clause('1.6', '多重耐药菌防控', {
    method: 'points',
    points,
    requirements: { yes: ['有防控制度', '隔离措施到位'] },
  });
const measured = (target: number) =>
  clause('1.7', '手卫生依从率', {
    method: 'indicator',
    indicator: {
      numerator: '手卫生执行次数',
      denominator: '手卫生应执行次数',
      unit: '%',
      direction: 'up',
      period: 'month',
      target,
    },
  });

/** A hospital's own standard of infection control, and how its next edition changes each kind of clause. */
const clauses: Readonly<Record<'first' | 'second', readonly PackClause[]>> = {
  first: [
    organised,
    graded('1.2', '手卫生管理', ['手卫生设施齐全', '每月开展手卫生依从性监测'], ['依从性逐年提高']),
    graded('1.3', '消毒供应', ['器械清洗消毒灭菌符合规范'], ['追溯系统运行良好'], { optional: true }),
    graded('1.4', '院感知识培训', ['每年组织全员院感培训两次'], ['培训效果有评价']),
    graded('1.5', '纸质登记本管理', ['纸质登记本填写完整'], ['登记本归档三年']),
    scored(10),
    measured(0.8),
  ],
  second: [
    organised,
    graded('1.2', '手卫生管理', ['每月开展手卫生依从性监测并公示', '手卫生设施齐全'], ['依从性逐年提高']),
    graded('2.1', '消毒供应', ['器械清洗消毒灭菌符合规范'], ['追溯系统运行良好'], { optional: true }),
    graded('2.2', '院感知识培训与考核', ['每年组织全员院感培训两次'], ['培训效果有评价']),
    graded('1.5', '职业暴露防护', ['锐器伤有处置流程'], ['暴露后随访完整']),
    scored(20),
    measured(0.9),
  ],
};

export function ownPack(which: 'first' | 'second'): Pack {
  const isFirst = which === 'first';
  return {
    id: ownPackId,
    title: packTitle,
    programme: '院感考核',
    edition: isFirst ? '2025' : '2026',
    issuer: '某某省卫健委',
    appliesTo: ['乡镇卫生院'],
    confidence: 'medium',
    method: 'graded',
    scale: [],
    totalPoints: isFirst ? 10 : 20,
    targets: [
      {
        id: 'pass',
        label: '合格',
        rules: [
          { scope: 'all', grade: 'C', atLeast: 0.5 },
          { scope: 'all', grade: 'yes', atLeast: 0.5 },
        ],
      },
      { id: isFirst ? 'good' : 'excellent', label: '优良', rules: [{ scope: 'all', grade: 'B', atLeast: 0.5 }] },
    ],
    chapters: [
      { code: '1', title: '院感管理', sections: [{ code: '1.0', title: '考核内容', clauses: [...clauses[which]] }] },
    ],
  };
}

/** Makes a revision of it, as the editor does. */
export async function publish(ask: Ask, pack: Pack): Promise<void> {
  const isThere = await ask('own.get', { id: pack.id }).then(
    () => true,
    () => false,
  );
  const from = isThere ? { kind: 'standard' as const, packId: pack.id } : { kind: 'new' as const, title: pack.title };
  const { id } = await ask('own.begin', { from });
  await ask('own.keep', { id, pack: { ...pack } });
  await ask('own.publish', { id });
}

/** In the open workspace: a round on the first edition, scored in every way, and the second edition in the library. */
export async function startOwnRound(ask: Ask): Promise<RoundId> {
  await publish(ask, ownPack('first'));
  const { id: roundId } = await ask('round.create', { packId: ownPackId, targetId: 'pass', title: '2026 年自评' });
  await scoreOwnRound(ask, roundId);
  await publish(ask, ownPack('second'));
  return roundId;
}

async function scoreOwnRound(ask: Ask, roundId: RoundId): Promise<void> {
  const { standard } = await ask('round.open', { roundId });
  const clauseAt = (code: string) => {
    const found = clausesOf(standard).find((each) => each.code === code);
    if (!found) throw new Error(`no clause ${code}`);
    return found;
  };
  const at = (code: string) => ({ roundId, clauseId: clauseAt(code).id });
  const mark = (code: string, ...marks: readonly Mark[]) =>
    ask('assessment.mark', {
      ...at(code),
      marks: clauseAt(code).points.flatMap(({ id: pointId }, index) => ({ pointId, mark: marks[index] ?? null })),
    });
  const attach = (code: string, name: string) =>
    ask('evidence.paste', { ...at(code), name, bytes: new TextEncoder().encode(name) });
  await mark('1.1', 'met', 'met', 'met');
  await mark('1.2', 'met', 'unmet', 'met');
  await mark('1.4', 'met', 'unmet');
  await mark('1.5', 'met', 'met');
  await mark('1.6', 'met', 'met');
  await ask('assessment.grade', { ...at('1.3'), grade: 'E', reason: '' });
  await ask('assessment.grade', { ...at('1.4'), grade: 'B', reason: '考核合格率达标' });
  await ask('assessment.score', { ...at('1.6'), score: '7', reason: '隔离标识缺失' });
  await ask('assessment.figures', {
    ...at('1.7'),
    figures: [{ period: '2026-01', numerator: '85', denominator: '100' }],
  });
  await ask('assessment.ownTarget', { ...at('1.7'), target: '75%' });
  await ask('assessment.note', { ...at('1.2'), note: '走廊缺一处洗手池' });
  await attach('1.2', '手卫生制度.txt');
  await attach('1.2', '手卫生监测.txt');
  await attach('1.5', '登记本照片.txt');
  await ask('round.plan', { roundId, items: [{ clauseId: at('1.2').clauseId, wanted: 'C' }] });
  await ask('round.editTarget', {
    roundId,
    targetId: 'pass' as TargetId,
    rules: [{ kind: 'grade', scope: 'chapter:1', grade: 'C', atLeast: '0.6' }],
  });
  await ask('round.editTarget', {
    roundId,
    targetId: 'good' as TargetId,
    rules: [{ kind: 'grade', scope: 'all', grade: 'A', atLeast: '0.1' }],
  });
  await ask('round.visit', at('1.3'));
}
