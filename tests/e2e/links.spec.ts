import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, type Page } from '@playwright/test';
import type { RoundId } from '../../shared/domain/id.ts';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { answerDialogs, launch, temporaryProfile } from './app.ts';
import { ask, checkLooks, newWorkspace } from './journey.ts';

const [township, community] = ['jcx-township-2022', 'jcx-community-2022'] as const;
const list = (page: Page) => page.getByRole('listbox', { name: '条款列表' });
const pane = (page: Page) => page.getByTestId('clause-pane');
const linked = (page: Page) => page.getByTestId('linked');
const official = (page: Page) => page.getByTestId('official');
const rows = (page: Page) => page.getByTestId('link-row');
const current = (page: Page) => page.locator('[data-testid=link-row][aria-selected=true]');
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name });

const countOf = async (page: Page, name: RegExp) =>
  Number(/\d+/.exec((await tab(page, name).textContent()) ?? '')?.[0]);

async function goTo(page: Page, code: string) {
  await page.getByRole('searchbox').fill(code);
  await page.locator(`[data-testid=clause-row][data-code="${code}"]`).click();
  await expect(page.getByRole('region', { name: `条款 ${code}`, exact: true })).toBeVisible();
}

/** What an import of the official file leaves behind. */
function layOfficialWording(workspace: string): void {
  const db = new DatabaseSync(path.join(workspace, 'dabiao.db'));
  db.exec(`INSERT INTO official_text VALUES
      ('${township}', '3.6.3', '手卫生管理与标准预防', '服务能力标准（2022版）正式稿.docx', '2026-11-20T02:00:00Z', 0),
      ('${township}', '3.6.5', '完全另一回事', '服务能力标准（2022版）正式稿.docx', '2026-11-20T02:00:00Z', 1);
    INSERT INTO official_point VALUES ('${township}', '3.6.3', 0, 'C', '1.有手卫生管理制度和实施规范。'),
      ('${township}', '3.6.3', 1, 'B', '符合“C”，并定期对手卫生依从性进行监测、反馈。')`);
  db.close();
}

test('关联条款：提出、用键盘确认，一边的佐证、说明和问题在另一边提供，采用后可以撤销', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  const folder = await newWorkspace({ app, page }, profile.folder, '青山镇卫生院');
  for (const [packId, title] of [
    [community, '社区中心自评'],
    [township, '乡镇卫生院自评'],
  ] as const) {
    await ask(page, 'round.create', { packId, targetId: 'recommended', title });
  }
  const rounds = await ask(page, 'round.list', {});
  const roundOf = (title: string) => rounds.find((round) => round.title === title)?.id ?? ('' as RoundId);
  await page.reload();
  await expect(list(page)).toBeVisible();
  let total = 0;

  await test.step('社区中心那一轮：挂两份佐证，判两个要点，写说明', async () => {
    await page.getByTestId('round-tab').filter({ hasText: '社区中心' }).click();
    await goTo(page, '3.6.3');
    const files = ['手卫生管理制度（2026修订）.txt', '手卫生依从性调查表.txt'].map((name) =>
      path.join(profile.folder, name),
    );
    for (const file of files) writeFileSync(file, file);
    await answerDialogs(app, { open: files });
    await page.getByRole('button', { name: /把文件或文件夹拖到这里/ }).click();
    await expect(page.getByTestId('evidence-row')).toHaveCount(2);
    await page.getByTestId('point-1').getByRole('radio', { name: '符合', exact: true }).click();
    await page.getByTestId('point-2').getByRole('radio', { name: '不符合', exact: true }).click();
    await page.getByLabel('说明').fill('治疗室洗手池缺干手纸，11 月 10 日已领');
    await page.getByLabel('说明').blur();
  });

  await test.step('从标准库进到关联条款：另一轮用的标准已经选好', async () => {
    await page.keyboard.press('Escape');
    await page.getByTestId('round-tab').filter({ hasText: '乡镇卫生院' }).click();
    await expect(page.getByTestId('round-tab').filter({ hasText: '乡镇卫生院' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await page.getByRole('button', { name: '标准库', exact: true }).click();
    await page.getByTestId(`library-${township}`).click();
    await page.getByRole('button', { name: '更多操作', exact: true }).click();
    await page.getByRole('menuitem', { name: /与其他标准关联/ }).click();
    await expect(page.getByTestId(`link-other-${community}`)).toHaveAttribute('aria-current', 'true');
    await expect.poll(() => countOf(page, /待确认/)).toBeGreaterThan(80);
    total = await countOf(page, /待确认/);
    await expect(rows(page).first()).toContainText('2型糖尿病患者健康管理');
    await checkLooks(page, '关联条款');
  });

  await test.step('键盘：移动、确认、排除、退回；筛选时字母是字', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    await expect(current(page)).toContainText('病种');
    await page.keyboard.press('n');
    await expect(tab(page, /已排除/)).toContainText('1');
    await expect(current(page)).not.toContainText('病种');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('手卫生');
    await expect(rows(page)).toHaveCount(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(tab(page, /已确认/)).toContainText('1');
    await expect(page.getByTestId(`link-other-${community}`)).toContainText('1');
    await page.keyboard.press('Control+f');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await tab(page, /已排除/).click();
    await expect(current(page)).toContainText('病种');
    await page.keyboard.press('Enter');
    await expect(tab(page, /已确认/)).toContainText('2');
    await tab(page, /已确认/).click();
    await page.getByTestId('link-row').filter({ hasText: '病种' }).click();
    await page.keyboard.press('Backspace');
    await expect(tab(page, /已确认/)).toContainText('1');
    await expect.poll(() => countOf(page, /待确认/)).toBe(total - 1);
  });

  await test.step('Ctrl+Z、Ctrl+Y 撤销和重做判断，状态栏说明', async () => {
    await page.keyboard.press('Control+z');
    await expect(tab(page, /已确认/)).toContainText('2');
    await expect(page.locator('.link-status')).toContainText('已撤销“退回待确认”');
    await page.keyboard.press('Control+y');
    await expect(tab(page, /已确认/)).toContainText('1');
    await expect(page.locator('.link-status')).toContainText('已退回待确认');
  });

  await test.step('Shift+A 一并确认相似度够的，一步撤销；单按 A 什么也不做', async () => {
    await tab(page, /待确认/).click();
    const all = page.getByRole('button', { name: /^全部确认 \d+ 条/ });
    const count = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
    expect(count).toBeGreaterThan(3);
    await page.keyboard.press('a');
    await page.keyboard.press('Shift+A');
    await expect(tab(page, /已确认/)).toContainText(String(count + 1));
    await expect(page.locator('.link-status')).toContainText(`已确认关联：${count} 条`);
    await page.locator('.link-status').getByRole('button', { name: '撤销', exact: true }).click();
    await expect.poll(() => countOf(page, /已确认/)).toBe(1);
    await expect.poll(() => countOf(page, /待确认/)).toBe(total - 1);
    await expect
      .poll(() => ask(page, 'link.counts', { packId: township }))
      .toEqual([{ packId: community, confirmed: 1 }]);
  });

  await test.step('手工关联没有提出的一对：两边查找，键盘选，确认后带着相似度列在已确认里', async () => {
    await page.getByRole('button', { name: '手工关联…' }).click();
    const dialog = page.getByRole('dialog', { name: '手工关联' });
    await expect(dialog.getByRole('combobox').first()).toBeFocused();
    await page.keyboard.type('1.1.1');
    await expect(dialog.getByRole('listbox').first().getByRole('option', { selected: true })).toContainText('1.1.1');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('combobox').last()).toBeFocused();
    await page.keyboard.type('4.5');
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('listbox').last().getByRole('option', { selected: true })).toContainText('4.5.2');
    await checkLooks(page, '手工关联');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => countOf(page, /已确认/)).toBe(2);
    await expect(current(page)).toContainText('1.1.1');
    await expect(current(page)).toContainText('4.5.2');
    await expect(current(page)).toContainText('%');
    await page.keyboard.press('Control+z');
    await expect.poll(() => countOf(page, /已确认/)).toBe(1);
    await expect
      .poll(() => ask(page, 'link.counts', { packId: township }))
      .toEqual([{ packId: community, confirmed: 1 }]);
  });

  await test.step('回到标准库，选着的还是那个标准，筛选也在', async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('grid', { name: '标准' })).toBeVisible();
    await page.getByRole('button', { name: '显示全部' }).click();
    const row = page.getByTestId(`library-${community}`);
    await row.click();
    await page.getByRole('button', { name: '更多操作', exact: true }).click();
    await page.getByRole('menuitem', { name: /与其他标准关联/ }).click();
    await expect(page.getByTestId(`link-other-${township}`)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(row).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('button', { name: /^只看/ })).toBeVisible();
  });

  await test.step('乡镇那一轮的同一条：佐证、说明、问题都在，采用、引用，再撤销', async () => {
    await page.getByRole('button', { name: '评分', exact: true }).click();
    await goTo(page, '3.6.3');
    await expect(linked(page)).toContainText('可用佐证 2 份');
    await expect(linked(page)).not.toContainText('手卫生与标准预防');
    await linked(page).getByRole('button', { name: '关联条款 1' }).click();
    await expect(linked(page)).toContainText('手卫生与标准预防');
    await expect(linked(page)).toContainText('社区中心自评');
    await expect(page.getByTestId('linked-evidence')).toHaveCount(2);
    await expect(linked(page)).toContainText('问题');
    await checkLooks(page, '关联条款');
    await linked(page).getByRole('button', { name: '手卫生依从性调查表 用于本条款' }).click();
    await expect(page.getByTestId('evidence-row')).toHaveCount(1);
    await expect(page.getByTestId('linked-evidence').filter({ hasText: '调查表' })).toContainText('已用于本条');
    await page.keyboard.press('Control+z');
    await expect(page.getByTestId('evidence-row')).toHaveCount(0);
    await linked(page).getByRole('button', { name: '全部采用 2 份' }).click();
    await expect(page.getByTestId('evidence-row')).toHaveCount(2);
    await page.locator('.notice').getByRole('button', { name: '撤销', exact: true }).click();
    await expect(page.getByTestId('evidence-row')).toHaveCount(0);
    await linked(page).getByRole('button', { name: '引用说明' }).click();
    await expect(page.getByLabel('说明')).toHaveValue(/【.*3\.6\.3，社区中心自评】治疗室洗手池缺干手纸/);
    await expect(linked(page)).toContainText('已引用');
    await page.keyboard.press('Control+z');
    await expect(page.getByLabel('说明')).toHaveValue('');
    await goTo(page, '3.6.4');
    await expect(linked(page)).toContainText('本条没有');
    await expect(page.getByTestId('linked-evidence')).toHaveCount(0);
  });

  await test.step('点关联条款，到那一轮的那一条', async () => {
    await goTo(page, '3.6.3');
    await linked(page)
      .getByRole('button', { name: /3\.6\.3/ })
      .click();
    await expect(page.getByTestId('round-tab').filter({ hasText: '社区中心' })).toHaveAttribute('aria-current', 'true');
    await expect(page.getByRole('region', { name: '条款 3.6.3', exact: true })).toBeVisible();
    await expect(linked(page)).toContainText('乡镇卫生院自评');
  });

  await app.close();
  layOfficialWording(folder);

  const again = await launch(profile.folder);
  await test.step('官方原文在要点下面，标明来自哪个文件；收起来就一直收着', async () => {
    await expect(list(again.page)).toBeVisible({ timeout: 30_000 });
    await again.page.getByTestId('round-tab').filter({ hasText: '乡镇卫生院' }).click();
    await goTo(again.page, '3.6.3');
    await expect(official(again.page)).toContainText('来自 服务能力标准（2022版）正式稿.docx');
    await expect(official(again.page)).toContainText('手卫生管理与标准预防');
    await expect(official(again.page)).toContainText('1.有手卫生管理制度和实施规范。');
    await expect(linked(again.page)).toBeVisible();
    await checkLooks(again.page, '条款');
    await goTo(again.page, '3.6.4');
    await expect(official(again.page)).toContainText('覆上的官方文件里没有对上这一条');
    await goTo(again.page, '3.6.5');
    await expect(official(again.page)).toContainText('名称是“完全另一回事”，导入时没有覆上');
    await official(again.page).getByRole('button', { name: '官方原文' }).click();
    await goTo(again.page, '3.6.3');
    await expect(official(again.page).getByRole('button', { name: '官方原文' })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    await expect(official(again.page)).not.toContainText('1.有手卫生管理制度');
    await again.page.getByTestId('round-tab').filter({ hasText: '社区中心' }).click();
    await goTo(again.page, '3.6.3');
    await expect(linked(again.page)).toBeVisible();
    await expect(official(again.page)).toHaveCount(0);
  });

  await test.step('连按 J 走过几条，停下的那条照样看得到', async () => {
    await again.page.getByTestId('round-tab').filter({ hasText: '乡镇卫生院' }).click();
    const view = await ask(again.page, 'round.open', { roundId: roundOf('乡镇卫生院自评') });
    const codes = clausesOf(view.standard).map(({ code }) => code);
    await goTo(again.page, codes[codes.indexOf('3.6.3') - 5] ?? '');
    await again.page.keyboard.press('Escape');
    for (let step = 0; step < 5; step++) await again.page.keyboard.press('j');
    await expect(pane(again.page)).toContainText('手卫生与标准预防');
    await expect(linked(again.page)).toContainText('社区中心自评');
  });
  await again.app.close();
  profile.remove();
});
