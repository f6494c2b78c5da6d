import { expect, test, type Page } from '@playwright/test';
import { launch, signalBackend, temporaryProfile } from './app.ts';
import { checkLooks } from './journey.ts';

const selected = (page: Page) => page.locator('[data-testid=clause-row][aria-selected=true]');
const face = (page: Page) => page.getByRole('dialog', { name: /后台程序停止了/ });

test('后台程序被结束：退回到存盘的样子，挡住一切并说明；重新启动后接着评，没写完的都在', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  await page.getByText('打开示例').click();
  await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible({ timeout: 30_000 });
  const note = page.getByRole('textbox', { name: /^说明/ });
  await page.keyboard.press('n');
  await page.keyboard.press('d');
  await expect(selected(page)).toHaveAccessibleName(/D 不合格/);
  await expect(page.getByTestId('save-state')).toContainText('已保存');
  await page.keyboard.press('j');
  const before = (await selected(page).getAttribute('aria-label')) ?? '';

  await test.step('不再说已保存，按键不评分，Esc 也关不掉', async () => {
    signalBackend(app, 'SIGKILL');
    await expect(face(page)).toBeVisible();
    await expect(face(page)).toContainText(/最后一次保存在 \d\d:\d\d:\d\d，从那以后的改动没有保存/);
    await expect(page.getByTestId('save-state')).not.toContainText('已保存');
    for (const key of ['Escape', 'Escape', 'd', 'j']) await page.keyboard.press(key);
    await expect(face(page)).toBeVisible();
    await expect(selected(page)).toHaveAttribute('aria-label', before);
    await expect(page.locator('.notice')).toHaveCount(0);
    await checkLooks(page, '后台程序停止了');
  });

  await test.step('重新启动：存过的都在，接着评', async () => {
    await page.keyboard.press('Enter');
    await expect(face(page)).toBeHidden();
    await page.keyboard.press('d');
    await expect(selected(page)).toHaveAccessibleName(/D 不合格/);
    await expect(page.getByTestId('save-state')).toContainText('已保存');
    await page.keyboard.press('k');
    await expect(selected(page)).toHaveAccessibleName(/D 不合格/);
  });

  await test.step('正在存的退回，没存上的说明留着，重新启动后存上', async () => {
    await page.keyboard.press('n');
    const unscored = (await selected(page).getAttribute('aria-label')) ?? '';
    signalBackend(app, 'SIGSTOP');
    await page.keyboard.press('d');
    await expect(selected(page)).toHaveAccessibleName(/D 不合格/);
    await note.fill('还没有说完');
    await page.keyboard.press('Escape');
    for (const key of ['t', 't']) await page.keyboard.press(key); // what lies beside the clause is asked for again
    await expect(note).toBeVisible();
    await page.waitForTimeout(800); // until it is asked
    signalBackend(app, 'SIGKILL');
    await expect(face(page)).toBeVisible();
    await expect(selected(page)).toHaveAccessibleName(new RegExp(unscored.split('，')[1] ?? ''));
    await expect(selected(page)).toHaveAccessibleName(/未评/);
    await page.getByRole('button', { name: '重新启动' }).click();
    await expect(face(page)).toBeHidden();
    await expect(selected(page)).toHaveAttribute('aria-label', unscored);
    await expect(note).toHaveValue('还没有说完');
    await expect(page.getByTestId('save-state')).toContainText('已保存');
    await expect(page.getByText('后台程序意外停止')).toHaveCount(0);
  });
  await app.close();
  profile.remove();
});
