import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRational, add, compare, zero } from '../../../shared/domain/number/rational.ts';
import { addChapter, addClause, addSection } from '../../../renderer/features/edit-standard/edit/add.ts';
import { setClauses } from '../../../renderer/features/edit-standard/edit/change-tree.ts';
import { codeFault } from '../../../renderer/features/edit-standard/edit/codes.ts';
import { duplicate, pasteClauses } from '../../../renderer/features/edit-standard/edit/copy.ts';
import { setInherited, setMethod } from '../../../renderer/features/edit-standard/edit/methods.ts';
import {
  carriedClauses,
  moveChapters,
  moveClauses,
  moveSections,
  takeOut,
} from '../../../renderer/features/edit-standard/edit/place.ts';
import { setCode } from '../../../renderer/features/edit-standard/edit/recode.ts';
import { renumber, renumbering } from '../../../renderer/features/edit-standard/edit/renumber.ts';
import { step } from '../../../renderer/features/edit-standard/edit/step.ts';
import { distribute, pointsClauses, standardSum } from '../../../renderer/features/edit-standard/edit/totals.ts';
import {
  indexOf,
  methodOf,
  toPack,
  toWork,
  type Key,
  type WorkPack,
} from '../../../renderer/features/edit-standard/edit/work-pack.ts';
import { begin, record, redo, undo } from '../../../renderer/features/edit-standard/history.ts';
import { methods } from '../../../shared/domain/standard/standard.ts';
import { mixedPack } from '../../support/mixed-pack.ts';

/** One random operation: every number picks among what is there at that moment. */
const operation = fc.record({
  kind: fc.constantFrom(
    'add-clause',
    'add-section',
    'add-chapter',
    'delete',
    'move-clauses',
    'move-sections',
    'move-chapters',
    'step-up',
    'step-down',
    'duplicate',
    'paste',
    'renumber',
    'recode',
    'method',
    'inherited',
    'score',
    'distribute',
  ),
  picks: fc.array(fc.nat(10_000), { minLength: 3, maxLength: 6 }),
});
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

const pick = <Each>(from: readonly Each[], at: number | undefined): Each | undefined =>
  from[(at ?? 0) % Math.max(from.length, 1)];

interface Done {
  readonly work: WorkPack;
  /** Clauses that the operation was meant to take away. */
  readonly deleted: ReadonlySet<Key>;
}

function perform(work: WorkPack, { kind, picks }: Operation): Done {
  const index = indexOf(work);
  const [clauses, sections, chapters] = [
    [...index.clauses.keys()],
    [...index.sections.keys()],
    [...index.chapters.keys()],
  ];
  const some = (keys: readonly Key[]) => new Set(picks.slice(1).flatMap((at) => pick(keys, at) ?? []));
  const any = (keys: readonly Key[], at = 0) => pick(keys, picks[at]) ?? 0;
  const all = [...clauses, ...clauses, ...sections, ...chapters];
  const kept = (next: WorkPack): Done => ({ work: next, deleted: new Set() });
  switch (kind) {
    case 'add-clause':
      return kept(addClause(work, any(sections), any(clauses, 1)).work);
    case 'add-section':
      return kept(addSection(work, any(chapters), any(sections, 1)).work);
    case 'add-chapter':
      return kept(addChapter(work, any(chapters)).work);
    case 'delete': {
      const keys = new Set([any(all)]);
      const next = takeOut(work, keys);
      const under = clauses.filter((key) => {
        const place = index.clauses.get(key);
        return keys.has(key) || keys.has(place?.section.key ?? 0) || keys.has(place?.chapter.key ?? 0);
      });
      return { work: next, deleted: new Set(under) };
    }
    case 'move-clauses':
      return kept(moveClauses(work, some(clauses), any(sections), any(clauses, 1)));
    case 'move-sections':
      return kept(moveSections(work, some(sections), any(chapters), any(sections, 1)));
    case 'move-chapters':
      return kept(moveChapters(work, some(chapters), any(chapters)));
    case 'step-up':
      return kept(step(work, some(clauses), -1));
    case 'step-down':
      return kept(step(work, new Set([any(all)]), 1));
    case 'duplicate':
      return kept(duplicate(work, new Set([any(all)])).work);
    case 'paste':
      return kept(pasteClauses(work, carriedClauses(work, some(clauses)), any(sections), any(clauses, 1)).work);
    case 'renumber':
      return kept(renumber(work, (picks[0] ?? 0) % 3 === 0 ? undefined : any([...sections, ...chapters])));
    case 'recode':
      return kept(setCode(work, any(all), pick([...codesIn(work).flat(), '7', 'K1', '一', ''], picks[1]) ?? ''));
    case 'method':
      return kept(setMethod(work, some(clauses), pick(methods, picks[0]) ?? 'graded'));
    case 'inherited':
      return kept(setInherited(work, any([...sections, ...chapters]), pick(methods, picks[1])));
    case 'score':
      return kept(setClauses(work, some(clauses), { points: ((picks[0] ?? 0) + 1) / 10 }));
    case 'distribute':
      return kept(distribute(work, undefined, ((picks[0] ?? 0) + 1) / 2));
  }
}

const textsOf = (work: WorkPack) =>
  [...indexOf(work).clauses.values()].flatMap(({ clause }) => Object.values(clause.requirements ?? {}).flat());
const codesIn = (work: WorkPack) => {
  const { clauses, sections, chapters } = indexOf(work);
  return [
    [...clauses.values()].map(({ clause }) => clause.code),
    [...sections.values()].map(({ section }) => section.code),
    [...chapters.values()].map(({ code }) => code),
  ];
};
const start = toWork(mixedPack('parts'));

describe('任意一串编辑', () => {
  test('没有删的条款一条不少，编号不重复，合计等于各条之和，条款的判定方式不因搬动而变', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 25 }), (operations) => {
        let work = start;
        for (const each of operations) {
          const before = indexOf(work).clauses;
          const methodsBefore = new Map([...before].map(([key, place]) => [key, methodOf(work, place)]));
          const { work: next, deleted } = perform(work, each);
          const after = indexOf(next).clauses;
          for (const key of before.keys()) expect(after.has(key), `${each.kind} ${key}`).toBe(!deleted.has(key));
          for (const codes of codesIn(next)) expect(new Set(codes).size, each.kind).toBe(codes.length);
          if (each.kind !== 'method' && each.kind !== 'inherited') {
            for (const [key, place] of after) {
              const method = methodsBefore.get(key);
              if (method !== undefined) expect(methodOf(next, place), each.kind).toBe(method);
            }
          }
          let sum = zero;
          for (const { clause, chapter } of after.values()) {
            if (clause.points === undefined || chapter.excludeFromRules === true) continue;
            sum = add(sum, parseRational(String(clause.points))!);
          }
          expect(compare(standardSum(next), sum)).toBe(0);
          work = next;
        }
      }),
      { numRuns: 150 },
    );
  });

  test('搬动、复制、重排编号、改判定方式不丢一个要点', () => {
    const quiet = operation.filter(({ kind }) => kind !== 'delete');
    fc.assert(
      fc.property(fc.array(quiet, { maxLength: 20 }), (operations) => {
        const work = operations.reduce((before, each) => perform(before, each).work, start);
        const left = textsOf(work);
        for (const text of new Set(textsOf(start))) {
          const count = (texts: readonly string[]) => texts.filter((each) => each === text).length;
          expect(count(left)).toBeGreaterThanOrEqual(count(textsOf(start)));
        }
      }),
      { numRuns: 80 },
    );
  });

  test('全部撤销回到原来，全部重做又是改后的样子', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 20 }), (operations) => {
        const original = structuredClone(toPack(start));
        let history = begin(start);
        for (const [at, each] of operations.entries()) {
          history = record(history, perform(history.present, each).work, { label: each.kind, at, group: undefined });
        }
        const changed = toPack(history.present);
        while (history.past.length > 0) history = undo(history);
        expect(toPack(history.present)).toEqual(original);
        while (history.future.length > 0) history = redo(history);
        expect(toPack(history.present)).toEqual(changed);
      }),
      { numRuns: 80 },
    );
  });

  test('重排两次与一次相同', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
        const work = operations.reduce((before, each) => perform(before, each).work, start);
        const once = renumber(work, undefined);
        expect(renumbering(once, undefined)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('平均分配的合计正好是要分的数', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), (tenths) => {
        const work = distribute(start, undefined, tenths / 10);
        const isShared = pointsClauses(start, undefined).length * 1 <= tenths * 100_000;
        if (isShared) expect(compare(standardSum(work), parseRational(String(tenths / 10))!)).toBe(0);
      }),
    );
  });
});

test('打进来的编号：空的、写法不对的、已有的都不收', () => {
  const [first, second] = [...indexOf(start).clauses.values()].map(({ clause }) => clause);
  const fault = (code: string) => codeFault(start, 'clause', first!.key, code);
  expect([fault(''), fault('1.1.'), fault('1 1'), fault('x'.repeat(41)), fault(second!.code)]).toEqual([
    'empty',
    'malformed',
    'malformed',
    'too-long',
    'taken',
  ]);
  expect(fault(first!.code)).toBeUndefined();
  expect(setCode(start, first!.key, second!.code)).toBe(start);
});
