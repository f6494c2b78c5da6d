import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createOwnStandards } from '../../../electron/backend/own-standard/own-standards.ts';
import { openWorkspace } from '../../../electron/backend/workspace/open-workspace.ts';
import { createSession } from '../../../electron/backend/workspace/session.ts';
import type { RoundView } from '../../../shared/contract/round.ts';
import type { RoundId } from '../../../shared/domain/id.ts';
import {
  clauseOf,
  createWorkspace,
  startBackend,
  temporaryFolder,
  workspaceFolderOf,
  type TestBackend,
} from '../../support/backend.ts';
import { ownPack, ownPackId, publish, startOwnRound } from '../../support/own-round.ts';

let folder: string;
let backend: TestBackend;
let roundId: RoundId;
beforeEach(async () => {
  folder = temporaryFolder();
  backend = startBackend(folder);
  await createWorkspace(backend, folder);
  roundId = await startOwnRound((name, input) => backend.ask(name, input));
});

const open = () => backend.ask('round.open', { roundId });
const move = (leave: string[] = [], packId = ownPackId) =>
  backend.ask('edition.move', { roundId, packId, targetId: 'pass', leave });
const undo = () => backend.ask('assessment.undo', { roundId });
const redo = () => backend.ask('assessment.redo', { roundId });
const stateIn = (view: RoundView, code: string) => {
  const { id } = clauseOf(view, code);
  const state = view.states.find(({ clauseId }) => clauseId === id);
  if (!state) throw new Error(`no state of ${code}`);
  return state;
};
/** Marks by tier and place, so that two editions can be compared. */
const marksIn = (view: RoundView, code: string) =>
  Object.fromEntries(
    Object.entries(stateIn(view, code).marks).map(([id, mark]) => [id.slice(id.lastIndexOf('/') + 1), mark]),
  );

async function restart(): Promise<void> {
  backend.close();
  backend = startBackend(folder);
  await backend.ask('workspace.open', { folder: backend.grant(workspaceFolderOf(folder)) });
}

const openDatabase = () => new Database(path.join(workspaceFolderOf(folder), 'dabiao.db'));

/** Every row of the tables, but for where the scorer is. */
function rowsOf(without: readonly string[] = []): Record<string, unknown[]> {
  const db = openDatabase();
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1`)
    .pluck()
    .all()
    .filter((name) => !without.includes(name) && !name.includes('search'));
  const rows = Object.fromEntries(tables.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all()]));
  db.close();
  return rows;
}

describe('对照', () => {
  test('每条的变化、带来什么、留下什么', async () => {
    const seen = await backend.ask('edition.compare', { roundId, packId: ownPackId });
    expect([seen.from.edition, seen.to.edition, seen.isSame, seen.targetId]).toEqual(['2025', '2026', false, 'pass']);
    expect(seen.changes.kept.map(({ kind, from, to }) => `${kind} ${from.code} ${to.code}`)).toEqual([
      'same 1.1 1.1',
      'reworded 1.2 1.2',
      'moved 1.3 2.1',
      'renamed 1.4 2.2',
      'reworded 1.6 1.6',
      'reworded 1.7 1.7',
    ]);
    expect(seen.changes.added.map(({ code }) => code)).toEqual(['1.5']);
    expect([seen.from.revision, seen.to.revision]).toEqual([1, 2]);
    const none = { marks: 0, marksLeft: 0, evidence: 0, own: {}, hasMore: false, ownLeft: false, moreLeft: false };
    expect(seen.carried).toEqual([
      { ...none, code: '1.1', marks: 3 },
      { ...none, code: '1.2', marks: 3, evidence: 2, hasMore: true },
      { ...none, code: '2.1', own: { grade: 'E' } },
      { ...none, code: '2.2', marks: 2, own: { grade: 'B' } },
      { ...none, code: '1.6', marksLeft: 2, hasMore: true, ownLeft: true },
      { ...none, code: '1.7', hasMore: true },
    ]);
    expect(seen.left).toEqual([
      { code: '1.5', title: '纸质登记本管理', marks: 2, evidence: 1, own: {}, hasMore: false },
    ]);
    expect(seen.texts.from.find(({ code }) => code === '1.6')?.fullScore).toBe('10');
    expect(seen.texts.to.find(({ code }) => code === '1.6')?.fullScore).toBe('20');
    expect(await backend.ask('round.open', { roundId })).toMatchObject({
      round: { standardTitle: '院感管理考核标准' },
    });
  });

  test('只看不改：对照以后一行都没有变', async () => {
    const before = rowsOf();
    await backend.ask('edition.compare', { roundId, packId: ownPackId });
    await backend.ask('edition.compare', { roundId, packId: 'jcx-township-2022' });
    expect(rowsOf()).toEqual(before);
  });
});

describe('转到新版', () => {
  test('结果跟着条款走，分值变了、得分是自定的条款从待评开始，取消的条款离开', async () => {
    const view = await move();
    expect(view).toMatchObject({ standard: { edition: '2026' }, settings: { targetId: 'pass' } });
    expect(marksIn(view, '1.1')).toEqual({ C1: 'met', C2: 'met', B1: 'met' });
    expect(marksIn(view, '1.2')).toEqual({ C1: 'unmet', C2: 'met', B1: 'met' });
    expect(stateIn(view, '1.2')).toMatchObject({ note: '走廊缺一处洗手池', leadDepartment: '院感科' });
    expect(stateIn(view, '1.2').evidence.map(({ title, number }) => [title, number])).toEqual([
      ['手卫生制度', '1.2-01'],
      ['手卫生监测', '1.2-02'],
    ]);
    expect(stateIn(view, '1.2').evidence[0]?.usedBy).toEqual([
      expect.objectContaining({ roundId, clauseId: clauseOf(view, '1.2').id, code: '1.2' }),
    ]);
    expect(stateIn(view, '2.1').ownGrade).toBe('E');
    expect(stateIn(view, '2.2')).toMatchObject({ ownGrade: 'B', reason: '考核合格率达标' });
    expect(stateIn(view, '1.5')).toMatchObject({ marks: {}, evidence: [], leadDepartment: '院感科' });
    expect(stateIn(view, '1.6')).toMatchObject({ ownScore: undefined, reason: '', note: '原评 7/10：隔离标识缺失' });
    expect(marksIn(view, '1.6')).toEqual({});
    expect(stateIn(view, '1.7')).toMatchObject({
      ownTarget: '0.75',
      figures: [{ period: '2026-01', numerator: '85', denominator: '100' }],
    });
    expect(view.position).toBe(clauseOf(view, '2.1').id);
    expect(view.settings.plan).toEqual({ [clauseOf(view, '1.2').id]: 'C' });
    // 1.1 A, 1.2 D, 2.1 不适用, 2.2 B, 1.5 unscored: two of four; 1.6 is to be scored again.
    expect(view.verdict.rules[0]).toMatchObject({ count: 2, denominator: 4 });
    expect(view.verdict.total).toEqual({ score: '0.00', full: '20' });
    expect(view.history).toEqual({ undo: '转到新版 2026', redo: undefined });
  });

  test('不带入的条款从空白开始', async () => {
    const view = await move(['1.2', '2.2']);
    for (const code of ['1.2', '2.2']) {
      expect(stateIn(view, code)).toMatchObject({ marks: {}, note: '', evidence: [], ownGrade: undefined });
    }
    expect(marksIn(view, '1.1')).toEqual({ C1: 'met', C2: 'met', B1: 'met' });
    expect(view.settings.plan).toEqual({});
  });

  test('本轮改过的规则：新版还用得上的留着，用不上的回到新版自己的', async () => {
    const view = await move();
    expect(view.settings.targets.map(({ id, edited }) => [id, edited])).toEqual([
      ['pass', true],
      ['excellent', false],
    ]);
    await undo();
    const back = await open();
    expect(back.settings.targets.map(({ id, edited }) => [id, edited])).toEqual([
      ['pass', true],
      ['good', true],
    ]);
  });

  test('撤销回到原样，重做又到新版，重启以后也一样', async () => {
    const before = await open();
    const after = await move();
    await restart();
    expect(await open()).toEqual(after);
    const undone = await undo();
    expect(undone).toMatchObject({ moved: true, history: { redo: '转到新版 2026' } });
    expect(await open()).toEqual({ ...before, history: { ...before.history, redo: '转到新版 2026' } });
    await restart();
    expect(await open()).toEqual({ ...before, history: { ...before.history, redo: '转到新版 2026' } });
    expect(await redo()).toMatchObject({ moved: true });
    expect(await open()).toEqual(after);
    await restart();
    expect(await open()).toEqual(after);
  });

  test('在新版里做的和以前做的，一步一步都撤得回来、重做得出来', async () => {
    const steps = [await open()];
    await move();
    steps.push(await open());
    const at = { roundId, clauseId: clauseOf(steps[1] as RoundView, '1.5').id };
    await backend.ask('assessment.note', { ...at, note: '新条款' });
    steps.push(await open());
    const plain = ({ history: _history, ...view }: RoundView) => view;
    await undo();
    expect(plain(await open())).toEqual(plain(steps[1] as RoundView));
    await undo();
    expect(plain(await open())).toEqual(plain(steps[0] as RoundView));
    await undo();
    expect((await open()).settings.targets.map(({ edited }) => edited)).toEqual([true, false]);
    await redo();
    await redo();
    await redo();
    expect(plain(await open())).toEqual(plain(steps[2] as RoundView));
  });

  test('转过去又转回来，逐步撤销还是最初的结果', async () => {
    const first = await open();
    await move();
    await backend.ask('assessment.note', {
      roundId,
      clauseId: clauseOf(await open(), '1.2').id,
      note: '新版里改过的说明',
    });
    // The first edition's content comes back as a third revision: its rows lie there already.
    await publish((name, input) => backend.ask(name, input), ownPack('first'));
    const back = await move();
    expect(back.standard.id).toBe(first.standard.id);
    expect(stateIn(back, '1.2').note).toBe('新版里改过的说明');
    expect(stateIn(back, '1.5')).toMatchObject({ marks: {}, evidence: [] });
    await undo();
    await undo();
    await undo();
    const { states, settings } = await open();
    expect([states, settings]).toEqual([first.states, first.settings]);
    await redo();
    await redo();
    await redo();
    expect((await open()).states).toEqual(back.states);
  });

  test('撤销以后改了再转，用的是新改的', async () => {
    await move();
    await undo();
    const view = await open();
    await backend.ask('assessment.note', { roundId, clauseId: clauseOf(view, '1.2').id, note: '又改了' });
    await backend.ask('assessment.mark', {
      roundId,
      clauseId: clauseOf(view, '1.1').id,
      marks: clauseOf(view, '1.1').points.map(({ id: pointId }) => ({ pointId, mark: null })),
    });
    const moved = await move();
    expect(stateIn(moved, '1.2').note).toBe('又改了');
    expect(stateIn(moved, '1.1').marks).toEqual({});
  });

  test('转到同一版只改目标', async () => {
    await move();
    const before = await open();
    const view = await backend.ask('edition.move', { roundId, packId: ownPackId, targetId: 'excellent', leave: [] });
    expect(view.states).toEqual(before.states);
    expect(view.settings.targetId).toBe('excellent');
    expect(view.history.undo).toBe('目标改为优良');
  });

  test('转到另一个标准也可以，证据编号不变', async () => {
    const { texts, changes } = await backend.ask('edition.compare', { roundId, packId: 'jcx-township-2022' });
    expect(changes.kept.length + changes.added.length).toBe(texts.to.length);
    const view = await backend.ask('edition.move', {
      roundId,
      packId: 'jcx-township-2022',
      targetId: 'recommended',
      leave: [],
    });
    expect(view.standard.packId).toBe('jcx-township-2022');
    await undo();
    expect(stateIn(await open(), '1.2').evidence.map(({ number }) => number)).toEqual(['1.2-01', '1.2-02']);
  });
});

describe('离开的条款', () => {
  test('它们的佐证不再算被本轮使用，撤销以后又算', async () => {
    const names = async () => (await backend.ask('evidence.find', { text: '' })).map(({ title }) => title).toSorted();
    const all = ['手卫生制度', '手卫生监测', '登记本照片'].toSorted();
    expect(await names()).toEqual(all);
    await move();
    expect(await names()).toEqual(['手卫生制度', '手卫生监测'].toSorted());
    const [photo] = await backend.ask('evidence.find', { text: '登记本' });
    expect(photo?.usedBy).toEqual([]);
    await undo();
    expect(await names()).toEqual(all);
  });

  test('按佐证搜索只找到现在这版的条款', async () => {
    const search = () => backend.ask('assessment.search', { roundId, text: '监测' });
    await move();
    const view = await open();
    const ids = new Set<string>(view.states.map(({ clauseId }) => clauseId));
    const found = await search();
    expect(found).toContain(clauseOf(view, '1.2').id);
    expect(found.every((id) => ids.has(id))).toBe(true);
  });
});

describe('不能转的时候', () => {
  test('归档的轮次拒绝，一行都没有变', async () => {
    backend.close();
    const db = openDatabase();
    db.prepare('UPDATE round SET archived_at = ? WHERE id = ?').run('2026-11-22T00:00:00Z', roundId);
    db.close();
    await restart();
    const before = rowsOf();
    const input = { roundId, packId: ownPackId, targetId: 'pass', leave: [] };
    expect(await backend.refusal('edition.move', input)).toMatchObject({ code: 'round/archived' });
    expect(await backend.refusal('assessment.undo', { roundId })).toMatchObject({ code: 'round/archived' });
    expect(rowsOf()).toEqual(before);
  });

  test('没有的目标、没有的标准、没有的轮次都说清楚', async () => {
    const input = { roundId, packId: ownPackId, targetId: 'pass', leave: [] };
    const before = rowsOf();
    expect(await backend.refusal('edition.move', { ...input, targetId: 'good' })).toMatchObject({
      code: 'standard/target-not-found',
    });
    expect(await backend.refusal('edition.move', { ...input, packId: 'nothing' })).toMatchObject({
      code: 'standard/not-found',
    });
    expect(await backend.refusal('edition.move', { ...input, roundId: 'x' as RoundId })).toMatchObject({
      code: 'round/not-found',
    });
    expect(rowsOf()).toEqual(before);
  });

  test('写到哪张表失败都什么也没变，再转一次就成', async () => {
    const view = await open();
    const before = rowsOf();
    const db = openDatabase();
    const input = { roundId, packId: ownPackId, targetId: 'pass', leave: [] };
    const tables = [
      'standard',
      'point',
      'clause_state',
      'point_mark',
      'indicator_figure',
      'evidence_use',
      'change_log',
    ];
    for (const table of tables) {
      db.exec(`CREATE TRIGGER stop BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'stopped'); END`);
      expect(await backend.refusal('edition.move', input)).toMatchObject({ code: 'app/unexpected' });
      db.exec('DROP TRIGGER stop');
      expect(rowsOf()).toEqual(before);
      expect(await open()).toEqual(view);
    }
    db.close();
    expect((await move()).standard.edition).toBe('2026');
  });

  test('撤销时写不进去，还在新版里', async () => {
    const after = await move();
    const db = openDatabase();
    db.exec(`CREATE TRIGGER stop BEFORE INSERT ON change_log BEGIN SELECT RAISE(ABORT, 'stopped'); END`);
    expect(await backend.refusal('assessment.undo', { roundId })).toMatchObject({ code: 'app/unexpected' });
    db.exec('DROP TRIGGER stop');
    db.close();
    expect(await open()).toEqual(after);
    await undo();
    expect((await open()).standard.edition).toBe('2025');
  });
});

test('转走以后，还拿着旧版的操作不会写进旧版', async () => {
  backend.close();
  const session = createSession(
    openWorkspace(workspaceFolderOf(folder), new Date(0), { program: '测试' }),
    () => new Date(0),
    '测试',
  );
  onTestFinished(() => session.close());
  const stale = session.round(roundId);
  const own = createOwnStandards(session.workspace.db).get(ownPackId);
  if (!own) throw new Error('no own standard');
  await session.standards.keep(own.standard);
  const after = { standardId: own.standard.id, targetId: stale.edition.targetId, position: null };
  stale.apply('do', '转到新版', [{ on: 'standard', before: stale.edition, after }]);
  const [clauseId] = [...stale.clauses.keys()];
  if (!clauseId) throw new Error('no clause');
  const note = { on: 'note', clauseId, before: '', after: '迟到的说明' } as const;
  expect(() => stale.apply('do', '说明', [note])).toThrow('刚刚转到了另一版标准');
  expect(session.round(roundId).standard.id).toBe(own.standard.id);
});

test('旧版的每一行都留着：转走以后只多不改', async () => {
  const before = rowsOf();
  await move();
  const after = rowsOf();
  for (const table of ['clause_state', 'point_mark', 'evidence_use', 'indicator_figure', 'standard', 'evidence']) {
    expect(after[table]).toEqual(expect.arrayContaining(before[table] ?? []));
  }
});
