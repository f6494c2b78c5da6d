import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { answerDialogs, launch, temporaryProfile } from './app.ts';
import { checkLooks } from './journey.ts';
import { inPdf, readPdf } from './pdf-text.ts';

test('还缺的佐证：按科室列出，存为 PDF，补上一份就少一份', async () => {
  const profile = temporaryProfile();
  const { page, app } = await launch(profile.folder);
  await page.getByRole('button', { name: /^打开示例/ }).click();
  await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible({ timeout: 30_000 });
  const tab = page.getByRole('button', { name: /^还缺/ });
  const rows = page.getByTestId('missing-row');
  const openList = async () => {
    await page.getByRole('button', { name: '佐证', exact: true }).click();
    await tab.click();
    await expect(rows.first()).toBeVisible();
    return Number(/\d+/u.exec(await tab.innerText())?.[0]);
  };
  const clauses = await openList();
  await checkLooks(page, '还缺');

  const departments = page.getByLabel('科室');
  const [, department = ''] = await departments.getByRole('option').allInnerTexts();
  await departments.selectOption(department);
  await expect(rows.first()).toContainText(department);
  const all = page.getByRole('table', { name: '还缺的佐证材料' });
  const ofDepartment = Number(await all.getAttribute('aria-rowcount')) - 1;
  expect(ofDepartment).toBeLessThan(clauses);

  await test.step('PDF 里是这个科室的，一条不少', async () => {
    const file = path.join(profile.folder, '还缺.pdf');
    await answerDialogs(app, { save: file });
    await page.getByRole('button', { name: '存为 PDF' }).click();
    await expect(page.getByText('已存为“还缺.pdf”')).toBeVisible({ timeout: 60_000 });
    const text = (await readPdf(readFileSync(file))).map((each) => each.text).join('');
    expect(text).toContain(inPdf(`还缺的佐证材料：${department}`));
    expect(text).toContain('示例卫生院');
    expect(text).toContain(inPdf(await rows.first().getByRole('cell').last().getByRole('button').first().innerText()));
    const boxes = text.split('□').length - 1;
    await expect(page.getByText(`${ofDepartment} 条，${boxes} 项。`)).toBeVisible();
  });

  await test.step('从一行到条款，补上同名的材料，这一项不再缺', async () => {
    const wanted = rows.first();
    const code = await wanted.getByRole('button').first().innerText();
    const suggestion = await wanted.getByRole('cell').last().getByRole('button').first().innerText();
    await wanted.getByRole('button', { name: code, exact: true }).click();
    await expect(page.getByTestId('clause-pane')).toHaveAttribute('aria-label', `条款 ${code}`);
    const file = path.join(profile.folder, `${suggestion}.txt`);
    writeFileSync(file, '内容');
    await answerDialogs(app, { open: [file] });
    await page.getByRole('button', { name: /把文件或文件夹拖到这里/ }).click();
    await expect(page.getByRole('region', { name: '佐证材料' })).toContainText(suggestion);
    await openList();
    await expect(rows.filter({ has: page.getByRole('button', { name: code, exact: true }) })).not.toContainText([
      suggestion,
    ]);
  });
  await app.close();
  profile.remove();
});
