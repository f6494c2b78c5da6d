import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../shared/domain/grade/grade.ts';
import {
  add,
  compare,
  divide,
  exactly,
  multiply,
  rational,
  whole,
  zero,
} from '../../../shared/domain/number/rational.ts';
import { pointsToScore, proposeScore, refuseScore, scorePoints } from '../../../shared/domain/points/propose-score.ts';
import { yesMarks } from '../../support/arbitraries.ts';

const full = fc.integer({ min: 1, max: 100_000 }).map((hundredths) => rational(BigInt(hundredths), 100n));
const decided = fc.array(fc.constantFrom<Mark>('met', 'partial', 'unmet', 'n/a'), { minLength: 1, maxLength: 9 });

describe('建议得分', () => {
  test.each<readonly [string, readonly (Mark | undefined)[], string | undefined]>([
    ['全部符合得满分', ['met', 'met', 'met'], '10'],
    ['部分符合得半份', ['met', 'partial', 'unmet'], '5'],
    ['三份里的一份，不舍去', ['met', 'unmet', 'unmet'], '10/3'],
    ['不适用的由其余平分', ['met', 'n/a', 'unmet'], '5'],
    ['还有未判定的没有建议', ['met', undefined], undefined],
    ['全部不适用没有建议', ['n/a', 'n/a'], undefined],
    ['没有要点没有建议', [], undefined],
  ])('%s', (_case, marks, score) => {
    expect(proposeScore(exactly('10'), marks)).toEqual(score === undefined ? undefined : exactly(score));
  });

  test('各份加起来正好是满分；不适用的离开，其余的份变大', () => {
    fc.assert(
      fc.property(full, fc.integer({ min: 1, max: 13 }), fc.nat(5), (score, count, exempt) => {
        const marks = (met: number): Mark[] => [
          ...Array.from({ length: count }, (_, at): Mark => (at === met ? 'met' : 'unmet')),
          ...Array.from({ length: exempt }, (): Mark => 'n/a'),
        ];
        const shares = Array.from({ length: count }, (_, at) => proposeScore(score, marks(at)) ?? zero);
        expect(shares.reduce(add, zero)).toEqual(score);
        for (const share of shares) expect(share).toEqual(divide(score, whole(count)));
      }),
    );
  });

  test('在零和满分之间；判定变好不会减分，部分符合正好一半', () => {
    fc.assert(
      fc.property(full, decided, fc.nat(), (score, marks, which) => {
        const proposal = proposeScore(score, marks);
        if (!proposal) return;
        expect(compare(proposal, zero)).toBeGreaterThanOrEqual(0);
        expect(compare(proposal, score)).toBeLessThanOrEqual(0);
        const at = which % marks.length;
        if (marks[at] === 'n/a') return;
        const [none, half, all] = (['unmet', 'partial', 'met'] as const).map(
          (mark) => proposeScore(score, marks.with(at, mark)) ?? zero,
        );
        expect(add(none!, all!)).toEqual(multiply(half!, whole(2)));
        expect(compare(all!, none!)).toBe(1);
      }),
    );
  });
});

test('自定得分优先；与建议不同才标出来', () => {
  expect(scorePoints('10', ['met', 'unmet'], '7')).toMatchObject({ score: exactly('7'), adjusted: true });
  expect(scorePoints('10', ['met', 'unmet'], '5.00')).toMatchObject({ score: exactly('5'), adjusted: false });
  expect(scorePoints('10', ['met', undefined], '0')).toMatchObject({
    score: zero,
    proposal: undefined,
    adjusted: true,
  });
  expect(scorePoints('10', ['met', undefined], undefined)).toMatchObject({ score: undefined, adjusted: false });
});

describe('能不能定这个分', () => {
  const scored = { full: exactly('2.5'), proposal: exactly('1.25') };
  test.each([
    ['2.5', '有理由', undefined],
    ['0', '有理由', undefined],
    ['1.25', '', undefined],
    ['1.3', ' ', 'reason-missing'],
    ['2.51', '有理由', 'above-full'],
    ['-0.01', '有理由', 'negative'],
    ['1.255', '有理由', 'too-precise'],
    ['1/3', '有理由', 'not-a-number'],
    ['两分', '有理由', 'not-a-number'],
    ['', '有理由', 'not-a-number'],
  ] as const)('%s（%s）', (text, reason, refusal) => expect(refuseScore(scored, text, reason)).toBe(refusal));

  test('没有建议时什么分都要理由', () => {
    expect(refuseScore({ full: exactly('2'), proposal: undefined }, '0', '')).toBe('reason-missing');
  });

  test('有理由时，正好是 0 到满分之间、至多两位小数的数', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 1500 }), full, (hundredths, limit) => {
        const text = `${hundredths < 0 ? '-' : ''}${Math.floor(Math.abs(hundredths) / 100)}.${String(Math.abs(hundredths) % 100).padStart(2, '0')}`;
        const isWithin = hundredths >= 0 && compare(rational(BigInt(hundredths), 100n), limit) <= 0;
        expect(refuseScore({ full: limit, proposal: undefined }, text, '理由') === undefined).toBe(isWithin);
      }),
    );
  });
});

test('补上说的那么多要点就够，少一个不够', () => {
  fc.assert(
    fc.property(yesMarks, full, fc.integer({ min: 0, max: 60 }), (marks, score, sixtieths) => {
      const wanted = multiply(score, rational(BigInt(sixtieths), 60n));
      if (!marks.some((mark) => mark !== 'n/a')) return;
      const needed = pointsToScore(marks, score, wanted);
      const gain = { met: 0, partial: 1, unmet: 2, 'n/a': 0 } as const;
      const order = marks
        .map((mark, at) => ({ at, gain: gain[mark ?? 'unmet'] }))
        .toSorted((left, right) => right.gain - left.gain);
      const after = (count: number) => {
        const lifted = new Set(order.slice(0, count).map(({ at }) => at));
        const now = marks.map((mark, at): Mark => (lifted.has(at) && mark !== 'n/a' ? 'met' : (mark ?? 'unmet')));
        return proposeScore(score, now) ?? zero;
      };
      expect(compare(after(needed), wanted)).toBeGreaterThanOrEqual(0);
      if (needed > 0) expect(compare(after(needed - 1), wanted)).toBe(-1);
    }),
  );
});
