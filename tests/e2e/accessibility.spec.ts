import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { answerDialogs, launch, temporaryProfile } from './app.ts';

/** Light and dark: nothing that shuts somebody out. */
async function checkScreen(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(250); // colours that fade over are neither one nor the other
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const grave = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })));
    expect.soft(grave, `${screen}, ${colorScheme}`).toEqual([]);
  }
}

test('每个画面，浅色和深色，都没有严重的无障碍问题', async () => {
  test.setTimeout(180_000); // every screen is looked through twice
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  const button = (name: string | RegExp) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

  await expect(button(/^新建工作区/)).toBeVisible();
  await checkScreen(page, '开始');

  const folder = path.join(profile.folder, '青山镇卫生院');
  mkdirSync(folder);
  await answerDialogs(app, { open: [folder] });
  await button(/^新建工作区/).click();
  await page.getByLabel('机构名称').fill('青山镇卫生院');
  await page.getByLabel('机构类型').click();
  await page.getByTitle('乡镇卫生院', { exact: true }).click();
  await button('选择空文件夹…').click();
  await checkScreen(page, '新建工作区');
  await button('新建').click();
  await page.getByTestId('standard-jcx-township-2022').click();
  await page.getByTestId('target-recommended').click();
  await checkScreen(page, '选择标准和目标');
  await button('关闭工作区').click();
  await expect(page.getByRole('region', { name: '最近打开' })).toBeVisible();
  await checkScreen(page, '开始，有最近打开');

  await button(/^打开示例/).click();
  await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('treeitem', { name: /3\.6/ }).click();
  await page.locator('[data-testid=clause-row][data-code="3.6.3"]').click();
  await checkScreen(page, '评分');

  await page.getByTestId('evidence-row').getByRole('button').first().click();
  await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
  await checkScreen(page, '预览');
  await page.keyboard.press('Escape');

  await button('佐证').click();
  await expect(page.getByRole('region', { name: '佐证登记' })).toBeVisible();
  await checkScreen(page, '佐证登记');

  await button('本轮标准').click();
  await expect(page.getByRole('region', { name: '标准', exact: true })).toBeVisible();
  await checkScreen(page, '标准');

  await button('标准库').click();
  await expect(page.getByRole('grid', { name: '标准' })).toBeVisible();
  await checkScreen(page, '标准库');
  await page.getByLabel('搜索标准和条款').fill('院感');
  await expect(page.getByRole('listbox', { name: '搜索结果' })).toBeVisible();
  await checkScreen(page, '标准库，搜索结果');
  await page.getByLabel('搜索标准和条款').fill('');
  await button('显示全部').click();
  await page.getByTestId('library-tier3-2022').click();
  await expect(page.getByTestId('reading')).toContainText('三级甲等');
  await checkScreen(page, '标准库，全文');

  await button('目标').click();
  await expect(page.getByTestId('compare-row').first()).toBeVisible();
  await checkScreen(page, '目标对比');
  await page.getByRole('tab', { name: /修改规则/ }).click();
  await page.getByLabel('第 1 条规则的要求').fill('一半');
  await checkScreen(page, '修改规则');
  await button('放弃修改').click();
  await page.getByRole('tab', { name: /模拟/ }).click();
  await page.keyboard.press(' ');
  await checkScreen(page, '模拟提升');

  await button('导出评审工作簿').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await checkScreen(page, '导出');
  await page.keyboard.press('Escape');

  await button('按键').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await checkScreen(page, '按键');

  await app.close();
  profile.remove();
});
