import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ImportRemark } from '../../../shared/contract/own-standard.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { CallError } from '../../../renderer/app/call-error.ts';
import { createCommands } from '../../../renderer/features/edit-standard/commands.ts';
import { setClauses, setHead } from '../../../renderer/features/edit-standard/edit/change-tree.ts';
import { setCode } from '../../../renderer/features/edit-standard/edit/recode.ts';
import { indexOf } from '../../../renderer/features/edit-standard/edit/work-pack.ts';
import { createEditStore } from '../../../renderer/features/edit-standard/edit-store.ts';
import { faultsOf } from '../../../electron/backend/own-standard/pack-faults.ts';
import { clauseCodes, clauseOf, keyOf, packOf, remarkOf } from './work-of.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refusal = new CallError({ code: 'disk/full', message: '磁盘已满', details: [] });

function open(
  pack: Pack = packOf({ '1.1': ['1.1.1', '1.1.2', '1.1.3'] }),
  isReadOnly = false,
  remarks: readonly ImportRemark[] = [],
) {
  const kept: Pack[] = [];
  const codes: unknown[] = [];
  const settled: unknown[] = [];
  const said: (readonly string[])[] = [];
  const disk = { isFull: false };
  let now = 0;
  const store = createEditStore({
    api: {
      'own.keep': ({ pack: given, remarkCodes }) => {
        if (disk.isFull) return Promise.reject(refusal);
        codes.push(remarkCodes);
        kept.push(structuredClone(given) as Pack);
        return Promise.resolve({ savedAt: '2026-11-22T06:03:00Z' });
      },
      'own.check': ({ pack: given }) => Promise.resolve(faultsOf(given)),
      'own.settle': ({ index, isSettled }) => {
        if (disk.isFull) return Promise.reject(refusal);
        settled.push([index, isSettled]);
        return Promise.resolve();
      },
    },
    begun: { id: pack.id, pack, remarks },
    published: undefined,
    isReadOnly,
    now: () => now,
  });
  const commands = createCommands(store, (_text, details) => said.push(details));
  const retitle = (title: string) =>
    store.getState().edit('修改名称', (work) => setHead(work, { title }), 'head:title');
  const work = () => store.getState().history.present;
  return { store, commands, kept, codes, settled, said, disk, retitle, work, later: (by: number) => (now += by) };
}

describe('自动保存', () => {
  test('停下片刻才存，存的是最后的样子', async () => {
    const { kept, retitle, store } = open();
    retitle('新');
    retitle('新标准');
    expect(store.getState().saving).toMatchObject({ isPending: true });
    await vi.advanceTimersByTimeAsync(300);
    expect(kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(kept.map(({ title }) => title)).toEqual(['新标准']);
    expect(store.getState().saving).toEqual({ isPending: false, savedAt: '2026-11-22T06:03:00Z', error: undefined });
  });

  test('离开时不等', async () => {
    const { kept, retitle, store } = open();
    retitle('新标准');
    expect(await store.getState().flush()).toBe(true);
    expect(kept).toHaveLength(1);
  });

  test('存不上就说明，一直重试，存上为止；期间的修改不丢', async () => {
    const { kept, retitle, store, disk } = open();
    disk.isFull = true;
    retitle('新标准');
    expect(await store.getState().flush()).toBe(false);
    expect(store.getState().saving).toMatchObject({ isPending: true, error: { message: '磁盘已满' } });
    retitle('新标准二');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(kept).toEqual([]);
    disk.isFull = false;
    await vi.advanceTimersByTimeAsync(3000);
    expect(kept.map(({ title }) => title)).toEqual(['新标准二']);
    expect(store.getState().saving).toMatchObject({ isPending: false, error: undefined });
  });

  test('离开以后还没有存上的，继续存，存上才算离开', async () => {
    const { kept, retitle, store, disk } = open();
    const left = vi.fn();
    disk.isFull = true;
    retitle('新标准');
    store.getState().leave(left);
    await vi.advanceTimersByTimeAsync(7000);
    expect(left).not.toHaveBeenCalled();
    disk.isFull = false;
    await vi.advanceTimersByTimeAsync(4000);
    expect(left).toHaveBeenCalledOnce();
    expect(kept).toHaveLength(1);
  });

  test('放弃以后不再存', async () => {
    const { kept, retitle, store } = open();
    retitle('新标准');
    store.getState().stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(kept).toEqual([]);
  });
});

describe('撤销', () => {
  test('一口气打的字是一步，停顿或离开后另起一步', () => {
    const { store, retitle, later, work } = open();
    retitle('甲');
    later(500);
    retitle('甲乙');
    later(5000);
    retitle('甲乙丙');
    store.getState().pause();
    retitle('甲乙丙丁');
    const titles = [];
    for (let step = 0; step < 4; step++) {
      store.getState().undo();
      titles.push(work().title);
    }
    expect(titles).toEqual(['甲乙丙', '甲乙', '试验标准', '试验标准']);
    store.getState().redo();
    expect(work().title).toBe('甲乙');
  });

  test('删除几条后撤销：条款回来，名目说清楚', () => {
    const { store, commands, work } = open();
    store.getState().select([keyOf(work(), '1.1.1'), keyOf(work(), '1.1.2')], {
      spot: keyOf(work(), '1.1.1'),
      anchor: undefined,
    });
    commands.remove();
    expect(clauseCodes(work())).toEqual(['1.1.3']);
    expect(store.getState().history.past.at(-1)?.label).toBe('删除 2 条条款');
    expect(store.getState().spot).toBe(keyOf(work(), '1.1.3'));
    store.getState().undo();
    expect(clauseCodes(work())).toEqual(['1.1.1', '1.1.2', '1.1.3']);
  });
});

describe('导入时的错误', () => {
  const twoRemarks = [remarkOf('1.1.2'), remarkOf('1.1.3')];

  test('改了编号仍是那一条，删了就说没有了，撤销回来；每次保存都带着现在的编号', async () => {
    const { store, commands, codes, work } = open(undefined, false, twoRemarks);
    store.getState().edit('修改编号', (before) => setCode(before, keyOf(before, '1.1.2'), '1.1.9'));
    await store.getState().flush();
    store.getState().show(keyOf(work(), '1.1.3'));
    commands.remove();
    await store.getState().flush();
    store.getState().undo();
    await store.getState().flush();
    expect(codes).toEqual([
      ['1.1.9', '1.1.3'],
      ['1.1.9', null],
      ['1.1.9', '1.1.3'],
    ]);
  });

  test('勾上马上看得到；没有存上就退回去，并说明原因', async () => {
    const { store, settled, disk } = open(undefined, false, twoRemarks);
    const states = () => store.getState().remarks.map(({ isSettled }) => isSettled);
    const settling = store.getState().settle(1, true);
    expect(states()).toEqual([false, true]);
    await settling;
    disk.isFull = true;
    await expect(store.getState().settle(0, true)).rejects.toBe(refusal);
    expect(states()).toEqual([false, true]);
    expect(settled).toEqual([[1, true]]);
  });
});

describe('命令', () => {
  test('添加在选中的后面并进入表单', () => {
    const { store, commands, work } = open();
    store.getState().show(keyOf(work(), '1.1.1'));
    commands.addBeside();
    expect(clauseCodes(work())).toEqual(['1.1.1', '1.1.4', '1.1.2', '1.1.3']);
    expect(store.getState()).toMatchObject({ spot: keyOf(work(), '1.1.4'), entering: 1 });
  });

  test('复制到别处：编号另给，原来的不动', () => {
    const { store, commands, work } = open(packOf({ '1.1': ['1.1.1'], '1.2': ['1.2.1'] }));
    store.getState().show(keyOf(work(), '1.1.1'));
    commands.copy();
    store.getState().show(keyOf(work(), '1.2.1'));
    commands.paste();
    expect(clauseCodes(work())).toEqual(['1.1.1', '1.2.1', '1.2.2']);
  });

  test('到了节的边上，接着移进隔壁的节', () => {
    const { store, commands, work } = open(packOf({ '1.1': ['1.1.1', '1.1.2'], '2.1': ['2.1.1'] }));
    store.getState().show(keyOf(work(), '1.1.2'));
    commands.step(1);
    const place = indexOf(work()).clauses.get(keyOf(work(), '1.1.2'))!;
    expect(place.section.code).toBe('2.1');
    expect(clauseCodes(work())).toEqual(['1.1.1', '1.1.2', '2.1.1']);
  });

  test('删除规则用到的章会说出来', () => {
    const pack = packOf({ '1.1': ['1.1.1'], '2.1': ['2.1.1'] });
    pack.targets[0]!.rules = [{ scope: 'chapter:2', grade: 'yes', atLeast: 1 }];
    const { store, commands, work, said } = open(pack);
    store.getState().show(work().chapters[1]!.key);
    commands.remove();
    expect(said).toEqual([['目标“达标”的第 1 条规则']]);
  });

  test('只读时什么也不改、不存', async () => {
    const { store, commands, work, kept, retitle } = open(undefined, true);
    const before = work();
    store.getState().show(keyOf(before, '1.1.1'));
    retitle('新');
    commands.remove();
    commands.addClause();
    commands.step(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(work()).toBe(before);
    expect(kept).toEqual([]);
  });
});

describe('要改正的', () => {
  test('真的检查结果落到各自的条款、节、章和标准信息上，用表单里的叫法', async () => {
    const pack = packOf({
      '1.1': [clauseOf('1.1.1', { title: '' }), clauseOf('1.1.2', { method: 'points' })],
      '2.1': [],
    });
    pack.totalPoints = 10;
    pack.targets[0]!.rules = [{ scope: 'chapter:9', grade: 'yes', atLeast: 1 }];
    const { store, work } = open(pack);
    await vi.advanceTimersByTimeAsync(500);
    const { faults = [] } = store.getState();
    const at = (message: RegExp) => faults.find((fault) => message.test(fault.message))?.spot;
    expect(at(/^条款 1\.1\.1 的标题为空$/u)).toBe(keyOf(work(), '1.1.1'));
    expect(at(/^条款 1\.1\.2 缺少满分$/u)).toBe(keyOf(work(), '1.1.2'));
    expect(at(/^节 2\.1 没有条款$/u)).toBe([...indexOf(work()).sections.values()][1]!.section.key);
    expect(at(/^目标 pass 的第 1 条规则的范围“chapter:9”没有这个范围$/u)).toBe('targets');
    expect(faults.every(({ message }) => !/title|points|scope|clauses/u.test(message))).toBe(true);
  });

  test('改好就没有了', async () => {
    const { store, retitle } = open();
    retitle('');
    await vi.advanceTimersByTimeAsync(500);
    expect(store.getState().faults).toEqual([{ spot: 'head', message: '标题为空' }]);
    retitle('好');
    await vi.advanceTimersByTimeAsync(500);
    expect(store.getState().faults).toEqual([]);
  });
});

describe('撤销不在看不见的地方发生', () => {
  test('跳到变了的条款；正看着的就在其中，则不动', () => {
    const { store, work, retitle } = open();
    const core = (code: string) =>
      store.getState().edit('核心', (before) => setClauses(before, new Set([keyOf(before, code)]), { core: true }));
    store.getState().show(keyOf(work(), '1.1.1'));
    core('1.1.1');
    store.getState().show(keyOf(work(), '1.1.3'));
    store.getState().undo();
    expect(store.getState().spot).toBe(keyOf(work(), '1.1.1'));
    store
      .getState()
      .edit('都是核心', (before) => setClauses(before, new Set(indexOf(before).clauses.keys()), { core: true }));
    store.getState().show(keyOf(work(), '1.1.3'));
    store.getState().undo();
    expect(store.getState().spot).toBe(keyOf(work(), '1.1.3'));
    retitle('新');
    store.getState().undo();
    expect(store.getState().spot).toBe('head');
  });
});
