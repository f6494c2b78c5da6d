import { expect, test } from 'vitest';
import { unsavedPlaces } from '../../renderer/features/checklist/unsaved-places.ts';
import { clauseId } from './fixture.ts';

const [one, two] = [clauseId('1.1.1'), clauseId('1.1.2')];
const nothing = { failed: new Set<never>(), drafts: new Map(), scoreDrafts: new Map(), reasonDrafts: new Map() };
const figure = (fault?: string) => ({
  clauseId: two,
  period: '2026-Q1',
  numerator: '很多',
  denominator: undefined,
  fault,
  faultIn: undefined,
});

test('没有存上的每一处：说明、数据、得分、理由；等理由的得分算一处', () => {
  expect(unsavedPlaces(nothing, false)).toEqual([]);
  const places = unsavedPlaces(
    {
      failed: new Set([one]),
      drafts: new Map([['a', figure('分子“很多”不是数。')]]),
      scoreDrafts: new Map([[one, { text: '4', fault: undefined }]]),
      reasonDrafts: new Map([
        [one, { score: '4', text: '' }],
        [two, { grade: 'A', text: '县级' }],
      ]),
    },
    false,
  );
  expect(places).toEqual([
    { clauseId: one, what: 'note' },
    { clauseId: two, what: 'figure' },
    { clauseId: one, what: 'score' },
    { clauseId: two, what: 'reason' },
  ]);
});

test('正在存的数据不算没有保存，存不了的总算', () => {
  const counted = (draft: ReturnType<typeof figure>, isPending: boolean) =>
    unsavedPlaces({ ...nothing, drafts: new Map([['a', draft]]) }, isPending).length;
  expect([counted(figure(), true), counted(figure(), false), counted(figure('不是数'), true)]).toEqual([0, 1, 1]);
});
