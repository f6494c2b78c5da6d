import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { expect, test, type Page } from '@playwright/test';
import { oneSheet } from '../backend/standard-import/make-xlsx.ts';
import { problemStandard, problemTitle } from '../support/problem-standard.ts';
import { answerDialogs, launch, temporaryProfile } from './app.ts';
import { ask, checkLooks, newWorkspace } from './journey.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const tree = (page: Page) => page.getByTestId('import-tree');
const grid = (page: Page) => page.getByTestId('source-grid');
const problems = (page: Page) => page.getByTestId('import-problem');
const counts = (page: Page) => page.getByRole('region', { name: '识别结果' }).locator('header');
/** In the editor: the outline, what is selected in it, and the errors of the import. */
const outline = (page: Page) => page.getByTestId('edit-tree');
const current = (page: Page) => outline(page).locator('[aria-selected=true]');
const remarks = (page: Page) => page.getByTestId('import-remarks');
const clauseRow = (page: Page, code: string) => page.locator(`[data-testid=clause-row][data-code="${code}"]`);

const ownStandards = async (page: Page) => (await ask(page, 'standard.list', {})).filter(({ own }) => own);

/** Files from the disk, let go over the page; their names in ASCII, which is all that a test's browser hands on. */
async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'dropped' });
    document.body.append(input);
  });
  await page.locator('#dropped').setInputFiles([...files]);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped');
    const dataTransfer = new DataTransfer();
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    input?.remove();
    document.querySelector('.import')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  });
}

/** What old Office writes around a file with a password. */
function withPassword(): Buffer {
  const bytes = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  for (const [at, name] of ['Root Entry', 'EncryptedPackage'].entries()) bytes.write(name, 1024 + at * 128, 'utf16le');
  return bytes;
}

test.describe.configure({ mode: 'parallel' });

test('导入标准：读入、核对、改正、导入、评分、结论、工作簿；新版对照', async () => {
  test.setTimeout(180_000);
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  const at = (name: string) => path.join(profile.folder, name);
  await newWorkspace({ app, page }, profile.folder, '某某县人民医院');
  await button(page, '标准库').click();
  await button(page, '导入标准…').click();

  await test.step('空白的画面；一次一个文件；有密码的、不是表格的说明原因，什么都没有写入', async () => {
    await expect(page.getByText('确认导入之前，什么都不会写入')).toBeVisible();
    await checkLooks(page, '空白');
    for (const name of ['locked.xlsx', 'other.xlsx']) writeFileSync(at(name), withPassword());
    writeFileSync(at('乱写.docx'), Buffer.from([1, 2, 0, 3, 4, 0, 255]));
    await dropFiles(page, [at('locked.xlsx'), at('other.xlsx')]);
    await expect(page.getByText('一次导入一个文件')).toBeVisible();
    await dropFiles(page, [at('locked.xlsx')]);
    await expect(page.getByRole('alert')).toContainText('去掉密码');
    await checkLooks(page, '拒绝');
    await answerDialogs(app, { open: [at('乱写.docx')] });
    await button(page, '换一个文件…').click();
    await expect(page.getByRole('alert')).toContainText('乱写.docx');
    expect(await ownStandards(page)).toEqual([]);
  });

  await test.step('700 条、满是问题的文件：问题列出，点到单元格和条款', async () => {
    writeFileSync(at('detailed-rules.xlsx'), await problemStandard({ isBeyondMending: false }));
    await dropFiles(page, [at('detailed-rules.xlsx')]);
    await expect(counts(page)).toContainText('670 条款');
    await expect(tree(page)).toBeFocused();
    await expect(button(page, /^错误 4$/)).toBeVisible();
    await expect(problems(page).first()).toContainText('评审标准!H64');
    await page.keyboard.press('F8');
    await expect(page.getByRole('gridcell', { selected: true })).toHaveText('#REF!');
    await expect(tree(page).locator('[aria-selected=true]')).toHaveAttribute('data-code', '1.5.3.1');
    await page.keyboard.press('n');
    await expect(problems(page).nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Shift+F8');
    await expect(problems(page).nth(0)).toHaveAttribute('aria-selected', 'true');
    await checkLooks(page, '核对');
  });

  await test.step('F6 在各栏间走；树和原表互相跟着', async () => {
    await button(page, '监测指标').last().click();
    await grid(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(tree(page).locator('[aria-selected=true]')).toHaveAttribute('data-code', '8.1.2');
    await page.keyboard.press('F6');
    await expect(tree(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('gridcell', { selected: true })).toHaveText('8.1.3');
    await page.keyboard.press('ArrowRight');
    await expect(tree(page)).toContainText('同期出院患者总数');
    await page.keyboard.press('F6');
    await expect(page.getByTestId('import-problems')).toBeFocused();
  });

  await test.step('改正一列的用途，条款变多；撤销、重做；不要的列', async () => {
    await button(page, '一票否决情形').last().click();
    await page.getByLabel('B 列的用途').selectOption('title');
    await expect(counts(page)).toContainText('700 条款');
    await page.getByLabel('B 列的用途').focus();
    await page.keyboard.press('Control+z');
    await expect(counts(page)).toContainText('670 条款');
    await page.keyboard.press('Control+y');
    await expect(counts(page)).toContainText('700 条款');
    await page.getByLabel('一票否决情形的评分方式').selectOption('checklist');
    await expect(page.getByLabel('一票否决情形的评分方式')).toHaveValue('checklist');
    await page.getByLabel('一票否决情形的评分方式').selectOption('prerequisite');
    await button(page, '评审标准').last().click();
    await page.getByLabel('H 列的用途').selectOption('ignore');
    await expect(button(page, /^错误 0$/)).toBeVisible();
    await page.getByLabel('版本').fill('2025 年版');
    await page.getByLabel('版本').press('Enter');
  });

  await test.step('没有导入就离开：先问；留下', async () => {
    await button(page, '← 标准库').click();
    await button(page, '留下继续').click();
    await expect(counts(page)).toContainText('700 条款');
    expect(await ownStandards(page)).toEqual([]);
  });

  await test.step('作为本院标准导入，用它建轮次', async () => {
    await button(page, '下一步：导入…').click();
    await expect(page.getByText('2025 年版', { exact: true })).toBeVisible();
    await checkLooks(page, '确认');
    await button(page, '作为新的本院标准导入').click();
    await expect(page.getByRole('status').filter({ hasText: problemTitle })).toBeVisible();
    const [own] = await ownStandards(page);
    expect(own).toMatchObject({ title: problemTitle, edition: '2025 年版' });
    expect(own?.clauses).toMatchObject({ graded: 500, points: 120, indicator: 50, prerequisite: 30 });
    await button(page, '用它建轮次').click();
    await page.getByTestId('target-own').click();
    await button(page, '建立轮次').click();
    await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible();
  });

  await test.step('评一条，看结论，导出工作簿读回来', async () => {
    await expect(clauseRow(page, '1.1.1.1')).toHaveAttribute('aria-selected', 'true');
    for (const key of ['1', '2', '3', '4', '5']) await page.keyboard.press(key);
    await expect(clauseRow(page, '1.1.1.1')).toHaveAccessibleName(/A 优秀/);
    await expect(page.getByTestId('verdict')).toHaveText('未达到');
    await expect(page.getByTestId('rule').first()).toContainText('差 499 条');
    await answerDialogs(app, { save: at('工作簿.xlsx') });
    await button(page, '导出评审工作簿').click();
    await button(page, '选择位置并导出…').click();
    await expect(page.getByText(/已导出“工作簿.xlsx”/)).toBeVisible({ timeout: 30_000 });
    await button(page, '完成').click();
    const sheet = XLSX.read(readFileSync(at('工作簿.xlsx'))).Sheets['条款评分'];
    const rows = sheet ? XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false }) : [];
    expect(rows.find((cells) => cells.includes('1.1.1.1'))?.join('|')).toMatch(/医院功能与任务：制度与职责.*\|A\|/u);
    expect(rows.filter(([, chapter]) => /^[1-6] /u.test(chapter ?? ''))).toHaveLength(500);
  });

  await test.step('同一标准的新版：对照出改写、新增、取消；导入成第 2 修订，轮次可以转过来', async () => {
    writeFileSync(
      at('新版.xlsx'),
      await oneSheet(
        [
          [problemTitle, '', ''],
          ['条款编号', '条款名称', '评审要点'],
          ['1.1.1.1', '医院功能与任务：制度与职责', '【C】\n1.有医院功能与任务的制度与职责相关制度，职责明确。'],
          ['1.9.9.1', '互联网诊疗与远程医疗的监管', '【C】\n1.有互联网诊疗的准入和监管。'],
        ],
        ['A1:C1'],
      ),
    );
    await button(page, '标准库').click();
    await button(page, '导入标准…').click();
    await answerDialogs(app, { open: [at('新版.xlsx')] });
    await button(page, '选择文件…').click();
    await expect(counts(page)).toContainText('2 条款');
    await button(page, '下一步：导入…').click();
    await expect(page.getByRole('combobox', { name: '导入为' })).toHaveValue(/^own-/);
    await expect(button(page, '改写 1')).toBeVisible();
    await expect(button(page, '新增 1')).toBeVisible();
    await expect(button(page, '取消 699')).toBeVisible();
    await expect(page.getByText(/正在用它。导入不改变这个轮次/)).toBeVisible();
    await checkLooks(page, '对照');
    await button(page, '作为新修订导入').click();
    await expect(page.getByText(/第 2 修订/)).toBeVisible();
    await button(page, '转到新版…').click();
    await expect(page.getByRole('main')).not.toContainText('第 2 修订');
    expect(await ownStandards(page)).toHaveLength(1);
  });
  await app.close();
  profile.remove();
});

test('官方原文按编号覆到内置标准上：存疑的先不覆；有错误的文件到编辑器里改', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  const at = (name: string) => path.join(profile.folder, name);
  await newWorkspace({ app, page }, profile.folder, '某某镇卫生院');
  const { standard } = await ask(page, 'standard.read', { packId: 'jcx-township-2022' });
  const clauses = standard.chapters.flatMap(({ sections }) => sections.flatMap((section) => section.clauses));
  const [first, second] = clauses;
  const official = (title: string) => `【C】\n1.${title}符合国家规定。\n【B】符合“C”，并\n1.${title}有督查。`;
  writeFileSync(
    at('乡镇卫生院服务能力标准.xlsx'),
    await oneSheet([
      ['条款编号', '条款名称', '评审要点'],
      ...clauses.slice(0, 20).map(({ code, title }) => {
        const named = code === second?.code ? '与此毫不相干的另一件事' : title;
        return [code, named, official(named)];
      }),
      ['9.9.9', '标准里没有的条款', official('没有的条款')],
    ]),
  );
  await ask(page, 'round.create', { packId: 'jcx-township-2022', targetId: 'recommended', title: '自评' });
  await page.reload();
  await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible();
  await button(page, '标准库').click();
  await button(page, '导入标准…').click();
  await answerDialogs(app, { open: [at('乡镇卫生院服务能力标准.xlsx')] });
  await button(page, '选择文件…').click();
  await expect(counts(page)).toContainText('21 条款');
  await button(page, '下一步：导入…').click();
  await expect(page.getByRole('radio', { name: /^本院标准/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /官方原文/ })).toBeFocused();
  await expect(page.getByRole('combobox', { name: '标准', exact: true })).toHaveValue('jcx-township-2022');
  await expect(button(page, '存疑 1')).toHaveAttribute('aria-pressed', 'true');
  await expect(button(page, '对上 19')).toBeVisible();
  await expect(button(page, '标准里没有 1')).toBeVisible();
  await expect(page.getByLabel(`把原文覆到 ${second?.code}`)).not.toBeChecked();
  await checkLooks(page, '官方原文');
  await button(page, '覆上 19 条官方原文').click();
  await expect(page.getByText(/19 条已有官方原文/)).toBeVisible();
  const laid = await ask(page, 'official.of', { packId: 'jcx-township-2022', code: first?.code ?? '' });
  expect(laid).toMatchObject({
    kind: 'worded',
    points: [{ tier: 'C', text: `【C】\n1.${first?.title}符合国家规定。` }, {}],
  });
  expect(await ask(page, 'official.of', { packId: 'jcx-township-2022', code: second?.code ?? '' })).toMatchObject({
    kind: 'left',
    officialTitle: '与此毫不相干的另一件事',
  });
  await button(page, '回到评分').click();
  await clauseRow(page, first?.code ?? '').click();
  await expect(page.getByTestId('official')).toContainText(`${first?.title}有督查。`);

  await test.step('再覆一章：说明换几条、新增几条；勾了才先移除以前的', async () => {
    writeFileSync(
      at('第二章.xlsx'),
      await oneSheet([
        ['条款编号', '条款名称', '评审要点'],
        ...clauses.slice(18, 25).map(({ code, title }) => [code, title, official(`${title}（修订）`)]),
      ]),
    );
    await button(page, '标准库').click();
    await button(page, '导入标准…').click();
    await answerDialogs(app, { open: [at('第二章.xlsx')] });
    await button(page, '选择文件…').click();
    await expect(counts(page)).toContainText('7 条款');
    await button(page, '下一步：导入…').click();
    await page.getByRole('radio', { name: /官方原文/ }).check();
    await page.getByRole('combobox', { name: '标准', exact: true }).selectOption('jcx-township-2022');
    await expect(page.getByText('已有 19 条，其中 2 条换成这一份，新增 5 条。')).toBeVisible();
    await page.getByLabel('先移除以前的 19 条').check();
    await expect(page.getByText('以前的 19 条先移除，再覆上这一份的 7 条。')).toBeVisible();
    await page.getByLabel('先移除以前的 19 条').uncheck();
    await checkLooks(page, '再覆一章');
    await button(page, '覆上 7 条官方原文').click();
    await expect(page.getByText(/24 条已有官方原文/)).toBeVisible();
    await button(page, '回到评分').click();
    await clauseRow(page, first?.code ?? '').click();
    await expect(page.getByTestId('official')).toContainText('来自 乡镇卫生院服务能力标准.xlsx');
    await expect(page.getByTestId('official')).toContainText(`${first?.title}有督查。`);
    await clauseRow(page, second?.code ?? '').click();
    await expect(page.getByTestId('official')).toContainText('名称是“与此毫不相干的另一件事”，导入时没有覆上');
  });

  await test.step('合计对不上、编号重复的文件不能直接导入，到编辑器里逐条改', async () => {
    writeFileSync(at('满是错误.xlsx'), await problemStandard({ isBeyondMending: true }));
    await button(page, '标准库').click();
    await button(page, '导入标准…').click();
    await answerDialogs(app, { open: [at('满是错误.xlsx')] });
    await button(page, '选择文件…').click();
    await expect(counts(page)).toContainText('670 条款');
    await button(page, '下一步：导入…').click();
    await expect(page.getByText('有 12 处错误，不能直接导入')).toBeVisible();
    await button(page, '看错误').click();
    await expect(button(page, /^错误 12$/)).toHaveAttribute('aria-pressed', 'true');
    await button(page, '下一步：导入…').click();
    await page.getByRole('radio', { name: /^本院标准/ }).check();
    await button(page, '在编辑器里改正…').click();
    await expect.poll(async () => (await ask(page, 'own.works', {})).map(({ title }) => title)).toEqual([problemTitle]);
    expect(await ownStandards(page)).toEqual([]);
  });

  await test.step('12 处错误跟到编辑器里：列出、跳到条款、在树上标出、逐条勾掉', async () => {
    const rows = remarks(page).getByRole('listitem');
    const row = (where: string) => rows.filter({ hasText: where });
    const marks = (code: string) => outline(page).locator(`[data-code="${code}"]`).getByRole('img');
    await expect(rows).toHaveCount(12, { timeout: 30_000 });
    await expect(button(page, '导入错误 还有 12 处')).toHaveAttribute('aria-pressed', 'true');
    await checkLooks(page, '导入时的错误');
    await button(page, '收起问题').click();
    await expect(remarks(page)).toHaveCount(0);
    await page.keyboard.press('F8');
    await expect(current(page)).toHaveAttribute('data-code', '1.3.2.1-2');
    await expect(remarks(page).locator('[aria-current=true]')).toContainText('评审标准!C37');
    await expect(marks('1.3.2.1-2')).toHaveAccessibleName('1 处导入错误没有处理');
    await page.getByLabel('编号', { exact: true }).fill('1.3.2.9');
    await expect(row('评审标准!C37').locator('.code')).toHaveText('1.3.2.9');
    await page.getByRole('checkbox', { name: /已处理：评审标准!C37/ }).check();
    await expect(marks('1.3.2.9')).toHaveCount(0);
    await expect(button(page, '导入错误 还有 11 处')).toBeVisible();
    await row('管理评分!D53').getByRole('button').click();
    await expect(current(page)).toHaveAttribute('data-code', '7.4.6');
    await page.keyboard.press('Shift+F8');
    await expect(current(page)).toHaveAttribute('data-code', '7.4.1');
    await outline(page).focus();
    await page.keyboard.press('Delete');
    await expect(row('管理评分!B48')).toContainText('条款 7.4.1 已经删除');
    await page.keyboard.press('Control+z');
    await expect(row('管理评分!B48')).not.toContainText('已经删除');
    await expect(page.getByTestId('edit-saved')).toContainText('已保存');
  });

  await test.step('离开再回来，勾过的还勾着；还有没处理的，发布先问', async () => {
    await button(page, '← 标准库').click();
    await button(page, '继续编辑').click();
    await expect(page.getByRole('checkbox', { name: /已处理：评审标准!C37/ })).toBeChecked();
    await expect(remarks(page).getByRole('listitem').filter({ hasText: '评审标准!C37' })).toContainText('1.3.2.9');
    await expect(button(page, '1 处要改正')).toBeVisible(); // the total that the file declares
    await expect(button(page, '发布为修订 1')).toBeDisabled();
    await outline(page).press('Home');
    await button(page, /^取合计/).click();
    await button(page, '发布为修订 1').click();
    await expect(page.getByRole('alert')).toContainText('还有 11 处导入错误没有处理，仍然发布？');
    await expect(button(page, '逐条处理')).toBeFocused();
    await checkLooks(page, '仍然发布');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(remarks(page).locator('[aria-current=true]')).toHaveCount(1);
    expect(await ownStandards(page)).toEqual([]);
    await button(page, '发布为修订 1').click();
    await button(page, '仍然发布').click();
    await expect(page.getByRole('heading', { name: '已发布为修订 1' })).toBeVisible();
    expect(await ownStandards(page)).toHaveLength(1);
    await button(page, '继续修改').click();
    await expect(outline(page)).toBeVisible();
    await expect(button(page, /^导入错误/)).toHaveCount(0);
  });
  await app.close();
  profile.remove();
});
