import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, type Page } from '@playwright/test';
import { launch, temporaryProfile } from './app.ts';
import { checkLooks, newWorkspace } from './journey.ts';

const tree = (page: Page) => page.getByTestId('edit-tree');
const row = (page: Page, code: string) => tree(page).locator(`[data-code="${code}"]`);
const total = (page: Page) => page.getByTestId('running-total');
const saved = (page: Page) => expect(page.getByTestId('edit-saved')).toContainText('已保存');
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
/** The clauses of the section 1.1, as the outline lists them. */
const titles = (page: Page) => tree(page).locator('[data-code^="1.1."] .edit-tree-title').allTextContents();

/** What could not be brought about in the window alone. */
function inDatabase(workspace: string, sql: string): void {
  const database = new DatabaseSync(path.join(workspace, 'dabiao.db'));
  database.exec(sql);
  database.close();
}

async function editFromLibrary(page: Page, packId: string, item: string): Promise<void> {
  const standard = page.getByTestId(`library-${packId}`);
  await standard.hover();
  await standard.getByRole('button', { name: /更多操作/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await expect(tree(page)).toBeVisible({ timeout: 30_000 });
}

test.describe.configure({ mode: 'parallel' });

test('本院标准：复制内置标准，添加、移动、删除、重排、配分，中途关掉再打开，发布，建轮次，再出一版', async () => {
  test.setTimeout(180_000);
  const profile = temporaryProfile();
  const folder = path.join(profile.folder, '青山镇卫生院');
  const first = await launch(profile.folder);
  let { page } = first;

  await test.step('从标准库复制成本院标准', async () => {
    await newWorkspace(first, profile.folder, '青山镇卫生院');
    await button(page, '标准库').click();
    await expect(page.getByTestId('library-sanitary-town-2021')).toBeVisible({ timeout: 30_000 });
    await editFromLibrary(page, 'sanitary-town-2021', '复制为本院标准并编辑…');
    await expect(total(page)).toHaveText('已分配 1,000 / 1,000 分，正好');
    await expect(button(page, '发布为修订 1')).toBeEnabled();
  });

  await test.step('添加条款：编号自动，打标题，打要点（回车下一条，空行退格删掉），配分', async () => {
    await row(page, '1.1.2').click();
    await page.keyboard.press('Insert');
    await expect(row(page, '1.1.7')).toHaveAttribute('aria-selected', 'true');
    await expect(field(page, '标题')).toBeFocused();
    await page.keyboard.type('爱国卫生月活动');
    await expect(row(page, '1.1.7')).toContainText('爱国卫生月活动');
    await field(page, '满分').fill('10');
    await expect(total(page)).toHaveText('已分配 1,010 / 1,000 分，多出 10');
    await button(page, '添加要点').click();
    await page.keyboard.type('有活动方案');
    await page.keyboard.press('Enter');
    await page.keyboard.type('有活动记录和照片');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await expect(field(page, '要点第 2 条')).toBeFocused();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(field(page, '要点第 1 条')).toHaveValue('有活动记录和照片');
    await expect(field(page, '要点第 3 条')).toHaveCount(0);
    await button(page, /1 处要改正/).click();
    await page.getByRole('button', { name: /满分加起来是/ }).click();
    await expect(page.getByTestId('head-form')).toBeVisible();
    await expect(button(page, '发布为修订 1')).toBeDisabled();
  });

  await test.step('粘贴几行就是几条要点；输入法选字的回车不另起一条', async () => {
    await row(page, '1.1.7').click();
    await button(page, '添加要点').click();
    await field(page, '要点第 3 条').evaluate((line: HTMLTextAreaElement) => {
      const data = new DataTransfer();
      data.setData('text/plain', '1. 有总结\n2. 有影像资料\n');
      line.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect(field(page, '要点第 4 条')).toHaveValue('有影像资料');
    await field(page, '要点第 4 条').evaluate((line: HTMLTextAreaElement) => {
      line.focus();
      for (const key of ['Enter', 'Backspace']) {
        line.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }));
      }
    });
    await expect(field(page, '要点第 5 条')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(tree(page)).toBeFocused();
  });

  await test.step('多选删除，撤销说得出名目，重做，再撤销', async () => {
    await row(page, '1.1.3').click();
    await row(page, '1.1.5').click({ modifiers: ['Shift'] });
    await expect(page.getByTestId('selection-form')).toContainText('已选 3 条条款');
    await page.keyboard.press('Delete');
    await expect(row(page, '1.1.4')).toHaveCount(0);
    await expect(button(page, '撤销')).toHaveAttribute('title', '撤销 删除 3 条条款（Ctrl+Z）');
    await page.keyboard.press('Control+z');
    await expect(row(page, '1.1.4')).toBeVisible();
    await page.keyboard.press('Control+y');
    await expect(row(page, '1.1.4')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(total(page)).toHaveText('已分配 1,010 / 1,000 分，多出 10');
  });

  await test.step('删一条正好配平；键盘和鼠标移动；重排本节编号', async () => {
    await row(page, '1.1.6').click(); // 10 points
    await page.keyboard.press('Delete');
    await expect(total(page)).toHaveText('已分配 1,000 / 1,000 分，正好');
    await expect(button(page, '发布为修订 1')).toBeEnabled();
    await row(page, '1.1.7').click();
    await page.keyboard.press('Alt+ArrowUp');
    expect((await titles(page)).slice(0, 3)).toEqual(['党政重视与规划', '爱国卫生月活动', '爱卫机构与人员']);
    await row(page, '1.1.7').dragTo(row(page, '1.1.5'), { targetPosition: { x: 120, y: 24 } });
    await expect(async () => expect((await titles(page)).at(-1)).toBe('爱国卫生月活动')).toPass();
    await page.keyboard.press('Control+z');
    await expect(async () => expect((await titles(page))[1]).toBe('爱国卫生月活动')).toPass();
    await button(page, '重排编号…').click();
    const preview = page.getByRole('dialog', { name: '重排编号' });
    await expect(preview.getByRole('row').filter({ hasText: '爱国卫生月活动' })).toContainText('1.1.7');
    await button(page, '重排 5 个编号').click();
    await expect(row(page, '1.1.2')).toContainText('爱国卫生月活动');
    await expect(row(page, '1.1.7')).toHaveCount(0);
  });

  await test.step('复制一条，改编号：重复的不收，空着的收', async () => {
    await row(page, '1.1.2').click();
    await page.keyboard.press('Control+d');
    await expect(row(page, '1.1.7')).toContainText('爱国卫生月活动');
    await field(page, '编号').fill('1.1.1');
    await expect(page.getByRole('alert')).toHaveText('已有这个编号');
    await field(page, '编号').fill('1.1.30');
    await expect(row(page, '1.1.30')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Delete');
    await expect(row(page, '1.1.30')).toHaveCount(0);
  });

  await test.step('没有严重的无障碍问题：条款、多选、标准信息、目标、重排、要改正的', async () => {
    await row(page, '1.1.2').click();
    await checkLooks(page, '条款');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+End'); // past sections and chapters
    await expect(page.getByTestId('selection-form')).toContainText('已选 50 条条款');
    await checkLooks(page, '多选');
    await page.keyboard.press('Home');
    await expect(page.getByTestId('head-form')).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await button(page, /1 处要改正/).click();
    await checkLooks(page, '标准信息，有要改正的');
    await page.keyboard.press('Control+z');
    await tree(page).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByTestId('targets-form')).toBeVisible();
    await checkLooks(page, '目标');
    await button(page, '重排编号…').click();
    await checkLooks(page, '重排编号');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await row(page, '1.1.2').click();
  });

  const again = await test.step('打字没停就关掉窗口，重开后和离开时一样', async () => {
    await field(page, '标题').fill('爱国卫生月和卫生日活动');
    await first.app.close();
    const launched = await launch(profile.folder);
    page = launched.page;
    await button(page, '标准库').click();
    await button(page, '继续编辑').click();
    await expect(row(page, '1.1.2')).toContainText('爱国卫生月和卫生日活动');
    await row(page, '1.1.2').click();
    await expect(field(page, '要点第 1 条')).toHaveValue('有活动记录和照片');
    await expect(field(page, '满分')).toHaveValue('10');
    await expect(total(page)).toHaveText('已分配 1,000 / 1,000 分，正好');
    return launched;
  });

  await test.step('发布，用它建轮次，新条款在评分表里', async () => {
    await button(page, '发布为修订 1').click();
    await expect(page.getByRole('heading', { name: '已发布为修订 1' })).toBeVisible();
    await button(page, '用它建轮次').click();
    await page.getByTestId('target-provincial').click();
    await button(page, '建立轮次').click();
    await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('[data-testid=clause-row][data-code="1.1.2"]')).toContainText('爱国卫生月和卫生日活动');
  });

  await test.step('再改一版：轮次仍用原来的，发布后可以转过去', async () => {
    await button(page, '标准库').click();
    await editFromLibrary(page, 'own-sanitary-town-2021', '编辑…');
    await expect(page.getByText('在修订 1 上修改')).toBeVisible();
    await row(page, '1.1.2').click();
    await field(page, '标题').fill('全民卫生月');
    await saved(page);
    await button(page, '发布为修订 2').click();
    await expect(page.getByRole('region', { name: '已发布' })).toContainText('修订 1');
    await expect(button(page, '把轮次转到新版…')).toBeVisible();
    await button(page, '返回标准库').click();
    await button(page, '评分').click();
    await expect(page.locator('[data-testid=clause-row][data-code="1.1.2"]')).toContainText('爱国卫生月和卫生日活动');
  });

  await test.step('放弃修改要确认，放弃后回到发布的样子', async () => {
    await button(page, '标准库').click();
    await editFromLibrary(page, 'own-sanitary-town-2021', '编辑…');
    await row(page, '1.1.2').click();
    await page.keyboard.press('Delete');
    await saved(page);
    await button(page, '放弃修改…').click();
    await expect(page.getByRole('dialog', { name: '放弃修改' })).toContainText('不能撤销');
    await button(page, '放弃').click();
    await editFromLibrary(page, 'own-sanitary-town-2021', '编辑…');
    await expect(row(page, '1.1.2')).toContainText('全民卫生月');
  });
  await test.step('编辑期间有了新的一版：说明以哪一版为底稿', async () => {
    await again.app.close();
    inDatabase(
      folder,
      `INSERT INTO own_standard (id, revision, pack, source, added_at)
       SELECT id, 3, replace(pack, '全民卫生月', '全民健康月'), source, added_at FROM own_standard WHERE revision = 2`,
    );
    const launched = await launch(profile.folder);
    page = launched.page;
    await button(page, '标准库').click();
    await button(page, '继续编辑').click();
    await expect(page.getByText('这个标准已经有了修订 3')).toBeVisible();
    await expect(row(page, '1.1.2')).toContainText('全民卫生月');
    await expect(button(page, '发布为修订 4')).toBeEnabled();
    await launched.app.close();
  });

  await test.step('只能查看的工作区：看得到发布的样子，改不了', async () => {
    inDatabase(folder, 'PRAGMA user_version = 99'); // as a newer Dabiao would have left it
    const viewed = await launch(profile.folder);
    page = viewed.page;
    await button(page, '标准库').click();
    await button(page, '继续编辑').click();
    await expect(page.getByText('这个工作区只能查看，不能修改标准。')).toBeVisible();
    await row(page, '1.1.2').click();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+Enter');
    await expect(row(page, '1.1.2')).toContainText('全民健康月');
    await expect(field(page, '标题')).not.toBeEditable();
    await expect(button(page, /发布为/)).toHaveCount(0);
    await viewed.app.close();
  });
  profile.remove();
});

test('1,023 条的标准：翻到最后、筛选、改一个字都跟得上', async () => {
  const profile = temporaryProfile();
  const { page, app } = await launch(profile.folder);
  await newWorkspace({ app, page }, profile.folder, '县医院', '三级综合医院');
  await button(page, '标准库').click();
  await expect(page.getByTestId('library-tier3-2022')).toBeVisible({ timeout: 30_000 });
  await editFromLibrary(page, 'tier3-2022', '复制为本院标准并编辑…');
  await expect(tree(page)).toBeFocused();
  await page.keyboard.press('End');
  const last = tree(page).locator('[aria-selected=true]');
  await expect(last).toBeInViewport();
  expect(await tree(page).getByRole('treeitem').count()).toBeLessThan(80); // only what is seen is drawn
  await page.getByLabel('筛选编号、标题、要点').fill('2.2.2.13');
  await row(page, '2.2.2.13').click();
  await page.getByLabel('分母', { exact: true }).press('Control+End');
  await page.keyboard.type('（试填）');
  await saved(page);
  await page.getByLabel('筛选编号、标题、要点').fill('没有的词');
  await expect(page.getByText('没有“没有的词”。')).toBeVisible();
  await button(page, '显示全部').click();
  await expect(page.getByRole('heading', { name: '三级医院评审标准（2022年版）' })).toBeVisible();
  await app.close();
  profile.remove();
});
