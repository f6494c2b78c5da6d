import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { answerDialogs, launch, temporaryProfile } from './app.ts';

test('打包后的程序：打开示例，评分，导出', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  expect(await app.evaluate(({ app: electron }) => electron.isPackaged)).toBe(true);
  await page.getByText('打开示例').click();
  await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('1');
  await expect(page.getByTestId('save-state')).toContainText('已保存');
  const file = path.join(profile.folder, '导出.xlsx');
  await answerDialogs(app, { save: file });
  await page.getByRole('button', { name: '导出评审工作簿' }).click();
  await page.getByRole('button', { name: '选择位置并导出…' }).click();
  await expect(page.getByText(/已导出“导出.xlsx”/)).toBeVisible({ timeout: 20_000 });
  expect(existsSync(file)).toBe(true);
  await app.close();
  profile.remove();
});
