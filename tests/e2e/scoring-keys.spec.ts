import { expect, test, type Page } from '@playwright/test';
import { launch, temporaryProfile } from './app.ts';
import { checkLooks, startRounds } from './journey.ts';

const list = (page: Page) => page.getByRole('listbox', { name: '条款列表' });
const selected = (page: Page) => page.locator('[data-testid=clause-row][aria-selected=true]');
const code = async (page: Page) => (await selected(page).getAttribute('data-code')) ?? '';
const row = (page: Page, its: string) => page.locator(`[data-testid=clause-row][data-code="${its}"]`);
const grades = (page: Page) => page.getByTestId('grade-segments');
const chosen = (page: Page) => grades(page).getByRole('radio', { checked: true });
const state = (page: Page) => page.getByTestId('save-state');
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test('按键和点击：不误评看不见的、不误清选好的；没存上的说得出、去得到；重开还在原来的轮次', async () => {
  const profile = temporaryProfile();
  const launched = await launch(profile.folder);
  const { app, page } = launched;
  await startRounds(launched, profile.folder, [
    ['jcx-township-2022', 'recommended', '乡镇自评'],
    ['sanitary-town-2021', 'national', '卫生乡镇'],
  ]);

  await test.step('按住 0 只判一级', async () => {
    await press(page, 'Home');
    for (let turn = 0; turn < 5; turn++) await page.keyboard.down('0');
    await page.keyboard.up('0');
    await expect(selected(page)).toHaveAccessibleName(/C 合格/);
    for (let turn = 0; turn < 5; turn++) await page.keyboard.down('m');
    await page.keyboard.up('m');
    const note = page.getByRole('textbox', { name: /^说明/ });
    await expect(note).toBeFocused();
    await expect(note).toHaveValue('');
    await press(page, 'm', 'Escape');
    await expect(note).toHaveValue('m');
  });

  await test.step('双击等级和判定都留着；空格、回车也不清；取消判定另有一处', async () => {
    await press(page, 'j');
    await grades(page).getByRole('radio', { name: /^D/ }).dblclick();
    await expect(chosen(page)).toHaveText('D');
    await chosen(page).focus();
    await press(page, 'Enter', 'Space');
    await expect(chosen(page)).toHaveText('D');
    const point = page.getByTestId('point-1');
    await point.getByRole('radio', { name: '符合', exact: true }).dblclick();
    await expect(point.getByRole('radio', { name: '符合', exact: true })).toBeChecked();
    await point.getByRole('button', { name: '取消要点 1 的判定' }).click();
    await expect(point.getByRole('radio', { checked: true })).toHaveCount(0);
    await list(page).focus();
    await press(page, 'd'); // the key takes back, as 按键 says
    await expect(chosen(page)).toHaveCount(0);
  });

  await test.step('低于建议在列表和右侧都看得出来；恢复建议', async () => {
    await press(page, '0', 'd');
    await expect(selected(page)).toHaveAccessibleName(/D 不合格，低于建议/);
    await expect(page.getByTestId('result-box')).toContainText('低于建议');
    await page.getByRole('button', { name: '恢复建议' }).click();
    await expect(chosen(page)).toHaveText('C');
  });

  await test.step('End、Home 换的是选中的条款；没有条款时什么都不评', async () => {
    await press(page, 'Home');
    const first = await code(page);
    await press(page, 'End');
    expect(await code(page)).not.toBe(first);
    await expect(selected(page)).toBeInViewport();
    await press(page, 'PageUp', 'Home');
    expect(await code(page)).toBe(first);
    const before = await selected(page).getAttribute('aria-label');
    await page.getByRole('button', { name: /^E 级/ }).click();
    await expect(page.getByText('没有这样的条款')).toBeVisible();
    await expect(page.getByTestId('clause-pane')).toBeHidden();
    await list(page).focus();
    await press(page, 'd', '0', '1', 'Escape');
    await expect(selected(page)).toHaveAttribute('aria-label', before ?? '');
  });

  await test.step('右侧滚到底，换一条从头看起', async () => {
    const pane = page.getByTestId('clause-pane');
    await page.setViewportSize({ width: 1366, height: 480 });
    await pane.evaluate((it) => it.scrollTo(0, it.scrollHeight));
    await expect.poll(() => pane.evaluate((it) => it.scrollTop)).toBeGreaterThan(0);
    await press(page, 'j');
    await expect.poll(() => pane.evaluate((it) => it.scrollTop)).toBe(0);
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  await test.step('在别的页按 Ctrl+F 找，打的字都进搜索框；Esc 回到原来那一条', async () => {
    const before = await code(page);
    await page.getByRole('button', { name: '目标', exact: true }).click();
    await press(page, 'Control+f');
    await page.keyboard.type('sws', { delay: 60 });
    await expect(page.getByLabel('搜索条款、要点、材料')).toHaveValue('sws');
    await expect(page.getByLabel('搜索条款、要点、材料')).toBeFocused();
    await expect(selected(page)).not.toHaveAttribute('data-code', before);
    await press(page, 'Escape', 'Escape');
    await expect(selected(page)).toHaveAttribute('data-code', before);
  });

  await test.step('列表说明是在哪里找到的', async () => {
    await press(page, 'Control+f');
    await page.keyboard.type('依从性');
    const why = page.getByTestId('why-found');
    await expect(why.first()).toHaveText(/^要点 \d .*依从性/);
    await expect(why.first().locator('mark')).toHaveText('依从性');
    await checkLooks(page, '在哪里找到的');
    await press(page, 'Escape', 'Escape');
    await expect(why).toHaveCount(0);
  });

  await test.step('不能评 E 说在等级旁，不弹通知', async () => {
    await press(page, 'e', 'e', 'e');
    await expect(page.getByTestId('result-box')).toContainText('不能评 E');
    await expect(page.locator('.notice')).toHaveCount(0);
  });

  await test.step('理由没写完：页头说 1 处未保存，点一下就到；换轮次时也指得到', async () => {
    await press(page, 'Home', 'a');
    const reason = page.getByRole('textbox', { name: /^评 A/ });
    await reason.press('Enter');
    await expect(page.getByTestId('result-box')).toContainText('先写明理由');
    await reason.fill('专家');
    await press(page, 'Escape');
    await press(page, 'a');
    await reason.fill('专家');
    const its = await code(page);
    await row(page, its).click();
    await press(page, 'End');
    await expect(state(page)).toHaveText('1 处未保存');
    await checkLooks(page, '1 处未保存');
    await state(page).click();
    await expect(selected(page)).toHaveAttribute('data-code', its);
    await expect(reason).toBeFocused();
    await list(page).focus();
    await press(page, 'End');
    await page.getByTestId('round-tab').last().click();
    const notice = page.locator('.notice');
    await expect(notice).toContainText('理由还没有保存');
    await expect(notice).not.toContainText('assessment/');
    await page.getByTestId('round-tab').last().click();
    await expect(notice).toHaveCount(1);
    await press(page, 'Escape');
    await expect(notice).toHaveCount(0);
    await page.getByTestId('round-tab').last().click();
    await notice.getByRole('button', { name: '去看看' }).click();
    await expect(reason).toBeFocused();
    await page.getByRole('button', { name: '导出评审工作簿' }).click();
    await page.getByRole('button', { name: '选择位置并导出…' }).click();
    await page.getByRole('button', { name: '去看看' }).last().click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(reason).toBeFocused();
    await reason.fill('专家现场核查时认可');
    await reason.press('Enter');
    await expect(state(page)).toContainText('已保存');
    await expect(page.getByTestId('result-box')).not.toContainText('先写明理由');
  });

  await test.step('看过第二轮再回第一轮，重开就在第一轮', async () => {
    await page.getByTestId('round-tab').last().click();
    await expect(page.getByTestId('round-tab').last()).toHaveAttribute('aria-current', 'true');
    await page.getByTestId('round-tab').first().click();
    await expect(page.getByTestId('round-tab').first()).toHaveAttribute('aria-current', 'true');
    await page.waitForTimeout(600); // the place is remembered a moment after it is reached
    await page.reload();
    await expect(list(page)).toBeVisible();
    await expect(page.getByTestId('round-tab').first()).toHaveAttribute('aria-current', 'true');
  });
  await app.close();
  profile.remove();
});
