import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAtLeast } from '../../../shared/domain/grade/grade.ts';
import { pointsToMeet, suggestGrade } from '../../../shared/domain/grade/suggest-grade.ts';
import { tiers } from '../../../shared/domain/standard/standard.ts';
import { points } from '../../support/arbitraries.ts';
import { met, notApplicable, partial, unmarked, unmet } from '../../support/points.ts';

describe('建议等级', () => {
  test.each([
    ['C、B、A 都达到 → A', [met('C'), met('B'), met('A')], 'A'],
    ['C、B 达到，A 部分符合 → B', [met('C'), met('B'), partial('A')], 'B'],
    ['只达到 C → C', [met('C'), unmet('B'), met('A')], 'C'],
    ['C 级有一项不符合 → D', [unmet('C'), met('B')], 'D'],
    ['C 级部分符合也是 D', [partial('C'), met('C')], 'D'],
    ['不适用的要点不参与评级', [met('C'), notApplicable('B')], 'B'],
    ['C 级还没判完 → 没有建议', [met('C'), unmarked('C')], undefined],
    ['C 级一项不符合、一项未判 → 仍没有建议', [unmet('C'), unmarked('C')], undefined],
    ['B 级未判不算达到', [met('C'), unmarked('B')], 'C'],
    ['没有 B 级要点时直接看 A', [met('C'), met('A')], 'A'],
    ['不高于有要点的最高一级', [met('C'), met('B')], 'B'],
    ['没有 C 级要点则通过，B 未达到 → C', [unmet('B')], 'C'],
    ['没有 C 级要点，一个也没判 → 没有建议', [unmarked('B'), unmarked('A')], undefined],
    ['没有要点 → 没有建议', [], undefined],
  ] as const)('%s', (_rule, judged, grade) => expect(suggestGrade(judged).grade).toBe(grade));

  test('说明是哪几个要点拦住了上一级，编号跨级连续', () => {
    const { hindrance } = suggestGrade([met('C'), met('C'), partial('B'), met('B'), unmarked('B')]);
    expect(hindrance).toEqual({
      tier: 'B',
      open: [
        { number: 3, mark: 'partial' },
        { number: 5, mark: undefined },
      ],
    });
  });
});

/** From worse to better; a point that does not apply is left out of the comparison. */
const ladder = [undefined, 'unmet', 'partial', 'met'] as const;

test('判定变好，建议等级不会变低', () => {
  fc.assert(
    fc.property(points, fc.nat(), fc.nat(), (judged, which, step) => {
      const at = judged.length === 0 ? -1 : which % judged.length;
      const point = judged[at];
      if (!point || point.mark === 'n/a') return;
      const rung = ladder.indexOf(point.mark);
      const better = ladder[Math.min(ladder.length - 1, rung + 1 + (step % 3))];
      const before = suggestGrade(judged).grade;
      const after = suggestGrade(judged.with(at, { ...point, mark: better })).grade;
      if (before !== undefined) expect(after !== undefined && isAtLeast(after, before)).toBe(true);
    }),
  );
});

test('还差的要点都符合之后，正好到那一级', () => {
  fc.assert(
    fc.property(points, fc.constantFrom(...tiers), (judged, wanted) => {
      if (!judged.some((point) => point.tier === wanted)) return;
      const lifted = judged.map((point) =>
        tiers.indexOf(point.tier) <= tiers.indexOf(wanted) && point.mark !== 'n/a' ? met(point.tier) : point,
      );
      const grade = suggestGrade(lifted).grade;
      expect(grade !== undefined && isAtLeast(grade, wanted)).toBe(true);
      expect(pointsToMeet(lifted, wanted)).toBe(0);
      const changed = judged.filter((point, index) => point.mark !== lifted[index]?.mark).length;
      expect(pointsToMeet(judged, wanted)).toBe(changed);
    }),
  );
});
