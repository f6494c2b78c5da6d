import { expect, test, type Page } from '@playwright/test';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { launch, temporaryProfile } from './app.ts';
import { ask, startRounds } from './journey.ts';

const strip = (page: Page) => page.getByRole('region', { name: '达标情况' });
const rule = (page: Page, at: number) => page.getByTestId('rule').nth(at);
const level = (page: Page) => page.getByTestId('verdict-target');
const editor = (page: Page, at: number) => page.getByTestId('rule-editor').nth(at);
const threshold = (page: Page, number: number) => page.getByLabel(`第 ${number} 条规则的要求`);
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const list = (page: Page) => page.getByRole('listbox', { name: '条款列表' });
const selected = (page: Page) => page.locator('[data-testid=clause-row][aria-selected=true]');

test.describe.configure({ mode: 'parallel' });

test('目标：对比、换目标、改规则、模拟提升；轮次之间一键切换', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  const [tier2] = await startRounds({ app, page }, profile.folder, [
    ['tier2-2012', '2a', '二级医院评审自评'],
    ['sanitary-town-2021', 'national', '卫生乡镇创建'],
  ]);

  await test.step('先评一些：第一章全部 C', async () => {
    const { standard } = await ask(page, 'round.open', { roundId: tier2 });
    for (const { id, chapter } of clausesOf(standard)) {
      if (chapter !== '1') continue;
      await ask(page, 'assessment.grade', { roundId: tier2, clauseId: id, grade: 'C', reason: '现场已看' });
    }
    await page.reload();
    await page.getByTestId('round-tab').first().click();
    await expect(rule(page, 0)).toContainText('9.3%');
    await expect(rule(page, 0)).toContainText('差 259 条');
  });

  await test.step('T 打开对比；设为本轮目标，一步撤销', async () => {
    await page.keyboard.press('t');
    await expect(page.getByTestId('compare-target')).toHaveCount(2);
    await expect(page.getByTestId('compare-row')).toHaveCount(6);
    await expect(page.getByTestId('compare-row').first()).toContainText(/9\.3%.*90%.*差 259 条.*80%.*差 227 条/);
    await expect(level(page)).toHaveText('二级甲等');
    await button(page, '设为本轮目标').click();
    await expect(level(page)).toHaveText('二级乙等');
    await expect(rule(page, 0)).toContainText('80%');
    await page.keyboard.press('Control+z');
    await expect(level(page)).toHaveText('二级甲等');
    await page.keyboard.press('Control+y');
    await expect(level(page)).toHaveText('二级乙等');
    await page.keyboard.press('Control+z');
    await expect(level(page)).toHaveText('二级甲等');
  });

  await test.step('改规则：边打边判，看不懂的说明原因且不生效，保存后结论变、标明已修改', async () => {
    await tab(page, /修改规则/).click();
    await threshold(page, 1).fill('很多');
    await expect(editor(page, 0).getByRole('alert')).toContainText('不是一个数');
    await threshold(page, 1).fill('150%');
    await expect(editor(page, 0).getByRole('alert')).toContainText('要求超过 100%');
    await button(page, '保存规则').click();
    await expect(threshold(page, 1)).toBeFocused();
    await expect(rule(page, 0)).toContainText('差 259 条');
    await threshold(page, 1).fill('９％');
    await expect(editor(page, 0)).toContainText('已达到');
    await expect(rule(page, 0)).toContainText('差 259 条');
    await expect(strip(page)).not.toContainText('已修改');
    await page.keyboard.press('Enter');
    await expect(rule(page, 0)).toContainText('已达到');
    await expect(rule(page, 0)).toContainText('9%');
    await expect(strip(page)).toContainText('已修改');
    await expect(strip(page).locator('.verdict-source')).toHaveAttribute('title', /内置：C 及以上 90%/);
  });

  await test.step('回车保存后焦点留在原处，Ctrl+Z 撤销保存', async () => {
    await expect(threshold(page, 1)).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(threshold(page, 1)).toHaveValue('90%');
    await expect(rule(page, 0)).toContainText('差 259 条');
    await page.keyboard.press('Control+y');
    await expect(rule(page, 0)).toContainText('已达到');
  });

  await test.step('比例写成 85：请写 85% 或 0.85，点一下或回车改好，再回车才保存', async () => {
    await threshold(page, 2).fill('85');
    await expect(editor(page, 1).getByRole('alert')).toContainText('请写 85% 或 0.85');
    await editor(page, 1).getByRole('button', { name: '改为 85%' }).click();
    await expect(threshold(page, 2)).toHaveValue('85%');
    await threshold(page, 2).fill('75');
    await page.keyboard.press('Enter');
    await expect(threshold(page, 2)).toHaveValue('75%');
    await expect(rule(page, 1)).toContainText('60%');
    await page.keyboard.press('Enter');
    await expect(rule(page, 1)).toContainText('75%');
    await page.keyboard.press('Control+z');
    await expect(rule(page, 1)).toContainText('60%');
    await expect(threshold(page, 2)).toHaveValue('60%');
  });

  await test.step('没保存的修改换页不丢；放弃就回到保存的', async () => {
    await threshold(page, 2).fill('1/3');
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await expect(list(page)).toBeVisible();
    await page.keyboard.press('t');
    await expect(threshold(page, 2)).toHaveValue('1/3');
    await button(page, '放弃修改').click();
    await expect(threshold(page, 2)).toHaveValue('60%');
  });

  await test.step('增、删、移动、换范围和算法', async () => {
    await page.getByRole('button', { name: '添加规则' }).click();
    await page.getByLabel('第 7 条规则的范围').selectOption('chapter:1');
    await threshold(page, 7).fill('0.9');
    await expect(editor(page, 6)).toContainText('0 / 30 条');
    await page.getByLabel('第 7 条规则的等级').selectOption('C');
    await expect(editor(page, 6)).toContainText('已达到');
    await page.getByLabel('第 7 条规则的算法').selectOption('passing');
    await expect(editor(page, 6).getByRole('alert')).toContainText('没有可以这样统计的条款');
    await page.getByLabel('第 7 条规则的算法').selectOption('grade');
    await page.getByLabel('第 7 条规则的上移').click();
    await expect(page.getByLabel('第 6 条规则的范围')).toHaveValue('chapter:1');
    await page.getByLabel('第 1 条规则的删除').click();
    await button(page, '保存规则').click();
    await expect(page.getByTestId('rule')).toHaveCount(6);
    await expect(rule(page, 4)).toContainText('第 1 章');
  });

  await test.step('恢复内置，一步撤销', async () => {
    await button(page, '恢复内置规则').click();
    await expect(rule(page, 0)).toContainText('90%');
    await expect(strip(page)).not.toContainText('已修改');
    await page.keyboard.press('Control+z');
    await expect(strip(page)).toContainText('已修改');
    await page.keyboard.press('Control+y');
    await expect(rule(page, 0)).toContainText('90%');
  });

  const lifted = (at: number) => page.getByTestId('lift-rule').nth(at);
  const line = (at: number) => page.getByTestId('lift-row').nth(at);

  await test.step('模拟：键盘勾选，数字跟着动；最省的一次勾够', async () => {
    await tab(page, /模拟/).click();
    await expect(page.getByTestId('lift-list')).toBeFocused();
    await expect(lifted(0)).toContainText('9.3% → 9.3%');
    await page.keyboard.press(' ');
    await expect(lifted(0)).toContainText('9.3% → 9.6%');
    await page.keyboard.press('ArrowRight');
    await expect(lifted(1)).toContainText('0.0% → 0.3%');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await expect(page.getByTestId('lift-count')).toContainText('已勾选 2 条');
    await lifted(3)
      .getByRole('button', { name: /勾选最省的/ })
      .click();
    await expect(lifted(3)).toContainText('100.0%');
    await expect(lifted(3)).toContainText('已达到');
    await expect(rule(page, 3)).toContainText('差'); // the real verdict stays
  });

  await test.step('保存为计划，重开还在；撤销计划', async () => {
    const count = await page.getByTestId('lift-count').textContent();
    await button(page, '保存为计划').click();
    await expect(tab(page, /模拟/)).toContainText('计划 31 条');
    await page.reload();
    await page.getByTestId('round-tab').first().click();
    await expect(rule(page, 5)).toContainText('核心 A');
    await page.keyboard.press('t');
    await tab(page, /模拟/).click();
    await expect(page.getByTestId('lift-count')).toHaveText(count ?? '');
    await expect(lifted(3)).toContainText('已达到');
    await expect(line(0).getByRole('checkbox')).toBeChecked();
    await page.keyboard.press('Control+z');
    await expect(page.getByTestId('lift-count')).toContainText('已勾选 0 条');
    await expect(tab(page, /模拟/)).not.toContainText('计划');
    await page.keyboard.press('Enter');
    await expect(list(page)).toBeVisible();
    await expect(selected(page)).toHaveCount(1);
  });

  await test.step('按分数的标准：总分、通过比例，改成分值和比例', async () => {
    await page.keyboard.press('Control+2');
    await expect(level(page)).toHaveText('国家卫生乡镇（推荐线）');
    await expect(rule(page, 0)).toContainText(/总分.*0\.00 \/ 850.*差 850 分/);
    await expect(rule(page, 1)).toContainText(/核心条款通过.*0\.0% \/ 100%.*差 4 条/);
    await expect(strip(page)).toContainText('可信度低，须核对原文');
    await expect(strip(page).locator('.verdict-source')).toHaveAttribute('title', /阈值为占位值/);
    await page.keyboard.press('t');
    await expect(page.getByTestId('compare-row').first()).toContainText(/800 分.*差 800 分.*850 分.*差 850 分/);
    await tab(page, /修改规则/).click();
    await threshold(page, 1).fill('1001 分');
    await expect(editor(page, 0).getByRole('alert')).toContainText('要求超过满分');
    await threshold(page, 1).fill('85%');
    await expect(editor(page, 0)).toContainText('差 850 分');
    await button(page, '保存规则').click();
    await expect(rule(page, 0)).toContainText(/0\.0% \/ 85%/);
    await page.getByLabel('第 1 条规则的删除').click();
    await button(page, '保存规则').click();
    await expect(page.getByTestId('fact-total')).toHaveText('0.00/1000 总分');
    await page.keyboard.press('Control+z');
    await expect(page.getByTestId('fact-total')).toBeHidden();
    await tab(page, /模拟/).click();
    await lifted(0)
      .getByRole('button', { name: /勾选最省的/ })
      .click();
    await expect(lifted(0)).toContainText('已达到');
    await expect(page.getByTestId('lift-verdict')).toContainText(/未达到.*已达到/);
  });

  await test.step('轮次：点一下或 Ctrl+Tab 换轮次，各自记得条款，说明不丢', async () => {
    const tabs = page.getByTestId('round-tab');
    await page.keyboard.press('t');
    await list(page).focus();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const place = await selected(page).getAttribute('data-code');
    await page.keyboard.press('m');
    await page.keyboard.type('创建台账在爱卫办');
    await page.keyboard.press('Control+Tab');
    await expect(tabs.nth(0)).toHaveAttribute('aria-current', 'true');
    await list(page).focus();
    await page.keyboard.press('j');
    const other = await selected(page).getAttribute('data-code');
    await page.keyboard.press('Control+Shift+Tab');
    await expect(tabs.nth(1)).toHaveAttribute('aria-current', 'true');
    await expect(selected(page)).toHaveAttribute('data-code', place ?? '');
    await expect(page.getByRole('textbox', { name: /说明/ })).toHaveValue('创建台账在爱卫办');
    await tabs.nth(0).click();
    await expect(selected(page)).toHaveAttribute('data-code', other ?? '');
    await expect(level(page)).toHaveText('二级甲等');
    await page.getByRole('button', { name: '新建轮次' }).click();
    await expect(page.getByRole('heading', { name: '选择标准和目标' })).toBeVisible();
  });

  await app.close();
  profile.remove();
});

test('1366×705、三个轮次：搜索提示让开按键，按键说明不出窗口，章名不重复编号', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  await startRounds({ app, page }, profile.folder, [
    ['tier3-2022', '3a', '三级医院评审摸底'],
    ['sanitary-town-2021', 'national', '卫生乡镇创建'],
    ['tier2-2012', '2a', '二级医院评审自评'],
  ]);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1366, 705));
  await page.waitForFunction(() => window.innerWidth === 1366 && window.innerHeight === 705);

  const search = page.getByRole('searchbox');
  const room = await search.evaluate(
    (box) => box.getBoundingClientRect().right - parseFloat(getComputedStyle(box).paddingRight),
  );
  const key = await page.locator('.search-box .kbd').boundingBox();
  expect(room).toBeLessThanOrEqual(key!.x);

  const chapter = page
    .getByRole('treeitem')
    .filter({ hasText: /^2\.1 / })
    .first();
  await expect(chapter).toContainText('2.1 资源配置与运行数据指标');
  await expect(chapter).toHaveAttribute('title', '2.1 第二部分第一章 资源配置与运行数据指标');

  await button(page, '按键').click();
  const help = page.getByRole('dialog');
  await expect(help.getByText('搜索全部标准')).toBeVisible();
  await expect(async () => {
    const box = await help.boundingBox();
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y + box!.height).toBeLessThanOrEqual(705);
  }).toPass();
  await app.close();
  profile.remove();
});
