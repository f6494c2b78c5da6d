import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerDialogs, launch, temporaryProfile } from './app.ts';
import { ask, newWorkspace } from './journey.ts';
import { inPdf, readPdf } from './pdf-text.ts';

const table = (page: Page) => page.getByRole('grid', { name: '标准' });
const search = (page: Page) => page.getByLabel('搜索标准和条款');
const results = (page: Page) => page.getByRole('listbox', { name: '搜索结果' });
const selected = (page: Page) => page.locator('[aria-selected=true]');

test('标准库：筛选、检索到条款、读全文、存成 PDF、用它建轮次', async () => {
  const profile = temporaryProfile();
  const { page, app } = await launch(profile.folder);

  await test.step('从选择标准进入，表里先是适用于本机构的，一键看全部', async () => {
    await newWorkspace({ app, page }, profile.folder, '青山镇卫生院');
    await page.getByRole('button', { name: '标准库' }).click();
    await expect(page.getByTestId('library-jcx-township-2022')).toBeVisible({ timeout: 30_000 }); // the index is made
    await expect(page.getByTestId('library-tier3-2022')).toBeHidden();
    await page.getByRole('button', { name: '显示全部' }).click();
    await expect(page.getByText('55 个标准')).toBeVisible();
    await expect(page.getByTestId('library-tier3-2022')).toContainText('2022');
    await page.getByRole('button', { name: '监测指标', exact: true }).click();
    await expect(page.getByTestId('library-jcx-township-2022')).toBeHidden();
    await page.getByRole('button', { name: '全部', exact: true }).click();
  });

  await test.step('复制来看看，没有改就离开：不留下没发布的修改', async () => {
    await page.getByTestId('library-jcx-township-2022').hover();
    await page.getByTestId('library-jcx-township-2022').getByRole('button').click();
    await page.getByRole('menuitem', { name: /复制为本院标准/ }).click();
    await expect(page.getByTestId('edit-tree')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('library-jcx-township-2022')).toBeVisible();
    expect(await ask(page, 'own.works', {})).toEqual([]);
  });

  await test.step('只用键盘：找院感，走到一条，打开，Esc 一步步回来', async () => {
    await page.keyboard.press('Control+f');
    await expect(search(page)).toBeFocused();
    await page.keyboard.type('院感');
    await expect(results(page)).toBeVisible();
    await expect(page.getByText(/\d+ 条条款/)).toBeVisible();
    await expect(results(page).locator('mark').first()).toHaveText('院感');
    await page.keyboard.press('ArrowDown');
    await expect(results(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    const row = selected(page);
    const code = await row.locator('.code').textContent();
    await page.keyboard.press('Enter');
    const clause = page.locator(`[data-code="${code}"]`);
    await expect(clause).toBeInViewport();
    await expect(clause.locator('mark').first()).toHaveText('院感');
    await expect(page.getByTestId('reading')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(results(page)).toBeFocused();
    await expect(selected(page).locator('.code')).toHaveText(code!);
    await page.keyboard.press('Escape');
    await expect(table(page)).toBeFocused();
    await expect(search(page)).toHaveValue('');
  });

  await test.step('拼音首字母、找不到、输入法正在打字', async () => {
    await search(page).fill('xtzx');
    await expect(page.getByTestId('library-hit-standard')).toContainText('胸痛中心');
    await search(page).fill('核磁共振室夜间值班');
    await expect(page.getByText('全部标准里都没有“核磁共振室夜间值班”')).toBeVisible();
    await page.getByRole('button', { name: '清除搜索' }).click();
    await search(page).evaluate((field: HTMLInputElement) => {
      field.focus();
      field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, "yuan'gan");
      field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    });
    await page.waitForTimeout(200);
    await expect(search(page)).toHaveValue("yuan'gan");
    await expect(table(page)).toBeVisible(); // nothing was looked for
    await search(page).evaluate((field: HTMLInputElement) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, '院感');
      field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '院感' }));
    });
    await expect(results(page)).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('读全文：可信度和说明在前，每级目标的规则，翻到一章', async () => {
    await page.getByTestId('library-tier3-2022').click();
    const reading = page.getByTestId('reading');
    await expect(reading).toContainText('可信度中，请核对');
    await expect(reading).toContainText('国卫医政发〔2022〕31号');
    await expect(reading.getByRole('region', { name: /三级甲等/ })).toContainText('不低于');
    await page.getByRole('navigation', { name: '章' }).getByRole('button').last().click();
    await expect(reading.locator('.reading-chapter').last()).toBeInViewport();
  });

  await test.step('1,023 条全部进 PDF，首页有标题和说明，每页有页脚', async () => {
    const file = path.join(profile.folder, '三级医院.pdf');
    await answerDialogs(app, { save: file });
    await page.getByRole('button', { name: '存为 PDF' }).click();
    await expect(page.getByText('已存为“三级医院.pdf”')).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('.print-document')).toHaveCount(0);
    const pages = await readPdf(readFileSync(file));
    expect(pages.length).toBeGreaterThan(30);
    for (const words of ['三级医院评审标准（2022年版）', '可信度中，请核对', '整体为三个部分']) {
      expect(pages[0]!.text).toContain(inPdf(words));
    }
    for (const [index, { text, smallest }] of pages.entries()) {
      expect(smallest).toBeGreaterThan(5);
      expect(text).toContain(inPdf('要点为自评提示，非官方原文'));
      expect(text).toContain(`${index + 1}/${pages.length}`);
    }
    const codes = (await readStandard(page, 'tier3-2022')).chapters.flatMap((chapter) =>
      chapter.sections.flatMap((section) => section.clauses.map((clause) => clause.code)),
    );
    const whole = pages.map(({ text }) => text).join('');
    expect(codes).toHaveLength(1023);
    expect(codes.filter((code) => !whole.includes(code))).toEqual([]);
  });

  await test.step('写不进去时用中文说明，原来的文件还在', async () => {
    const blocked = path.join(profile.folder, '只是一个文件');
    writeFileSync(blocked, '');
    await answerDialogs(app, { save: path.join(blocked, '标准.pdf') });
    await page.getByRole('button', { name: '存为 PDF' }).click();
    await expect(page.getByText('“标准.pdf”不能写入。请检查文件夹权限，或换一个位置保存。')).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step('打印交给系统；没有打印机时说明，取消不算失败', async () => {
    for (const [reason, told] of [
      ['Print job canceled', false],
      ['No printers available on the network', true],
    ] as const) {
      await app.evaluate(({ BrowserWindow }, why) => {
        BrowserWindow.getAllWindows()[0]!.webContents.print = (_options, done) => done?.(false, why);
      }, reason);
      const button = page.getByRole('button', { name: '打印', exact: true });
      await button.click();
      await expect(button).toBeEnabled({ timeout: 30_000 });
      await expect(page.getByText(/打印没有开始/)).toHaveCount(told ? 1 : 0);
    }
  });

  await test.step('用这个标准建轮次，标准库里看得到用在哪里', async () => {
    const notices = page.locator('.notice');
    for (let left = await notices.count(); left > 0; left--) await page.keyboard.press('Escape');
    await expect(notices).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.getByTestId('library-jcx-township-2022').click();
    await page.getByRole('button', { name: '用这个标准建轮次' }).click();
    await page.getByTestId('target-recommended').click();
    await page.getByLabel('轮次名称').fill('下半年自评');
    await page.getByRole('button', { name: '建立轮次' }).click();
    await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible();
    await page.getByRole('button', { name: '标准库' }).click();
    await expect(page.getByTestId('library-jcx-township-2022')).toContainText('下半年自评');
  });

  await test.step('轮次改名，页签立刻跟上', async () => {
    await page.getByRole('button', { name: /切换轮次/ }).click();
    await page.getByRole('menuitem', { name: '重命名当前轮次…' }).click();
    const title = page.getByRole('dialog').getByLabel('轮次名称');
    await expect(title).toHaveValue('下半年自评');
    await title.fill('年终自评');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByTestId('round-tab')).toContainText('年终自评');
  });

  await app.close();
  profile.remove();
});

interface Outline {
  readonly chapters: readonly { readonly sections: readonly { readonly clauses: readonly { code: string }[] }[] }[];
}

async function readStandard(page: Page, packId: string): Promise<Outline> {
  const reply = await page.evaluate((id) => window.bridge.call('standard.read', { packId: id }), packId);
  if (!reply.ok) throw new Error(reply.error.message);
  return (reply.value as { standard: Outline }).standard;
}
