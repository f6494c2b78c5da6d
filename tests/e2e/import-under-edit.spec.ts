import { writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test, type Page } from '@playwright/test';
import { toTemplateXlsx } from '../../electron/backend/standard-export/to-template-xlsx.ts';
import { ownPack, ownPackId, publish } from '../support/own-round.ts';
import { answerDialogs, launch, temporaryProfile } from './app.ts';
import { ask, checkLooks, newWorkspace } from './journey.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const alert = (page: Page) => page.getByRole('alert').filter({ hasText: '没发布的修改' });

test('导入自己的模板：错误指到格子，改好再选；正在编辑的标准一到确认就说，可以另存；Esc 和 Ctrl+Enter', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  await newWorkspace({ app, page }, profile.folder, '某某镇卫生院');
  await publish((name, input) => ask(page, name, input), ownPack('first'));
  await ask(page, 'own.begin', { from: { kind: 'standard', packId: ownPackId } });
  await page.reload();
  const file = path.join(profile.folder, '模板.xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await toTemplateXlsx(ownPack('second'))).buffer as ArrayBuffer);
  const clauses = workbook.getWorksheet('条款');
  const save = async () => writeFileSync(file, Buffer.from(await workbook.xlsx.writeBuffer()));
  const choose = async (opener: string) => {
    await answerDialogs(app, { open: [file] });
    await button(page, opener).click();
  };

  await test.step('分值写错：打开的是有错的那张表，说在 Excel 里改', async () => {
    if (!clauses) throw new Error('no sheet');
    const scores = clauses.getColumn(7);
    scores.eachCell((cell, row) => {
      if (row > 1 && typeof cell.value === 'number') cell.value = '二十';
    });
    await save();
    await button(page, '标准库').click();
    await button(page, '导入标准…').click();
    await choose('选择文件…');
    await expect(page.getByRole('group', { name: '工作表' }).getByRole('button', { pressed: true })).toHaveText('条款');
    await expect(page.getByTestId('import-problem').first()).toContainText('条款 1.6 的分值应为数字');
    await expect(page.getByRole('region', { name: '识别结果' })).toContainText('在 Excel 里改好保存，再选一次这个文件');
  });

  await test.step('改好再选：确认页一到就说正在编辑；Esc 回到核对', async () => {
    clauses?.getColumn(7).eachCell((cell) => {
      if (cell.value === '二十') cell.value = '20分';
    });
    await save();
    await choose('换一个文件…');
    await button(page, '下一步：导入…').click();
    await expect(alert(page)).toContainText('院感管理考核标准');
    await checkLooks(page, '正在编辑的标准');
    await page.keyboard.press('Control+Enter');
    await expect(alert(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: '导入标准' })).toBeVisible();
    await button(page, '下一步：导入…').click();
  });

  await test.step('另存为新的标准，Ctrl+Enter 导入；正在编辑的没有动', async () => {
    await button(page, '另存为新的标准').click();
    await expect(alert(page)).toHaveCount(0);
    await page.keyboard.press('Control+Enter');
    await expect(button(page, '再导入一个')).toBeVisible();
    const owns = (await ask(page, 'standard.list', {})).filter(({ own }) => own);
    expect(owns.map(({ id }) => id).toSorted()).toEqual([ownPackId, `${ownPackId}-2`]);
    expect((await ask(page, 'own.get', { id: ownPackId })).revisions).toHaveLength(1);
    expect(await ask(page, 'own.works', {})).toHaveLength(1);
  });

  await app.close();
  profile.remove();
});
