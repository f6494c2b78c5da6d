import { expect, test, type Page } from '@playwright/test';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { ownPackId, startOwnRound } from '../support/own-round.ts';
import { launch, temporaryProfile } from './app.ts';
import { ask, checkLooks, newWorkspace } from './journey.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name });
const rows = (page: Page) => page.getByTestId('move-row');
const row = (page: Page, text: string | RegExp) => rows(page).filter({ hasText: text });
const selected = (page: Page) => page.locator('[data-testid=clause-row][aria-selected=true]');
const rule = (page: Page) => page.getByTestId('rule').first();

/** Marks of a clause as they are on disk, by the end of the point's id. */
async function marksOf(page: Page, roundId: string, code: string): Promise<Record<string, string>> {
  const view = await ask(page, 'round.open', { roundId: roundId as never });
  const clause = clausesOf(view.standard).find((each) => each.code === code);
  const state = view.states.find(({ clauseId }) => clauseId === clause?.id);
  return Object.fromEntries(
    Object.entries(state?.marks ?? {}).map(([id, mark]) => [id.slice(id.lastIndexOf('/') + 1), mark]),
  );
}

test('转到新版：对照、选带入的、转过去、撤销、重做、重开', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  await newWorkspace({ app, page }, profile.folder, '某某镇卫生院');
  const roundId = await startOwnRound((name, input) => ask(page, name, input));
  await page.reload();
  await expect(selected(page)).toContainText('1.3');

  await test.step('从轮次菜单打开，逐条对照', async () => {
    await button(page, /切换轮次/).click();
    await page.getByRole('menuitem', { name: /转到新版/ }).click();
    await expect(page.getByTestId('move-summary')).toHaveText('相同 1 · 改写 3 · 移号 1 · 更名 1 · 新增 1 · 取消 1');
    await expect(page.getByTestId(`move-to-${ownPackId}`)).toHaveAttribute('aria-current', 'true');
    await expect(rows(page)).toHaveCount(7);
    await expect(row(page, '手卫生管理')).toContainText('判定 3 · 佐证 2 · 说明等');
    await expect(row(page, '取消')).toContainText('离开本轮：判定 2 · 佐证 1');
    await expect(row(page, '新增')).toContainText('待评');
    await expect(page.getByRole('note')).toContainText('1 条已有结果');
    await tab(page, /未全带入/).click();
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('不带入 2 个判定、自评结果');
    await expect(rows(page)).toContainText('分值 10 → 20');
    await expect(page.getByRole('columnheader', { name: /^新：/ })).toHaveText('新：2026 版 · 修订 2');
    await tab(page, /^全部/).click();
    await checkLooks(page, '转到新版');
    await tab(page, /有变化/).click();
  });

  await test.step('键盘：上下移动看两版原文，空格不带入', async () => {
    const grid = page.getByRole('grid', { name: '条款对照' });
    await expect(grid).toBeFocused();
    await expect(page.getByRole('region', { name: '两版原文对照' })).toContainText('每月开展手卫生依从性监测并公示');
    await page.keyboard.press('j');
    await expect(row(page, '移号')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(row(page, '更名')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Space');
    await expect(row(page, '更名').getByRole('checkbox')).not.toBeChecked();
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await expect(row(page, '手卫生管理')).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('Esc 回到评分，什么都没有变', async () => {
    await page.keyboard.press('Escape');
    await expect(selected(page)).toContainText('1.3');
    expect(await marksOf(page, roundId, '1.4')).toEqual({ C1: 'met', B1: 'unmet' });
  });

  await test.step('Ctrl+Enter 转过去：结果和结论都跟着走，看过的位置也是', async () => {
    await button(page, /切换轮次/).click();
    await page.getByRole('menuitem', { name: /转到新版/ }).click();
    await expect(rows(page)).toHaveCount(7);
    await page.keyboard.press('Control+Enter');
    await expect(selected(page)).toContainText('2.1');
    await expect(page.getByRole('status').filter({ hasText: '可撤销' })).toContainText(
      '已转到“院感管理考核标准”2026 版',
    );
    expect(await marksOf(page, roundId, '1.2')).toEqual({ C1: 'unmet', C2: 'met', B1: 'met' });
    expect(await marksOf(page, roundId, '2.2')).toEqual({ C1: 'met', B1: 'unmet' });
    await expect(rule(page)).toContainText('50.0% / 60%');
  });

  await test.step('在新版里接着评，再一步一步撤销回旧版', async () => {
    await page.getByTestId('clause-row').filter({ hasText: '职业暴露防护' }).click();
    await page.keyboard.press('0');
    await expect.poll(() => marksOf(page, roundId, '1.5')).toEqual({ C1: 'met' });
    await page.keyboard.press('Control+z');
    await expect.poll(() => marksOf(page, roundId, '1.5')).toEqual({});
    await page.keyboard.press('Control+z');
    await expect(selected(page)).toContainText('1.3');
    expect(await marksOf(page, roundId, '1.5')).toEqual({ C1: 'met', B1: 'met' });
    await expect(page.getByTestId('clause-row').filter({ hasText: '纸质登记本管理' })).toBeVisible();
  });

  await test.step('重做又到新版，重开窗口还在', async () => {
    await page.keyboard.press('Control+y');
    await expect(selected(page)).toContainText('2.1');
    await page.reload();
    await expect(selected(page)).toContainText('2.1');
    expect(await marksOf(page, roundId, '1.2')).toEqual({ C1: 'unmet', C2: 'met', B1: 'met' });
  });

  await app.close();
  profile.remove();
});
