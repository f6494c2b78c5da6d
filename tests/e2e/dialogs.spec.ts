import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { answerDialogs, launch, temporaryProfile } from './app.ts';

test('对话框：打字就进第一个字段，Enter 确定，Esc 关闭；按拼音首字母和别类机构的标准也找得到', async () => {
  const profile = temporaryProfile();
  const { page, app } = await launch(profile.folder);
  const folder = path.join(profile.folder, '青山医院');
  mkdirSync(folder);
  await answerDialogs(app, { open: [folder] });

  await test.step('新建工作区', async () => {
    await page.getByRole('button', { name: /^新建工作区/ }).click();
    await expect(page.getByLabel('机构名称')).toBeFocused();
    await page.keyboard.type('青山医院');
    await page.keyboard.press('Enter');
    await expect(page.getByText('请选择机构类型')).toBeVisible(); // nothing was closed, nothing lost
    await page.getByLabel('机构类型').click();
    await page.getByTitle('三级综合医院', { exact: true }).click();
    await page.getByRole('button', { name: '选择空文件夹…', exact: true }).click();
    await page.getByLabel('机构名称').press('Enter');
    await expect(page.getByRole('heading', { name: '选择标准和目标' })).toBeVisible();
  });

  await test.step('选标准', async () => {
    const standards = page.getByRole('radiogroup', { name: '标准' }).getByRole('radio');
    await expect(standards.first()).toBeVisible({ timeout: 30_000 });
    const filter = page.getByLabel('筛选标准');
    await filter.fill('家庭医生');
    await expect(page.getByRole('group', { name: /其他类型机构/ }).getByRole('radio')).toHaveCount(1);
    await expect(page.getByText('没有标题或项目含')).toHaveCount(0);
    await filter.fill('xtzx');
    await expect(standards).toContainText(['胸痛中心']);
    await filter.fill('核磁共振室夜间值班');
    await expect(page.getByText('没有标题或项目含“核磁共振室夜间值班”的标准。')).toBeVisible();
    await filter.fill('胸痛');
    await standards.first().click();
    await page.getByRole('radiogroup', { name: '目标等级' }).getByRole('radio').first().click();
    await page.getByRole('button', { name: '建立轮次' }).click();
    await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible();
  });

  await test.step('重命名', async () => {
    await page.getByRole('button', { name: /切换轮次/ }).click();
    await page.getByRole('menuitem', { name: '重命名当前轮次…' }).click();
    const name = page.getByLabel('轮次名称');
    await expect(name).toBeFocused();
    await name.fill('年终自评');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByTestId('round-tab')).toContainText('年终自评');
  });

  await test.step('导出从主要的一步开始，按键说明按 Enter 不会关', async () => {
    await page.getByRole('button', { name: '导出评审工作簿' }).click();
    await expect(page.getByRole('button', { name: '选择位置并导出…' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: '按键' });
    await expect(help).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(help).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(help).toHaveCount(0);
  });
  await app.close();
  profile.remove();
});
