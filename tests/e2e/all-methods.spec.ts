import { expect, test, type Page } from '@playwright/test';
import { launch, temporaryProfile, type Launched } from './app.ts';
import { ask, newWorkspace } from './journey.ts';

const row = (page: Page, code: string) => page.locator(`[data-testid=clause-row][data-code="${code}"]`);
const rule = (page: Page, at: number) => page.getByTestId('rule').nth(at);
const verdict = (page: Page) => page.getByTestId('verdict');
const alert = (page: Page) => page.getByTestId('clause-pane').getByRole('alert');
/** A cell of the last period that is over: the one before the running one. */
const entryCell = (page: Page, at: 0 | 1) =>
  page.locator('.figure-table tbody tr:nth-last-child(2)').locator('input').nth(at);

async function press(page: Page, ...keys: readonly string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

async function select(page: Page, code: string) {
  await page.keyboard.press('Control+f');
  await page.getByLabel('搜索条款、要点、材料').fill(code);
  await row(page, code).click();
  await page.getByLabel('搜索条款、要点、材料').fill('');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('clause-pane')).toHaveAttribute('aria-label', `条款 ${code}`);
}

/** Pastes as a spreadsheet does, into whatever has the focus. */
const paste = (page: Page, text: string) =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

let started: Launched;
const profile = temporaryProfile();

async function openRound(page: Page, packId: string, targetId: string) {
  await ask(page, 'round.create', { packId, targetId, title: '自评' });
  await page.reload();
  await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible();
  // A reload comes back to the round that was left.
  await page.getByTestId('round-tab').last().click();
  await expect(page.getByTestId('round-tab').last()).toHaveAttribute('aria-current', 'true');
  await expect(page.getByTestId('clause-pane')).toBeVisible();
}

test.beforeAll(async () => {
  started = await launch(profile.folder);
  await newWorkspace(started, profile.folder, '青山医院');
});

test.afterAll(async () => {
  await started.app.close();
  profile.remove();
});

test('分值：要点得出建议，另填得分要在满分以内并写明理由，撤销和重做', async () => {
  const { page } = started;
  await openRound(page, 'sanitary-town-2021', 'national');
  await press(page, '1', 'Shift+2', '3');
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/得 20\.83\/25 分，通过/);
  await expect(rule(page, 0)).toContainText('20.83');
  await expect(rule(page, 1)).toContainText('25.0%');

  await press(page, 's');
  const field = page.getByTestId('score-field');
  await expect(field).toBeFocused();
  await page.keyboard.type('26');
  await press(page, 'Enter');
  await expect(alert(page)).toHaveText('得分“26”超过满分 25。');
  await expect(field).toHaveValue('26');
  await expect(rule(page, 0)).toContainText('20.83');

  await field.fill('１４．９');
  await press(page, 'Enter');
  const reason = page.getByLabel('得 14.9 分的理由');
  await expect(reason).toBeFocused();
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/20\.83/);
  await reason.fill('县级抽查只认两次研究');
  await reason.press('Enter');
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/得 14\.9\/25 分，不通过，与建议不同/);
  await expect(rule(page, 1)).toContainText('0.0%');
  await expect(page.getByRole('listbox', { name: '条款列表' })).toBeFocused();

  await press(page, 'Control+z');
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/20\.83/);
  await press(page, 'Control+y');
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/14\.9/);
  await page.getByRole('button', { name: '恢复建议' }).click();
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/20\.83/);
});

test('得分框里按 Esc 放弃，输入法组字时的按键不当快捷键', async () => {
  const { page } = started;
  await press(page, 's');
  await page.keyboard.type('3');
  await press(page, 'Escape');
  await expect(page.getByTestId('score-field')).toHaveValue('20.83');
  const before = await row(page, '1.1.1').getAttribute('aria-label');
  await page.evaluate(() => {
    for (const key of ['0', 'x', 'e', 's']) {
      const code = key === '0' ? 'Digit0' : `Key${key.toUpperCase()}`;
      for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, ...init }));
      }
    }
  });
  await page.waitForTimeout(200);
  expect(await row(page, '1.1.1').getAttribute('aria-label')).toBe(before);
  await expect(page.getByRole('listbox', { name: '条款列表' })).toBeFocused();
});

test('是否条款：0 全部符合即通过，判否不通过，可选条款按 E 整条不适用', async () => {
  const { page } = started;
  await openRound(page, 'community-hospital-2019', 'meets');
  await expect(rule(page, 0)).toContainText('差 53 条');
  await press(page, '0');
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/，通过，/);
  await expect(rule(page, 0)).toContainText('差 52 条');
  await press(page, 'Shift+1', 'Shift+1');
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/不通过/);
  await expect(page.getByTestId('outcome-reason')).toHaveText('要点 1 不符合');
  await expect(rule(page, 0)).toContainText('差 53 条');

  await press(page, 'b');
  await expect(page.getByTestId('result-box').getByRole('status')).toContainText('1–9 判要点');
  await press(page, 'e');
  await expect(page.getByTestId('result-box').getByRole('status')).toContainText('不是可选条款');
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/不通过/);

  await select(page, '2.1.4');
  await press(page, 'e');
  await expect(row(page, '2.1.4')).toHaveAccessibleName(/不适用/);
  await expect(rule(page, 0)).toContainText('差 52 条');
  await press(page, 'Control+z');
  await expect(row(page, '2.1.4')).toHaveAccessibleName(/未评/);
  await expect(rule(page, 0)).toContainText('差 53 条');
});

test('指标：填分子分母得值，分母为 0 是缺报，看不懂的留在格里，目标可以自定', async () => {
  const { page } = started;
  await openRound(page, 'family-doctor-2022', 'ready');
  await expect(rule(page, 0)).toContainText('差 18 条');
  await press(page, 's');
  await expect(entryCell(page, 0)).toBeFocused();
  await page.keyboard.type('１.７万');
  await press(page, 'Enter');
  await page.keyboard.type('3,1000');
  await press(page, 'Enter');
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/54\.83%，达标/);
  await expect(entryCell(page, 0)).toHaveValue('17,000');
  await expect(rule(page, 0)).toContainText('差 17 条');
  await press(page, 'Escape');
  await expect(page.getByRole('listbox', { name: '条款列表' })).toBeFocused();

  await press(page, 's', 'Enter');
  await page.keyboard.type('0');
  await press(page, 'Enter', 'Escape');
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/缺报/);
  await expect(rule(page, 0)).toContainText('差 18 条');
  await press(page, 'Control+z');
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/54\.83%，达标/);

  await press(page, 's');
  await page.keyboard.type('abc');
  await press(page, 'ArrowUp');
  await expect(alert(page)).toHaveText('分子“abc”不是数。');
  await expect(entryCell(page, 0)).toHaveValue('abc');
  await press(page, 'ArrowDown', 'Escape');
  await expect(entryCell(page, 0)).toHaveValue('17,000');
  await press(page, 'Escape');
  await expect(page.getByRole('listbox', { name: '条款列表' })).toBeFocused();

  await page.getByRole('button', { name: '改目标' }).click();
  await page.keyboard.type('八成');
  await press(page, 'Enter');
  await expect(alert(page)).toContainText('目标值“八成”看不懂');
  await page.getByTestId('own-target').fill('85%');
  await press(page, 'Enter');
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/未达标/);
  await expect(page.getByTestId('target')).toContainText('≥ 85%本院自定');
  await page.getByRole('button', { name: '恢复标准 ≥ 50%' }).click();
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/，达标/);
});

test('指标：从表格软件粘贴一块，一次填几期；月份不能填进按年的指标', async () => {
  const { page } = started;
  await press(page, 'j', 'j', 's', 'ArrowUp', 'ArrowUp');
  await paste(page, '70\t100\n80\t100\n90\t100\n');
  await expect(row(page, '1.1.3')).toHaveAccessibleName(/90%，达标/);
  await expect(page.getByRole('img', { name: /走势：.*70%.*80%.*90%；目标 ≥/ })).toBeVisible();
  await expect(page.getByTestId('paste-line')).toContainText(/已填入 .*—.*，请核对/);
  await page.getByTestId('paste-line').getByRole('button', { name: '撤销' }).click();
  await expect(row(page, '1.1.3')).toHaveAccessibleName(/未评/);
  await expect(page.getByTestId('paste-line')).toBeHidden();

  await select(page, '3.1.3');
  await page.getByTestId('add-period').fill('2024年3月');
  await press(page, 'Enter');
  await expect(alert(page)).toContainText('按年填报，请写成 2026年 的样子');
  await page.getByTestId('add-period').fill('2016年度');
  await press(page, 'Enter');
  await expect(page.getByTestId('figure-2016').locator('input').first()).toBeFocused();
});

test('有一格数据没有保存成，就不离开轮次，填的字还在', async () => {
  const { page } = started;
  await press(page, 'Escape');
  await page.getByTestId('figure-2016').locator('input').first().fill('很多');
  await press(page, 'Enter', 'Enter');
  await expect(alert(page)).toHaveText('分子“很多”不是数。');
  await select(page, '1.1.1');
  await page.getByRole('button', { name: /切换轮次/ }).click();
  await page.getByRole('menuitem', { name: '关闭工作区' }).click();
  await expect(page.getByText('条款 3.1.3 的 2016 年数据还没有保存')).toBeVisible();
  await select(page, '3.1.3');
  await expect(page.getByTestId('figure-2016').locator('input').first()).toHaveValue('很多');
  await page.getByTestId('figure-2016').locator('input').first().focus();
  await press(page, 'Escape', 'Escape');
  await expect(page.getByTestId('figure-2016').locator('input').first()).toHaveValue('');
});

test('混合标准：一条违反即一票否决，1,023 条里只画看得见的，每个键都快', async () => {
  const { page } = started;
  await openRound(page, 'tier3-2022', '3a');
  for (const [name, count] of [
    ['前置要求', 25],
    ['监测指标', 815],
    ['等级条款', 183],
  ] as const) {
    await expect(page.getByRole('button', { name: `${name} ${count} 条` })).toBeVisible();
  }
  await press(page, 'x');
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/违反/);
  await expect(verdict(page)).toHaveText('一票否决');
  await expect(alert(page)).toContainText('一票否决');
  await press(page, 'Control+z');
  await expect(verdict(page)).toHaveText('未达到');
  await press(page, '0');
  await expect(row(page, '1.1.1')).toHaveAccessibleName(/无违反/);

  await select(page, '3.1.1.1');
  await press(page, '0');
  await expect(row(page, '3.1.1.1')).toHaveAccessibleName(/C 合格/);
  await press(page, '0');
  await expect(row(page, '3.1.1.1')).toHaveAccessibleName(/B 良好/);

  await page.getByRole('button', { name: '监测指标 815 条' }).click();
  const list = page.getByRole('listbox', { name: '条款列表' });
  let most = 0;
  for (let step = 0; step < 25; step++) {
    await list.evaluate((scroller) => scroller.scrollBy(0, 1300));
    most = Math.max(most, await page.locator('.clause-row, .clause-section').count());
  }
  expect(most).toBeGreaterThan(10);
  expect(most).toBeLessThan(80);
});
