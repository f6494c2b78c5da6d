import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import {
  adoptAll,
  notYetUsed,
  offerWords,
  quotationOf,
  withQuotation,
} from '../../renderer/features/beside-clause/adopt.ts';
import { isUnfolded, rememberUnfolded } from '../../renderer/features/beside-clause/unfolded.ts';
import { withoutWording } from '../../renderer/features/beside-clause/without-wording.ts';
import type { Services } from '../../renderer/app/services.ts';
import type { LinkedClause } from '../../shared/contract/clause-link.ts';
import type { Evidence } from '../../shared/domain/evidence/evidence.ts';
import { bareEvidence } from '../support/evidence.ts';
import { clauseId, roundId } from './fixture.ts';

test('已经用于本条的不再提供，几处提供的只算一份', () => {
  const [a, b] = [bareEvidence('a'), bareEvidence('b')];
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
  await adoptAll(all, clauseId('1.1'), [bareEvidence('a'), bareEvidence('b'), bareEvidence('c')]);
  expect(done).toEqual(['a', 'b', 'c']);
  expect(notices[0]?.text).toBe('已采用 3 份佐证');
  notices[0]?.action?.run();
  await expect.poll(() => done.slice(3)).toEqual(['undo', 'undo', 'undo']);
});

test('其中一份不行就停下，之前的照样可以撤回', async () => {
  const { notices, done, all } = services('c');
  await adoptAll(all, clauseId('1.1'), [bareEvidence('a'), bareEvidence('b'), bareEvidence('c'), bareEvidence('d')]);
  expect(done).toEqual(['a', 'b']);
  expect(notices[0]?.text).toBe('已采用 2 份佐证');
});

test('采用之后又有改动：不去撤销别的', async () => {
  const { notices, done, round, all } = services();
  await adoptAll(all, clauseId('1.1'), [bareEvidence('a'), bareEvidence('b')]);
  round.setState({ history: { undo: '1.1 要点 1', redo: undefined } });
  notices[0]?.action?.run();
  await expect.poll(() => notices.at(-1)?.text).toContain('Ctrl+Z');
  expect(done).toEqual(['a', 'b']);
});

test('官方原文起先展开，关联条款起先只有一行；各自记得', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  expect([isUnfolded(storage, 'official'), isUnfolded(storage, 'linked')]).toEqual([true, false]);
  rememberUnfolded(storage, 'official', false);
  expect([isUnfolded(storage, 'official'), isUnfolded(storage, 'linked')]).toEqual([false, false]);
  rememberUnfolded(storage, 'linked', true);
  expect([isUnfolded(storage, 'official'), isUnfolded(storage, 'linked')]).toEqual([false, true]);
});

test('收着的关联条款说得出有几份佐证可用，几轮里的同一份只算一份', () => {
  const [a, b] = [bareEvidence('a'), bareEvidence('b')];
  const linked = (note: string, ...lists: readonly (readonly Evidence[])[]) =>
    ({ rounds: lists.map((each) => ({ evidence: each, note })) }) as unknown as LinkedClause;
  expect(offerWords([linked('', [a], [a, b]), linked('', [b])], [])).toBe('可用佐证 2 份');
  expect(offerWords([linked('', [a, b])], [a])).toBe('可用佐证 1 份');
  expect(offerWords([linked('', [a])], [a])).toBe('佐证都已用于本条');
  expect(offerWords([linked('缺干手纸', [])], [])).toBe('有说明可引用');
  expect(offerWords([linked(' ', [])], [])).toBe('还没有佐证');
  expect(offerWords([], [])).toBe('本条没有');
});

test('没有官方原文的条款：文件里有这个编号而没有覆上的，不说成没有', () => {
  const left = withoutWording({ kind: 'left', officialTitle: '另一回事', source: '正式稿.docx' }, '3.6.4');
  expect(left).toContain('“正式稿.docx”里编号 3.6.4 的条款名称是“另一回事”，导入时没有覆上');
  expect(withoutWording({ kind: 'none' }, '3.6.4')).toBe('覆上的官方文件里没有对上这一条（按编号 3.6.4 对照）。');
});
