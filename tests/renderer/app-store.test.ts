import { expect, test, vi } from 'vitest';
import { createAppStore, type AppDeps } from '../../renderer/app/app-store.ts';
import { CallError } from '../../renderer/app/call-error.ts';
import type { WorkspaceInfo, WorkspaceState } from '../../shared/contract/workspace.ts';
import type { RoundId } from '../../shared/domain/id.ts';
import { view } from './fixture.ts';

const workspace: WorkspaceInfo = {
  id: 'w' as WorkspaceInfo['id'],
  institution: '青山镇卫生院',
  type: '乡镇卫生院',
  folder: '/w',
  readOnlyBecause: undefined,
};
const round = (id: string, createdAt: string) => ({ ...view().round, id: id as RoundId, createdAt });
const rounds = [round('old', '2026-11-01T00:00:00Z'), round('new', '2026-11-02T00:00:00Z')];
const known: WorkspaceState = { workspace, rounds, recent: [], lastRound: 'old' as RoundId };
const refusal = (code: string) => new CallError({ code, message: '条款 1.1.1 的数据还没有保存。', details: [] });

function openApp(deps: Partial<AppDeps> = {}, state: () => WorkspaceState = () => known) {
  const loadRound = vi.fn(async () => undefined);
  const app = createAppStore({
    api: {
      'workspace.state': async () => state(),
      'workspace.close': async () => state(),
      'round.list': async () => rounds,
    },
    loadRound,
    beforeLeaving: async () => undefined,
    restart: async () => undefined,
    readAgain: async () => undefined,
    remedy: () => undefined,
    ...deps,
  });
  return { app, loadRound };
}

test('重开时回到上次所在的轮次，不是最新的', async () => {
  const { app, loadRound } = openApp();
  await app.getState().start();
  expect(loadRound).toHaveBeenCalledWith('old', undefined);
});

test('打开时修好了什么，说一声', async () => {
  const remark = 'workspace.json 已按数据库重新写好。';
  const { app } = openApp({}, () => ({ ...known, workspace: { ...workspace, remark } }));
  await app.getState().start();
  expect(app.getState().notices.map(({ text }) => text)).toEqual([remark]);
});

test('同样的通知只留一条，报错带着能做的事', () => {
  const run = () => undefined;
  const { app } = openApp({ remedy: (code) => (code === 'a/b' ? { label: '去看看', run } : undefined) });
  for (const code of ['a/b', 'a/b']) app.getState().fail(refusal(code));
  app.getState().notify('已附上');
  expect(app.getState().notices.map(({ text, action }) => [text, action?.label])).toEqual([
    ['条款 1.1.1 的数据还没有保存。', '去看看'],
    ['已附上', undefined],
  ]);
});

test('后台程序没了：不一条条弹通知；重新启动后重读这一轮，接着做', async () => {
  const readAgain = vi.fn(async () => undefined);
  const { app } = openApp({ readAgain });
  await app.getState().start();
  for (let turn = 0; turn < 3; turn++) app.getState().fail(refusal('app/backend-gone'));
  expect(app.getState()).toMatchObject({ backend: { isLost: true }, notices: [] });
  await app.getState().restartBackend();
  expect(readAgain).toHaveBeenCalledOnce();
  expect(app.getState().backend).toEqual({ isLost: false });
});

test('重新启动了却没有打开工作区：说明，仍然挡着', async () => {
  let state = known;
  const { app } = openApp({}, () => state);
  await app.getState().start();
  app.getState().loseBackend();
  state = { workspace: undefined, rounds: [], recent: [], lastRound: undefined };
  await app.getState().restartBackend();
  expect(app.getState().backend).toEqual({ isLost: true, failure: expect.stringContaining('没有打开') });
});
