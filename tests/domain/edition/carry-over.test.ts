import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toStandard } from '../../../electron/backend/standard/to-standard.ts';
import { carryClause } from '../../../shared/domain/edition/carry-clause.ts';
import { carryOver } from '../../../shared/domain/edition/carry-over.ts';
import { wordingsOf } from '../../../shared/domain/edition/clause-wording.ts';
import { compareEditions } from '../../../shared/domain/edition/compare-editions.ts';
import { profileOf, similarity } from '../../../shared/domain/edition/similarity.ts';
import { grades, marks as allMarks, type Mark } from '../../../shared/domain/grade/grade.ts';
import type { ClauseId, PointId } from '../../../shared/domain/id.ts';
import { isExempt, resultOf, yesAtRateOf } from '../../../shared/domain/result/clause-result.ts';
import { blankState, type ClauseState } from '../../../shared/domain/round/clause-state.ts';
import { clausesOf, type Clause, type PointTier, type Standard } from '../../../shared/domain/standard/standard.ts';
import { tallyClauses } from '../../../shared/domain/verdict/tally.ts';
import { judge } from '../../../shared/domain/verdict/verdict.ts';
import type { Wanted } from '../../../shared/domain/verdict/gap.ts';
import { bareEvidence } from '../../support/evidence.ts';
import { mixedPack } from '../../support/mixed-pack.ts';
import { clauseOf } from './clause-of.ts';

const pack = mixedPack('points');
const first = toStandard(pack, 'a'.repeat(64));
/** The same content under other ids. */
const second = toStandard(pack, 'b'.repeat(64));

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
    evidence: given.evidence.map(bareEvidence),
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
