import { expect, test, vi } from 'vitest';
import { createRoundStore } from '../../renderer/app/round-store.ts';
import { createChecklistStore } from '../../renderer/features/checklist/checklist-store.ts';
import { createFigureStore, draftKey } from '../../renderer/features/checklist/figure-store.ts';
import { keepDrafts } from '../../renderer/features/checklist/kept-drafts.ts';
import { createNoteStore } from '../../renderer/features/checklist/note-store.ts';
import type { Api } from '../../shared/contract/contract.ts';
import { change, clauseId, rateIndicator, roundApi, roundId, state, view, yesClause } from './fixture.ts';

const [points, graded, rate] = [clauseId('1.1.1'), clauseId('1.1.2'), clauseId('1.1.3')];
const clauses = [
  yesClause('1.1.1', 'points', 2, { fullScore: '5' }),
  { ...yesClause('1.1.2', 'checklist', 1), method: 'graded' as const },
  yesClause('1.1.3', 'indicator', 0, { indicator: rateIndicator }),
];
const unexpected = () => Promise.reject(new Error('not expected'));

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

async function openWindow(
  storage: ReturnType<typeof memory>,
  shown = clauses,
  note: Api['assessment.note'] = unexpected,
) {
  const score = vi.fn(async () => change(state('1.1.1', { ownScore: '4', reason: '复核' })));
  const round = createRoundStore(
    roundApi({
      'round.open': async () =>
        view(
          shown.map(({ code }) => state(code)),
          shown,
        ),
      'assessment.score': score,
      'assessment.note': note,
    }),
    () => undefined,
  );
  const results = createChecklistStore({
    api: { 'round.visit': async () => undefined, 'assessment.search': async () => [] },
    round,
    fail: () => undefined,
    beforeLeaving: async () => undefined,
  });
  const figures = createFigureStore({
    api: { 'assessment.figures': unexpected, 'assessment.ownTarget': unexpected },
    round,
  });
  const notes = createNoteStore(round);
  const bringBack = keepDrafts({ storage, round, results, figures, notes });
  await round.getState().load(roundId);
  return { results, figures, notes, bringBack };
}

test('窗口关掉再开：没写完的得分、理由和看不懂的数据都回来，存上后不再留', async () => {
  const storage = memory();
  const first = await openWindow(storage);
  first.results.getState().typeScore(points, '4');
  first.results.getState().submitScore(points);
  first.results.getState().askReason(graded, { grade: 'B' });
  first.results.getState().typeReason(graded, '县级检查');
  first.figures.getState().type(rate, '2016-Q1', 'numerator', '很多');
  await first.figures.getState().flush();

  const second = await openWindow(storage);
  expect(second.bringBack()).toEqual(['1.1.1', '1.1.2', '1.1.3']);
  expect(second.notes.getState().drafts.size).toBe(0);
  expect(second.results.getState().scoreDrafts.get(points)).toEqual({ text: '4', fault: undefined });
  expect(second.results.getState().reasonDrafts.get(graded)).toEqual({ grade: 'B', text: '县级检查' });
  expect(second.figures.getState().drafts.get(draftKey(rate, '2016-Q1'))).toMatchObject({
    numerator: '很多',
    denominator: undefined,
    fault: '分子“很多”不是数。',
  });
  expect(second.figures.getState().added.get(rate)).toEqual(['2016-Q1']);

  second.figures.getState().drop(rate, '2016-Q1');
  second.results.getState().dropReason(graded);
  expect(storage.kept.size).toBe(1);
  second.results.getState().giveReason(points, '复核');
  await second.results.getState().settleResults();
  expect(storage.kept.size).toBe(0);
});

test('留下的内容坏了或条款已不在，就放下，不打扰', async () => {
  const storage = memory();
  storage.setItem(`drafts/${roundId}`, '{"scores":[["s/9.9.9",{"text":"4"}],7],"reasons":{},"figures":[null]}');
  const { bringBack, results } = await openWindow(storage);
  expect(bringBack()).toEqual([]);
  expect(results.getState().scoreDrafts.size).toBe(0);
  expect(storage.kept.size).toBe(0);
  storage.setItem(`drafts/${roundId}`, '{不是 JSON');
  expect(bringBack()).toEqual([]);
});

test('存不了的说明关掉再开还在，下一步就存上', async () => {
  const storage = memory();
  const first = await openWindow(storage);
  first.notes.getState().type(graded, '还没有说完');
  await first.notes.getState().flush();
  expect(first.notes.getState().failed.size).toBe(1);

  const note = vi.fn(async () => change(state('1.1.2', { note: '还没有说完' })));
  const second = await openWindow(storage, clauses, note);
  expect(second.bringBack()).toEqual([]);
  expect(second.notes.getState().drafts.get(graded)).toBe('还没有说完');
  await second.notes.getState().settle();
  expect(note).toHaveBeenCalledWith(expect.objectContaining({ clauseId: graded, note: '还没有说完' }));
  expect(storage.kept.size).toBe(0);
});
