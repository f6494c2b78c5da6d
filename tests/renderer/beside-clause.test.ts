import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { adoptAll, notYetUsed, quotationOf, withQuotation } from '../../renderer/features/beside-clause/adopt.ts';
import { isOfficialShown, rememberOfficial } from '../../renderer/features/beside-clause/official-shown.ts';
import type { Services } from '../../renderer/app/services.ts';
import type { Evidence } from '../../shared/domain/evidence/evidence.ts';
import { clauseId, roundId } from './fixture.ts';

const evidence = (id: string): Evidence => ({
  id: id as Evidence['id'],
  number: id,
  title: id,
  documentDate: '',
  validUntil: '',
  department: '',
  remark: '',
  files: [],
  usedBy: [],
});

test('已经用于本条的不再提供，几处提供的只算一份', () => {
  const [a, b] = [evidence('a'), evidence('b')];
  expect(notYetUsed([a, b, b], [a])).toEqual([b]);
  expect(notYetUsed([a], [a, b])).toEqual([]);
});

test('引用的说明写明出处，接在原有说明后面；已引用的和放不下的不再接', () => {
  const quotation = quotationOf(
    { roundTitle: '社区自评', note: ' 缺干手纸\n' },
    { standardTitle: '社区标准', code: '3.6.3' },
  );
  expect(quotation).toBe('【社区标准 3.6.3，社区自评】缺干手纸');
  expect(withQuotation('', quotation)).toBe(quotation);
  expect(withQuotation('现场已看\n', quotation)).toBe(`现场已看\n${quotation}`);
  expect(withQuotation(`前言\n${quotation}`, quotation)).toBeUndefined();
  expect(withQuotation('长'.repeat(32_767 - quotation.length), quotation)).toBeUndefined();
  expect(withQuotation('长'.repeat(32_766 - quotation.length), quotation)).toHaveLength(32_767);
});

/** Stores that count what is asked of them; `refused` is the evidence that cannot be taken. */
function services(refused?: string) {
  const notices: { text: string; action?: { run: () => void } }[] = [];
  const done: string[] = [];
  const round = createStore(() => ({
    open: { round: { id: roundId } },
    history: { undo: undefined as string | undefined, redo: undefined },
    undo: () => {
      done.push('undo');
      return Promise.resolve([]);
    },
  }));
  const store = createStore(() => ({
    reuse: (_clause: unknown, id: string) => {
      if (id === refused) return Promise.resolve(false);
      done.push(id);
      round.setState({ history: { undo: `引用 ${id}`, redo: undefined } });
      return Promise.resolve(true);
    },
  }));
  const app = createStore(() => ({
    notify: (text: string, more?: { action?: { run: () => void } }) => notices.push({ text, ...more }),
  }));
  return { notices, done, round, all: { evidence: store, round, app } as unknown as Services };
}

test('全部采用逐份进行，一个动作全部撤回', async () => {
  const { notices, done, all } = services();
  await adoptAll(all, clauseId('1.1'), [evidence('a'), evidence('b'), evidence('c')]);
  expect(done).toEqual(['a', 'b', 'c']);
  expect(notices[0]?.text).toBe('已采用 3 份佐证');
  notices[0]?.action?.run();
  await expect.poll(() => done.slice(3)).toEqual(['undo', 'undo', 'undo']);
});

test('其中一份不行就停下，之前的照样可以撤回', async () => {
  const { notices, done, all } = services('c');
  await adoptAll(all, clauseId('1.1'), [evidence('a'), evidence('b'), evidence('c'), evidence('d')]);
  expect(done).toEqual(['a', 'b']);
  expect(notices[0]?.text).toBe('已采用 2 份佐证');
});

test('采用之后又有改动：不去撤销别的', async () => {
  const { notices, done, round, all } = services();
  await adoptAll(all, clauseId('1.1'), [evidence('a'), evidence('b')]);
  round.setState({ history: { undo: '1.1 要点 1', redo: undefined } });
  notices[0]?.action?.run();
  await expect.poll(() => notices.at(-1)?.text).toContain('Ctrl+Z');
  expect(done).toEqual(['a', 'b']);
});

test('官方原文没人收起过就展开，收起以后记得', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  expect(isOfficialShown(storage)).toBe(true);
  rememberOfficial(storage, false);
  expect(isOfficialShown(storage)).toBe(false);
  rememberOfficial(storage, true);
  expect(isOfficialShown(storage)).toBe(true);
});
