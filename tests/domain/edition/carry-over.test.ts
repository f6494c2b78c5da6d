import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toStandard } from '../../../electron/backend/standard/to-standard.ts';
import { carryClause } from '../../../shared/domain/edition/carry-clause.ts';
import { carryOver } from '../../../shared/domain/edition/carry-over.ts';
import { wordingsOf } from '../../../shared/domain/edition/clause-wording.ts';
import { compareEditions } from '../../../shared/domain/edition/compare-editions.ts';
import { profileOf, similarity } from '../../../shared/domain/edition/similarity.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import { grades, marks as allMarks, type Mark } from '../../../shared/domain/grade/grade.ts';
import type { ClauseId, EvidenceId, PointId } from '../../../shared/domain/id.ts';
import { isExempt, isScored, resultOf, yesAtRateOf } from '../../../shared/domain/result/clause-result.ts';
import { blankState, type ClauseState } from '../../../shared/domain/round/clause-state.ts';
import { clausesOf, type Clause, type PointTier, type Standard } from '../../../shared/domain/standard/standard.ts';
import { tallyClauses } from '../../../shared/domain/verdict/tally.ts';
import { judge } from '../../../shared/domain/verdict/verdict.ts';
import type { Wanted } from '../../../shared/domain/verdict/gap.ts';
import { mixedPack } from '../../support/mixed-pack.ts';

const pack = mixedPack('points');
const first = toStandard(pack, 'a'.repeat(64));
/** The same content under other ids. */
const second = toStandard(pack, 'b'.repeat(64));

const evidenceOf = (id: string): Evidence => ({
  id: id as EvidenceId,
  number: id,
  title: '制度',
  documentDate: '',
  validUntil: '',
  department: '',
  remark: '',
  files: [],
  usedBy: [],
});

const recorded = fc.record({
  marks: fc.array(fc.option(fc.constantFrom(...allMarks), { nil: undefined }), { minLength: 7, maxLength: 7 }),
  grade: fc.option(fc.constantFrom(...grades), { nil: undefined }),
  score: fc.option(fc.constantFrom('0', '1', '2.5'), { nil: undefined }),
  figures: fc.boolean(),
  ownTarget: fc.option(fc.constantFrom('better', '0.5'), { nil: undefined }),
  reason: fc.constantFrom('', '现场核实'),
  note: fc.constantFrom('', '已整改'),
  department: fc.constantFrom('', '院感科'),
  status: fc.constantFrom('draft' as const, 'verified' as const),
  evidence: fc.uniqueArray(fc.constantFrom('e1', 'e2', 'e3'), { maxLength: 3 }),
  planned: fc.option(fc.constantFrom<Wanted>('A', 'yes', 'full'), { nil: undefined }),
});
type Recorded = typeof recorded extends fc.Arbitrary<infer Value> ? Value : never;

/** What a clause of this method can hold of it. */
function stateOf(clause: Clause, given: Recorded): ClauseState {
  const marked = clause.points.flatMap(({ id }, at) => {
    const mark = given.marks[at];
    return mark === undefined || clause.method === 'indicator' ? [] : [[id, mark] as const];
  });
  const isGrade = given.grade !== undefined && given.grade !== 'E' && clause.method === 'graded';
  return {
    ...blankState(clause.id),
    marks: Object.fromEntries(marked),
    ownGrade: isGrade || (given.grade === 'E' && clause.optional) ? given.grade : undefined,
    ownScore: clause.method === 'points' ? given.score : undefined,
    figures:
      clause.method === 'indicator' && given.figures
        ? [{ period: '2026-01', numerator: '1', denominator: clause.indicator?.denominator === null ? null : '2' }]
        : [],
    ownTarget: clause.method === 'indicator' ? given.ownTarget : undefined,
    reason: given.reason,
    note: given.note,
    status: given.status,
    leadDepartment: given.department,
    evidence: given.evidence.map(evidenceOf),
  };
}

function roundOf(standard: Pick<Standard, 'chapters'>, given: readonly Recorded[]) {
  const clauses = clausesOf(standard);
  const at = (index: number) => given[index % given.length] ?? given[0];
  const states = new Map(clauses.map((clause, index) => [clause.id, stateOf(clause, at(index) as Recorded)]));
  const plan: Record<ClauseId, Wanted> = {};
  for (const [index, { id }] of clauses.entries()) {
    const planned = at(index)?.planned;
    if (planned !== undefined) plan[id] = planned;
  }
  return { states, plan };
}

function verdictOf(standard: Standard, states: ReadonlyMap<ClauseId, ClauseState>) {
  const counted = clausesOf(standard).map((clause) => ({
    ...clause,
    result: resultOf(clause, states.get(clause.id) ?? blankState(clause.id)),
  }));
  const tally = tallyClauses(
    counted.filter(({ counts }) => counts),
    { scopes: standard.scopes, yesAtRate: yesAtRateOf(standard) },
  );
  const [target] = standard.targets;
  if (!target) throw new Error('no target');
  return judge(target, tally, { totalPoints: standard.totalPoints, scoring: standard.scoring, violated: [] });
}

const compared = (from: Pick<Standard, 'chapters'>, to: Pick<Standard, 'chapters'>) =>
  compareEditions(wordingsOf(from), wordingsOf(to)).kept;

test('moving to the same edition carries everything and changes no verdict', () => {
  const pairs = compared(first, second);
  fc.assert(
    fc.property(fc.array(recorded, { minLength: 1, maxLength: 20 }), (given) => {
      const { states, plan } = roundOf(first, given);
      const { clauses, gone } = carryOver({ from: first, to: second, pairs, states, plan, leave: new Set() });
      expect(gone).toEqual([]);
      for (const { clause, from, state, planned, left } of clauses) {
        if (!from) throw new Error(`${clause.code} has no partner`);
        const before = states.get(from.id);
        const renamed = (marks: ClauseState['marks'] = {}) =>
          Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id.replace(first.id, second.id), mark]));
        expect(state).toEqual({ ...before, clauseId: clause.id, marks: renamed(before?.marks) });
        expect(planned).toBe(plan[from.id]);
        expect(left).toEqual({ marks: 0, grade: false, score: false, figures: 0, ownTarget: false, plan: false });
      }
      const carried = new Map(clauses.map(({ state }) => [state.clauseId, state]));
      expect(verdictOf(second, carried)).toEqual(verdictOf(first, states));
    }),
    { numRuns: 60 },
  );
});

const words = ['手卫生', '处方', '消防', '急诊', '培训', '制度', '记录', '每季度', '检查'];
const wording = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((list) => list.join(''));
const point = fc.record({ tier: fc.constantFrom<PointTier>('C', 'B', 'A'), text: wording });
const edition = (name: string) =>
  fc
    .uniqueArray(
      fc.record({
        code: fc.constantFrom('1.1', '1.2', '1.3', '2.1', '2.2', '2.3'),
        title: wording,
        optional: fc.boolean(),
        points: fc.array(point, { maxLength: 7 }),
      }),
      { selector: ({ code }) => code, maxLength: 6 },
    )
    .map((list): Pick<Standard, 'chapters'> => {
      const clauses = list.map((given) => clauseOf(`${name}/${given.code}`, given));
      return {
        chapters: [
          { code: '1', title: '章', excludedFromRules: false, sections: [{ code: '1', title: '节', clauses }] },
        ],
      };
    });

function clauseOf(
  id: string,
  given: Partial<Omit<Clause, 'points'>> & { points?: readonly { tier: PointTier; text: string }[] },
): Clause {
  return {
    id: id as ClauseId,
    code: '1.1',
    title: '条款',
    method: 'graded',
    core: false,
    optional: false,
    chapter: '1',
    section: '1',
    counts: true,
    suggestedEvidence: [],
    checks: [],
    departments: [],
    genericTiers: [],
    deductions: [],
    ...given,
    points: (given.points ?? []).map((entry, at) => ({ ...entry, id: `${id}/${at}` as PointId })),
  };
}

const countOf = (marks: ClauseState['marks']): number => Object.keys(marks).length;
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

test('every mark comes along once or is named as left, and none lands on another clause or another point', () => {
  fc.assert(
    fc.property(
      edition('old'),
      edition('new'),
      fc.array(recorded, { minLength: 1, maxLength: 6 }),
      fc.subarray(['1.1', '1.2', '1.3', '2.1', '2.2', '2.3'], { maxLength: 2 }),
      (from, to, given, leave) => {
        const { states, plan } = roundOf(from, given);
        const pairs = compared(from, to);
        const { clauses, gone } = carryOver({ from, to, pairs, states, plan, leave: new Set(leave) });
        for (const { clause, from: before, state, left } of clauses) {
          const old = before && states.get(before.id);
          if (!before || !old) expect(countOf(state.marks) + state.evidence.length).toBe(0);
          else {
            expect(left.marks).toBeGreaterThanOrEqual(0);
            expect(countOf(state.marks) + left.marks).toBe(countOf(old.marks));
            expect(hasSources(clause, state.marks, before, old.marks)).toBe(true);
          }
          if (state.ownGrade === 'E') expect(clause.optional).toBe(true);
        }
        expect(sum(clauses.map(({ state, left }) => countOf(state.marks) + left.marks))).toBe(
          sum([...states.values()].map(({ marks }) => countOf(marks))) -
            sum(gone.map(({ record }) => countOf(record.state.marks))),
        );
        const withdrawn = clauses.filter(({ clause }) => leave.includes(clause.code));
        expect(withdrawn.every(({ state, planned }) => countOf(state.marks) === 0 && planned === undefined)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

/** Whether each mark can be traced to a mark of its own on a like point of the same tier in the old clause. */
function hasSources(clause: Clause, marks: ClauseState['marks'], old: Clause, before: ClauseState['marks']): boolean {
  const sources = Object.entries<Mark>(marks).map(([id, mark]) => {
    const to = clause.points.find((entry) => entry.id === id);
    return old.points.flatMap(({ id: source, tier, text }) =>
      to?.tier === tier && before[source] === mark && similarity(profileOf(text), profileOf(to.text)) >= 0.6
        ? [source]
        : [],
    );
  });
  return canChoose(sources, new Set());
}

const canChoose = ([options, ...rest]: readonly (readonly PointId[])[], taken: ReadonlySet<PointId>): boolean =>
  options === undefined || options.some((option) => !taken.has(option) && canChoose(rest, new Set([...taken, option])));

test('a clause whose own result was left behind begins unscored, or exempt as before', () => {
  const changed = fc.record({
    fullScore: fc.constantFrom('10', '5'),
    optional: fc.boolean(),
    method: fc.constantFrom('graded' as const, 'points' as const, 'checklist' as const),
    points: fc.array(point, { maxLength: 4 }),
  });
  const build = (
    id: string,
    { fullScore, optional, method, points }: typeof changed extends fc.Arbitrary<infer T> ? T : never,
  ) =>
    clauseOf(id, {
      method,
      optional,
      fullScore: method === 'points' ? fullScore : undefined,
      points: method === 'graded' ? points : points.map(({ text }) => ({ tier: 'yes' as const, text })),
    });
  let left = 0;
  fc.assert(
    fc.property(changed, changed, recorded, (old, next, given) => {
      const [from, to] = [build('a', old), build('b', next)];
      const state = stateOf(from, given);
      const carried = carryClause(from, to, { state, planned: undefined });
      if (!carried.left.grade && !carried.left.score) return;
      left += 1;
      const result = resultOf(to, carried.state);
      if (isExempt(result)) expect(isExempt(resultOf(from, state))).toBe(true);
      else expect(result).toEqual(resultOf(to, blankState(to.id)));
      expect(carried.state.note).toContain('原评 ');
      expect(carried.left.marks).toBe(countOf(state.marks));
    }),
    { numRuns: 1000 },
  );
  expect(left).toBeGreaterThan(100);
});

describe('one clause', () => {
  const marked = (clause: Clause, ...given: readonly Mark[]): ClauseState => ({
    ...blankState(clause.id),
    marks: Object.fromEntries(given.map((mark, at) => [clause.points[at]?.id, mark])),
  });
  const carry = (from: Clause, to: Clause, state: ClauseState, planned?: Wanted) =>
    carryClause(from, to, { state, planned });
  const C = (text: string) => ({ tier: 'C' as const, text });
  const B = (text: string) => ({ tier: 'B' as const, text });

  test('points that changed places keep their marks; the same text goes before a like one', () => {
    const from = clauseOf('a', { points: [C('每季度召开院感会议'), C('每季度召开院感会议并记录')] });
    const to = clauseOf('b', { points: [C('每季度召开院感会议并有记录'), C('每季度召开院感会议')] });
    const { state, left } = carry(from, to, marked(from, 'unmet', 'met'));
    expect(state.marks).toEqual({ 'b/0': 'met', 'b/1': 'unmet' });
    expect(left.marks).toBe(0);
  });

  test('of two points like the old one only the liker gets its mark', () => {
    const from = clauseOf('a', { points: [C('每季度召开院感会议')] });
    const to = clauseOf('b', {
      points: [C('每季度召开院感会议并记录'), C('每季度召开院感会议，并'), C('每季度开院感会')],
    });
    const { state, left } = carry(from, to, marked(from, 'met'));
    expect([state.marks, left.marks]).toEqual([{ 'b/1': 'met' }, 0]);
  });

  test('of two old points the liker gives its mark, the other is left', () => {
    const from = clauseOf('a', { points: [C('每季度召开院感会议并有会议记录'), C('每季度召开院感会议')] });
    const to = clauseOf('b', { points: [C('每季度召开院感会议，')] });
    const { state, left } = carry(from, to, marked(from, 'unmet', 'met'));
    expect([state.marks, left.marks]).toEqual([{ 'b/0': 'met' }, 1]);
  });

  test('a point that moved to another tier, or asks otherwise, begins without a mark', () => {
    const from = clauseOf('a', { points: [C('有手卫生制度'), C('每月点评处方一百张')] });
    const to = clauseOf('b', { points: [B('有手卫生制度'), C('胸痛患者十分钟内完成心电图')] });
    const { state, left } = carry(from, to, marked(from, 'met', 'met'));
    expect([state.marks, left.marks]).toEqual([{}, 2]);
  });

  test('a raised grade keeps its reason; a grade that only now would be a raise stays behind', () => {
    const from = clauseOf('a', { points: [C('有手卫生制度'), B('有数据分析')] });
    const to = clauseOf('b', { points: [C('有手卫生制度'), C('胸痛患者十分钟内完成心电图'), B('有数据分析')] });
    const raised = { ...marked(from, 'unmet'), ownGrade: 'B' as const, reason: '院长会同意' };
    expect(carry(from, to, raised).state).toMatchObject({ ownGrade: 'B', reason: '院长会同意' });
    const equal = { ...marked(from, 'met', 'met'), ownGrade: 'B' as const };
    const { state, left } = carry(from, to, equal);
    expect([state.ownGrade, state.marks, left.grade, left.marks]).toEqual([undefined, {}, true, 2]);
    expect(state.note).toBe('原评 B');
  });

  test('不适用 comes along to optional clauses only, of any method', () => {
    const from = clauseOf('a', { optional: true });
    const state = { ...blankState(from.id), ownGrade: 'E' as const };
    expect(carry(from, clauseOf('b', { optional: true, method: 'checklist' }), state).state.ownGrade).toBe('E');
    expect(carry(from, clauseOf('b', {}), state)).toMatchObject({
      state: { ownGrade: undefined },
      left: { grade: true },
    });
  });

  test('a score by hand comes along while the full score is the same, and its reason with it', () => {
    const from = clauseOf('a', { method: 'points', fullScore: '10' });
    const state = { ...blankState(from.id), ownScore: '7', reason: '抽查' };
    expect(carry(from, clauseOf('b', { method: 'points', fullScore: '10' }), state).state).toMatchObject({
      ownScore: '7',
      reason: '抽查',
    });
    for (const to of [clauseOf('b', { method: 'points', fullScore: '20' }), clauseOf('b', {})]) {
      expect(carry(from, to, state)).toMatchObject({
        state: { ownScore: undefined, reason: '' },
        left: { score: true },
      });
    }
  });

  test('a score left behind takes the marks with it, and the note tells what was given', () => {
    const yes = (text: string) => ({ tier: 'yes' as const, text });
    const from = clauseOf('a', { method: 'points', fullScore: '10', points: [yes('有制度'), yes('有记录')] });
    const to = clauseOf('b', { method: 'points', fullScore: '5', points: [yes('有制度'), yes('有记录')] });
    const state = {
      ...marked(from, 'met', 'met'),
      ownScore: '8',
      reason: '记录缺一份',
      note: '已告知科室',
      status: 'verified' as const,
    };
    const carried = carry(from, to, state);
    expect(carried).toMatchObject({
      state: { marks: {}, ownScore: undefined, reason: '', note: '已告知科室\n原评 8/10：记录缺一份', status: 'draft' },
      left: { marks: 2, score: true },
    });
    expect(isScored(resultOf(to, carried.state))).toBe(false);
    // Without a score by hand the marks are the judgement, and they come along.
    expect(carry(from, to, marked(from, 'met', 'met'))).toMatchObject({
      state: { marks: { 'b/0': 'met', 'b/1': 'met' }, note: '' },
      left: { marks: 0, score: false },
    });
  });

  test.each([
    ['nothing', {}, 'verified'],
    ['full score', { fullScore: '5' }, 'draft'],
    ['core', { core: true }, 'draft'],
    ['optional', { optional: true }, 'draft'],
    ['deductions', { deductions: ['缺一项扣 2 分'] }, 'draft'],
    ['title', { title: '另一个条款' }, 'draft'],
    ['evidence only suggested', { suggestedEvidence: ['制度汇编'] }, 'verified'],
  ] as const)('a verified clause whose terms changed is to be verified again: %s', (_what, change, status) => {
    const from = clauseOf('a', { method: 'points', fullScore: '10' });
    const to = clauseOf('b', { method: 'points', fullScore: '10', ...change });
    expect(carry(from, to, { ...blankState(from.id), status: 'verified' }).state.status).toBe(status);
  });

  const measured = {
    numerator: '手卫生执行次数',
    denominator: '手卫生应执行次数',
    unit: '%',
    direction: 'up' as const,
    period: 'month' as const,
  };
  test.each([
    ['the same definition', {}, 1, true],
    ['punctuation only', { numerator: '手卫生，执行次数' }, 1, true],
    ['another numerator', { numerator: '速干手消毒剂用量' }, 0, false],
    ['another denominator', { denominator: '住院患者总床日数' }, 0, false],
    ['no denominator any more', { denominator: null }, 0, false],
    ['another period', { period: 'quarter' as const }, 0, false],
    ['another unit: the figures are the same, the target is not', { unit: '‰' }, 1, false],
    ['another direction', { direction: 'down' as const }, 1, false],
  ])('figures and own target: %s', (_what, change, figures, keepsTarget) => {
    const from = clauseOf('a', { method: 'indicator', indicator: measured });
    const to = clauseOf('b', { method: 'indicator', indicator: { ...measured, ...change } });
    const state = {
      ...blankState(from.id),
      figures: [{ period: '2026-01', numerator: '8', denominator: '10' }],
      ownTarget: '0.9',
    };
    const carried = carry(from, to, state);
    expect(carried.state.figures).toHaveLength(figures);
    expect(carried.state.ownTarget).toBe(keepsTarget ? '0.9' : undefined);
    expect(carried.left).toMatchObject({ figures: 1 - figures, ownTarget: !keepsTarget });
  });

  test('another method takes note and evidence, not the plan', () => {
    const from = clauseOf('a', { points: [C('有制度')] });
    const to = clauseOf('b', { method: 'checklist', points: [{ tier: 'yes', text: '有制度' }] });
    const state = { ...marked(from, 'met'), note: '已整改', evidence: [evidenceOf('e1')], status: 'verified' as const };
    const carried = carry(from, to, state, 'A');
    expect(carried).toMatchObject({
      state: { marks: {}, note: '已整改', status: 'draft', evidence: [{ id: 'e1' }] },
      planned: undefined,
      left: { marks: 1, plan: true },
    });
  });

  test('an added clause begins with the department that the edition suggests', () => {
    const to = clauseOf('new/1.1', { departments: ['院感科'] });
    const chapters = (clauses: readonly Clause[]) => ({
      chapters: [{ code: '1', title: '章', excludedFromRules: false, sections: [{ code: '1', title: '节', clauses }] }],
    });
    const { clauses } = carryOver({
      from: chapters([]),
      to: chapters([to]),
      pairs: [],
      states: new Map(),
      plan: {},
      leave: new Set(),
    });
    expect(clauses[0]?.state).toEqual({ ...blankState(to.id), leadDepartment: '院感科' });
  });
});
