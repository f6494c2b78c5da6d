import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { expect, test, type Page } from '@playwright/test';
import { answerDialogs, launch, temporaryProfile } from './app.ts';

const rule = (page: Page, at: number) => page.getByTestId('rule').nth(at);
const row = (page: Page, code: string) => page.locator(`[data-testid=clause-row][data-code="${code}"]`);
const saved = (page: Page) => expect(page.getByTestId('save-state')).toContainText('已保存');

test('从第一次打开到评审工作簿：建轮次、用键盘评分、加佐证、看结论、导出、重开', async () => {
  const profile = temporaryProfile();
  const folder = path.join(profile.folder, '青山镇卫生院');
  mkdirSync(folder);
  const first = await launch(profile.folder);
  const { page, app } = first;

  await test.step('新建工作区，选标准和目标', async () => {
    await answerDialogs(app, { open: [folder] });
    await page.getByRole('button', { name: '新建工作区' }).click();
    await page.getByLabel('机构名称').fill('青山镇卫生院');
    await page.getByLabel('机构类型').click();
    await page.getByTitle('乡镇卫生院', { exact: true }).click();
    await page.getByRole('button', { name: '选择空文件夹…' }).click();
    await expect(page.getByText('青山镇卫生院').last()).toBeVisible();
    await page.getByRole('button', { name: '新建', exact: true }).click();
    const standard = page.getByTestId('standard-jcx-township-2022');
    await expect(standard).toContainText('可信度低', { timeout: 30_000 }); // the library is indexed at first use
    await standard.click();
    await page.getByTestId('target-recommended').click();
    await page.getByRole('button', { name: '建立轮次' }).click();
    await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible();
    await expect(page.getByTestId('verdict')).toHaveText('未达到');
    await expect(rule(page, 0)).toContainText('差 109 条');
  });

  await test.step('键盘：1–9 判要点，J 下一条，D 评级，M 说明，Ctrl+Z 撤销，Ctrl+Y 重做', async () => {
    await expect(row(page, '1.1.1')).toHaveAttribute('aria-selected', 'true');
    for (const key of ['1', '2', '3']) await page.keyboard.press(key);
    await expect(row(page, '1.1.1')).toHaveAccessibleName(/C 合格/);
    await expect(rule(page, 0)).toContainText('差 108 条');
    await expect(rule(page, 0)).toContainText('0.9%');
    for (const key of ['4', '5', '6']) await page.keyboard.press(key);
    await expect(row(page, '1.1.1')).toHaveAccessibleName(/A 优秀/);
    await saved(page);

    await page.keyboard.press('j');
    await page.keyboard.press('d');
    await expect(row(page, '1.1.2')).toHaveAccessibleName(/D 不合格/);
    await page.keyboard.press('m');
    await page.keyboard.type('年度计划未分解到科室，abc123');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await expect(row(page, '1.2.1')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('k');
    await expect(page.getByRole('textbox', { name: /说明/ })).toHaveValue('年度计划未分解到科室，abc123');

    await page.keyboard.press('Control+z'); // the note
    await page.keyboard.press('Control+z'); // the grade
    await expect(row(page, '1.1.2')).toHaveAccessibleName(/未评/);
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+y');
    await expect(row(page, '1.1.2')).toHaveAccessibleName(/D 不合格/);
  });

  await test.step('评得比建议高，先要理由', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('b');
    const reason = page.getByRole('textbox', { name: /评 B/ });
    await expect(reason).toBeFocused();
    await expect(row(page, '1.2.1')).toHaveAccessibleName(/未评/);
    await reason.fill('县级检查');
    await row(page, '1.1.2').click();
    await expect(row(page, '1.2.1')).toHaveAccessibleName(/理由还没有保存/);
    await row(page, '1.2.1').click();
    await expect(reason).toHaveValue('县级检查');
    await expect(page.getByRole('listbox', { name: '条款列表' })).toBeFocused();
    await reason.fill('县级检查已认定');
    await reason.press('Enter');
    await expect(row(page, '1.2.1')).toHaveAccessibleName(/B 良好.*直接评级/);
  });

  await test.step('中文输入法正在打字时，按键不当快捷键', async () => {
    await page.keyboard.press('Escape');
    const before = await row(page, '1.2.1').getAttribute('aria-label');
    await page.evaluate(() => {
      for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', bubbles: true, ...init }));
      }
    });
    await page.waitForTimeout(200);
    expect(await row(page, '1.2.1').getAttribute('aria-label')).toBe(before);
  });

  await test.step('加佐证：对话框、共用提示、预览、移除可撤销', async () => {
    const inbox = path.join(profile.folder, '收件');
    mkdirSync(inbox);
    writeFileSync(path.join(inbox, '科室设置一览表.txt'), '内科、外科、妇产科');
    writeFileSync(path.join(inbox, '出诊排班.txt'), '周一：全科');
    await answerDialogs(app, { open: [path.join(inbox, '科室设置一览表.txt'), path.join(inbox, '出诊排班.txt')] });
    await page.getByRole('button', { name: /拖到这里/ }).click();
    const panel = page.getByRole('region', { name: '佐证材料' });
    await expect(panel).toContainText('1.2.1-01');
    await expect(panel).toContainText('出诊排班');
    await expect(row(page, '1.2.1')).toHaveAccessibleName(/佐证 2 份/);

    await panel.getByRole('button', { name: '预览 科室设置一览表' }).click();
    await expect(page.getByText('内科、外科、妇产科')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('内科、外科、妇产科')).toBeHidden();

    await page.keyboard.press('Control+z');
    await expect(row(page, '1.2.1')).toHaveAccessibleName(/佐证 0 份/);
    await page.keyboard.press('Control+y');
    await expect(row(page, '1.2.1')).toHaveAccessibleName(/佐证 2 份/);
  });

  await test.step('检索：两个字的词、拼音首字母；点规则只看还差的', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('院感');
    await expect(row(page, '1.1.1')).toBeHidden();
    await expect(page.getByTestId('clause-row').first()).toBeVisible();
    await page.getByLabel('搜索条款、要点、材料').fill('sws');
    await expect(page.getByTestId('clause-row').filter({ hasText: '手卫生' }).first()).toBeVisible();
    await page.getByLabel('搜索条款、要点、材料').fill('');
    await page.keyboard.press('Escape');
    await rule(page, 0).click();
    await expect(page.getByText(/清除筛选|107/).first()).toBeVisible();
    await page.getByRole('listbox', { name: '条款列表' }).evaluate((list) => list.scrollTo(0, 0));
    await expect(row(page, '1.1.2')).toBeVisible();
    await expect(row(page, '1.1.1')).toBeHidden();
    await rule(page, 0).click();
    await page.getByRole('listbox', { name: '条款列表' }).evaluate((list) => list.scrollTo(0, 0));
    await expect(row(page, '1.1.1')).toBeVisible();
  });

  await test.step('导出评审工作簿，读回来一样', async () => {
    const file = path.join(profile.folder, '导出.xlsx');
    await answerDialogs(app, { save: file });
    await page.getByRole('button', { name: '导出评审工作簿' }).click();
    await page.getByRole('button', { name: '选择位置并导出…' }).click();
    await expect(page.getByText(/已导出“导出.xlsx”/)).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', { name: '完成' }).click();
    const book = XLSX.read(readFileSync(file));
    const rows = XLSX.utils.sheet_to_json<string[]>(book.Sheets['条款评分']!, { header: 1, raw: false });
    const rowOf = (code: string) => rows.find((cells) => cells.includes(code))?.join('|');
    expect(rowOf('1.1.1')).toContain('|A|');
    expect(rowOf('1.1.2')).toContain('年度计划未分解到科室');
    expect(rowOf('1.2.1')).toContain('县级检查已认定');
  });

  await test.step('理由写了一半：不导出，点名是哪一条', async () => {
    await row(page, '1.1.2').click();
    await page.keyboard.press('b');
    await page.getByRole('textbox', { name: /评 B/ }).fill('正在整');
    await page.getByRole('button', { name: '导出评审工作簿' }).click();
    await page.getByRole('button', { name: '选择位置并导出…' }).click();
    await expect(page.getByText('条款 1.1.2 的理由还没有保存')).toBeVisible();
    await page.getByRole('button', { name: '关闭', exact: true }).first().click();
  });

  await test.step('关掉再开：回到同一条，什么都在，撤销和写了一半的理由也还在', async () => {
    await row(page, '1.2.1').click();
    await page.waitForTimeout(600); // the place is remembered a moment after it is reached
    await app.close();
    const second = await launch(profile.folder);
    await expect(row(second.page, '1.2.1')).toHaveAttribute('aria-selected', 'true');
    await expect(row(second.page, '1.1.1')).toHaveAccessibleName(/A 优秀/);
    await expect(row(second.page, '1.1.2')).toHaveAccessibleName(/D 不合格/);
    await expect(row(second.page, '1.2.1')).toHaveAccessibleName(/B 良好.*直接评级.*佐证 2 份/);
    await expect(rule(second.page, 0)).toContainText('差 107 条');
    await expect(row(second.page, '1.1.2')).toHaveAccessibleName(/理由还没有保存/);
    await second.page.keyboard.press('Control+z');
    await expect(row(second.page, '1.2.1')).toHaveAccessibleName(/佐证 0 份/);
    await second.app.close();
  });
  profile.remove();
});
