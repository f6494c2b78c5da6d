import { expect, test, type Locator, type Page } from '@playwright/test';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { launch, temporaryProfile, type Launched } from './app.ts';
import { ask, startRounds } from './journey.ts';

const row = (page: Page, code: string) => page.locator(`[data-testid=clause-row][data-code="${code}"]`);
const list = (page: Page) => page.getByRole('listbox', { name: '条款列表' });
const pane = (page: Page) => page.getByTestId('clause-pane');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
/** A cell of a period that is over. */
const cell = (page: Page, at: 0 | 1) => page.locator('tr[data-testid^=figure-]').nth(-2).locator('input').nth(at);
const total = (page: Page) => page.getByTestId('rule').filter({ hasText: '总分' });

async function select(page: Page, code: string) {
  await page.keyboard.press('Control+f');
  await page.getByLabel('搜索条款、要点、材料').fill(code);
  await expect(row(page, code)).toHaveAttribute('aria-selected', 'true'); // the rows stand still now
  await row(page, code).click();
  await page.getByLabel('搜索条款、要点、材料').fill('');
  await page.keyboard.press('Escape');
  await expect(pane(page)).toHaveAttribute('aria-label', `条款 ${code}`);
}

/** Into a row from its first cell, and out of it. */
async function enter(page: Page, numerator: string, denominator: string) {
  await page.keyboard.press('s');
  await page.keyboard.type(numerator);
  await page.keyboard.press('Enter');
  await page.keyboard.type(denominator);
  await page.keyboard.press('Enter');
}

async function resize({ app, page }: Launched, width: number, height: number, zoom = 1) {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(size.width, size.height);
      window?.webContents.setZoomFactor(size.zoom);
    },
    { width, height, zoom },
  );
  await page.waitForFunction((wanted) => Math.abs(window.innerWidth - wanted) < 2, width / zoom);
}

const fits = (element: Locator) => element.evaluate((node) => node.scrollWidth <= node.clientWidth);

let started: Launched;
const profile = temporaryProfile();
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  started = await launch(profile.folder);
  await startRounds(started, profile.folder, [['tier3-2022', '3a', '三级医院评审摸底']]);
});
test.afterAll(async () => {
  await started.app.close();
  profile.remove();
});

test('负的例次不收：格里写明原因，总分不动；填反了照收，提醒核对', async () => {
  const { page } = started;
  await select(page, '2.3.6.13');
  await button(page, '设目标').click();
  await page.keyboard.type('2‰');
  await page.keyboard.press('Enter');
  await expect(button(page, '改目标')).toBeFocused();
  await list(page).focus();
  await enter(page, '-3', '1000');
  await expect(pane(page).getByRole('alert')).toHaveText('分子“-3”小于 0，“感染例次”不会是负数。');
  await expect(row(page, '2.3.6.13')).toHaveAccessibleName(/未评/);
  await expect(total(page)).toContainText('0.00');
  await cell(page, 0).focus();
  await page.keyboard.press('Escape');
  await expect(cell(page, 0)).toHaveValue('');
  await expect(cell(page, 1)).toHaveValue('1000');
  await page.keyboard.type('2000');
  await page.keyboard.press('ArrowUp');
  await expect(pane(page).getByRole('status').filter({ hasText: '分子大于分母，请核对' })).toBeVisible();
  await expect(row(page, '2.3.6.13')).toHaveAccessibleName(/2000‰，未达标，分子大于分母，请核对/);
});

test('Esc 只撤这一格；没设目标的写明得 0 分，目标页列出有多少条、带到那里', async () => {
  const { page } = started;
  await select(page, '2.3.6.6');
  await page.keyboard.press('s');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeFocused();
  await expect(cell(page, 0)).toHaveValue('7');
  await expect(row(page, '2.3.6.6')).toHaveAccessibleName(/缺报/);
  await enter(page, '7', '10');
  await expect(page.getByTestId('target')).toContainText('未设目标，本条得 0 分');
  await expect(total(page)).toContainText('0.00');

  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.getByRole('tab', { name: /修改规则/ }).click();
  const { standard } = await ask(page, 'round.open', { roundId: (await ask(page, 'round.list', {}))[0]!.id });
  const untargeted = clausesOf(standard).filter(
    ({ indicator }) => indicator && indicator.direction !== 'monitor' && indicator.target === undefined,
  );
  await expect(page.getByTestId('untargeted')).toContainText(`指标有 ${untargeted.length - 1} 条未设目标`);
  await button(page, '去设目标').click();
  await expect(page.getByRole('button', { name: `未设目标 ${untargeted.length - 1} 条` })).toBeVisible();
  await expect(page.getByTestId('target')).toContainText('未设');
  await page.keyboard.press('Escape');
});

test('目标写成什么样就显示什么样，设好以后焦点还在', async () => {
  const { page } = started;
  await select(page, '2.1.2.2');
  await button(page, '设目标').click();
  await page.keyboard.type('1：1.5');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('target')).toContainText('≥ 1∶1.5');
  await button(page, '撤掉目标').click();
  await expect(button(page, '设目标')).toBeFocused();
});

test('改规则：出错时按钮不挪，恢复内置以后焦点在规则里', async () => {
  const { page } = started;
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.getByRole('tab', { name: /修改规则/ }).click();
  const threshold = page.getByLabel('第 1 条规则的要求');
  const save = button(page, '保存规则');
  await threshold.fill('80%');
  const before = await save.boundingBox();
  await threshold.fill('八成');
  expect((await save.boundingBox())?.x).toBe(before?.x);
  await threshold.fill('80%');
  await save.click();
  await button(page, '恢复内置规则').click();
  await expect(button(page, '恢复内置规则')).toBeHidden();
  await expect(page.getByLabel('第 1 条规则的范围')).toBeFocused();
  await page.getByRole('tab', { name: /对比目标/ }).click();
  await button(page, '设为本轮目标').click();
  await expect(page.getByTestId('verdict-target')).not.toHaveText('三级甲等（示例口径）');
  await expect(page.getByTestId('compare-target').nth(1).getByRole('button', { name: '修改规则' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('t');
});

for (const [what, width, zoom] of [
  ['1366', 1366, 1],
  ['1120', 1120, 1],
  ['1366 放大到 125%', 1366, 1.25],
  ['1024', 1024, 1],
] as const) {
  test(`窗口 ${what}：数字格放得下 9 个字，规则名读得全，标准库的按钮够得着`, async () => {
    const { page } = started;
    await resize(started, width, 768, zoom);
    await page.keyboard.press('Escape');
    await select(page, '2.3.6.6');
    await cell(page, 0).fill('123456789');
    await cell(page, 1).fill('123456789');
    await expect(page.getByTestId('rule')).toHaveCount(3);
    for (const at of [0, 1] as const) expect(await fits(cell(page, at))).toBe(true);
    for (const name of await page.locator('.rule-line > .ellipsis').all()) expect(await fits(name)).toBe(true);
    for (const field of [cell(page, 1), cell(page, 0)]) {
      await field.focus();
      await page.keyboard.press('Escape');
    }
    await select(page, '3.1.1.1'); // a graded clause under indicators
    await expect(row(page, '2.5.13.14')).toBeVisible();
    const codes = await page
      .locator('.clause-row .code')
      .evaluateAll((found) => [...new Set(found.map((code) => Math.round(code.getBoundingClientRect().x)))]);
    expect(codes).toHaveLength(1);
    const column = await page.locator('.clause-column').boundingBox();
    const shown = await list(page).boundingBox();
    expect(shown!.x + shown!.width).toBeLessThanOrEqual(column!.x + column!.width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

    await button(page, '标准库').click();
    for (const name of ['新建', '导入标准…']) await expect(button(page, name)).toBeInViewport({ ratio: 1 });
    await button(page, '评分').click();
  });
}

test('粘贴放不下的行，提示在看得见的地方', async () => {
  const { page } = started;
  await resize(started, 1120, 640);
  await select(page, '2.3.6.7');
  await cell(page, 0).focus();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '1\t10\n2\t10\n3\t10\n4\t10');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByText('最后 2 行没有填入')).toBeInViewport({ ratio: 1 });
});
