import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { launch, temporaryProfile } from './app.ts';

test('评分时程序被强行结束：重开后，显示过已保存的都在', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  await page.getByText('打开示例').click();
  await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible({ timeout: 30_000 });
  // Notes are what a scorer sees saved: one after the other, and the last acknowledged one is remembered.
  const acknowledged = page.evaluate(async () => {
    const bridge = (
      window as unknown as { bridge: { call(name: string, input: unknown): Promise<{ ok: boolean; value: never }> } }
    ).bridge;
    const { rounds } = (await bridge.call('workspace.state', {})).value as { rounds: { id: string }[] };
    const roundId = rounds[0]!.id;
    const { states } = (await bridge.call('round.open', { roundId })).value as { states: { clauseId: string }[] };
    for (let turn = 0; ; turn++) {
      const reply = await bridge.call('assessment.note', {
        roundId,
        clauseId: states[0]!.clauseId,
        note: `第 ${turn} 次`,
      });
      if (reply.ok) document.title = String(turn);
    }
  });
  acknowledged.catch(() => undefined); // never ends: the process does
  await expect.poll(async () => Number(await page.title()), { timeout: 20_000 }).toBeGreaterThan(200);
  const seen = Number(await page.title());
  const child = app.process();
  child.kill('SIGKILL');
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit');

  const again = await launch(profile.folder);
  await expect(again.page.getByRole('listbox', { name: '条款列表' })).toBeVisible({ timeout: 30_000 });
  const note = await again.page.evaluate(async () => {
    const bridge = (window as unknown as { bridge: { call(name: string, input: unknown): Promise<{ value: never }> } })
      .bridge;
    const { rounds } = (await bridge.call('workspace.state', {})).value as { rounds: { id: string }[] };
    const view = (await bridge.call('round.open', { roundId: rounds[0]!.id })).value as { states: { note: string }[] };
    return view.states[0]!.note;
  });
  expect(Number(/\d+/.exec(note)?.[0])).toBeGreaterThanOrEqual(seen);
  await again.app.close();
  profile.remove();
});
