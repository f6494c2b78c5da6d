import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { makeDocx, p, tbl } from '../backend/standard-import/make-docx.ts';
import { makeXlsx } from '../backend/standard-import/make-xlsx.ts';
import { answerDialogs, launch, temporaryProfile } from './app.ts';
import { checkLooks } from './journey.ts';

/** A tall picture, larger than any window. */
async function tallPicture(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 3000 });
    const pen = canvas.getContext('2d');
    if (pen) pen.fillRect(0, 0, 600, 1500);
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

/** Three empty pages. */
function threePages(): string {
  const pages = [3, 4, 5].map((id) => `${id} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj`);
  const objects = [
    '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
    '2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>> endobj',
    ...pages,
  ];
  return `%PDF-1.4\n${objects.join('\n')}\ntrailer <</Root 1 0 R/Size 6>>\n%%EOF`;
}

test('佐证文件：预览每一种，坏了说出来、放得回去，导出时点名或跳过', async () => {
  test.setTimeout(240_000);
  const profile = temporaryProfile();
  const { page, app } = await launch(profile.folder);
  await page.getByRole('button', { name: /^打开示例/ }).click();
  await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible({ timeout: 30_000 });

  const contents = {
    '院感会议纪要.docx': await makeDocx(p('会议纪要', { style: 1 }), p('手卫生：<b>依从性</b>'), tbl([['甲', '乙']])),
    '手卫生统计.xlsx': await makeXlsx({ name: '三月', rows: [['科室', '依从率']] }, { name: '四月', rows: [['内科']] }),
    '加密.docx': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    '排班.csv': Buffer.from([0xc4, 0xda, 0xbf, 0xc6]), // 内科, as Chinese Windows writes it
    '现场照片.png': await tallPicture(page),
    '制度汇编.pdf': Buffer.from(threePages()),
    '2026年度全院医务人员手卫生依从性与正确率督导检查汇总分析报告.txt': Buffer.from('报告'),
  };
  type Name = keyof typeof contents;
  const source = (name: Name) => path.join(profile.folder, name);
  const stored = (name: Name) => {
    const hash = createHash('sha256').update(contents[name]).digest('hex');
    const folder = path.join(profile.folder, '示例卫生院', 'evidence', hash.slice(0, 2));
    return path.join(folder, `${hash}${path.extname(name)}`);
  };
  const names = Object.keys(contents) as Name[];
  for (const name of names) writeFileSync(source(name), contents[name]);

  const panel = page.getByRole('region', { name: '佐证材料' });
  const preview = page.getByRole('dialog');
  const content = page.getByRole('region', { name: '文件内容' });
  const rowOf = (name: Name) => panel.getByTestId('evidence-row').filter({ hasText: path.parse(name).name });
  const openPreview = async (name: Name) => {
    await panel.getByRole('button', { name: `预览 ${path.parse(name).name}` }).click();
    await expect(preview).toContainText(name);
  };
  const closePreview = async () => {
    await page.keyboard.press('Escape');
    await expect(preview).toHaveCount(0);
  };

  await test.step('有一个不能添加：一个也不加，再只加其余的', async () => {
    await answerDialogs(app, { open: [...names.map(source), path.join(profile.folder, '不存在.pdf')] });
    await page.getByRole('button', { name: /拖到这里/ }).click();
    const notice = page.getByText(`${names.length + 1} 个文件里有 1 个不能添加`);
    await expect(notice).toBeVisible();
    await expect(page.getByText(/“不存在.pdf”找不到了/)).toBeVisible();
    await expect(rowOf('院感会议纪要.docx')).toHaveCount(0);
    await page.getByRole('button', { name: `只加其余的 ${names.length} 个` }).click();
    await expect(rowOf('院感会议纪要.docx')).toBeVisible();
    await expect(page.getByText(`已添加 ${names.length} 份，请留意：`)).toBeVisible();
  });

  await test.step('Word 和 Excel 看得到文字，加了密码的说出来，GBK 的 CSV 不乱码', async () => {
    await openPreview('院感会议纪要.docx');
    await expect(content).toContainText('手卫生：<b>依从性</b>');
    await expect(content.getByRole('cell')).toHaveText(['甲', '乙']);
    await checkLooks(page, '预览 Word');
    await page.keyboard.press('ArrowRight');
    await expect(content.getByRole('heading')).toHaveText(['三月', '四月']);
    await page.keyboard.press('ArrowRight');
    await expect(content).toContainText('不能在这里显示');
    await page.keyboard.press('ArrowRight');
    await expect(content).toHaveText('内科');
    await closePreview();
    await expect(panel.getByRole('button', { name: '预览 院感会议纪要' })).toBeFocused();
  });

  await test.step('图片先看整张，可以看实际大小、旋转', async () => {
    await openPreview('现场照片.png');
    const picture = content.getByRole('img');
    const box = async () => (await picture.boundingBox()) ?? { width: 0, height: 0 };
    const room = (await content.boundingBox())?.height ?? 0;
    await expect.poll(async () => (await box()).height).toBeGreaterThan(100);
    expect((await box()).height).toBeLessThanOrEqual(room);
    await page.keyboard.press('r');
    await expect.poll(async () => (await box()).width / (await box()).height).toBeCloseTo(5, 1);
    await page.keyboard.press('r');
    await page.keyboard.press('z');
    await expect.poll(async () => (await box()).height).toBe(3000);
    await checkLooks(page, '预览图片');
    await picture.click();
    await expect.poll(async () => (await box()).height).toBeLessThanOrEqual(room);
    await closePreview();
  });

  await test.step('PDF 的页码和翻页', async () => {
    await openPreview('制度汇编.pdf');
    const place = content.getByRole('status');
    await expect(place).toHaveText('1 / 3');
    await page.keyboard.press('PageDown');
    await expect(place).toHaveText('2 / 3');
    await page.keyboard.press('PageDown');
    await expect(place).toHaveText('3 / 3');
    await page.keyboard.press('PageUp');
    await expect(place).toHaveText('2 / 3');
    await closePreview();
  });

  await test.step('名称占满空着的地方', async () => {
    const row = rowOf('2026年度全院医务人员手卫生依从性与正确率督导检查汇总分析报告.txt');
    const title = await row.getByRole('button').first().boundingBox();
    const more = await row.getByRole('button').last().boundingBox();
    expect((more?.x ?? 0) - (title?.x ?? 0) - (title?.width ?? 0)).toBeLessThan(60);
  });

  await test.step('在工作区外被改动、被删掉：预览照实说，行上有记号', async () => {
    writeFileSync(stored('排班.csv'), '换掉的内容');
    rmSync(stored('院感会议纪要.docx'));
    await openPreview('排班.csv');
    await expect(content).toContainText('与登记时的内容不一致（在工作区外被改动过）');
    await expect(content).not.toContainText('换掉的内容');
    await checkLooks(page, '预览被改动的文件');
    await closePreview();
    await expect(rowOf('排班.csv').getByTestId('file-fault')).toHaveText('文件被改');
    await openPreview('院感会议纪要.docx');
    await expect(content).toContainText('文件已不在工作区里');
    await closePreview();
    await expect(rowOf('院感会议纪要.docx').getByTestId('file-fault')).toHaveText('文件缺失');
    await page.getByRole('button', { name: '佐证', exact: true }).click();
    await page.getByRole('button', { name: '文件有问题 2' }).click();
    await expect(page.getByTestId('register-row').getByTestId('file-fault')).toHaveText(['文件缺失', '文件被改']);
    await checkLooks(page, '佐证，文件有问题');
    await page.getByRole('button', { name: '评分', exact: true }).click();
  });

  await test.step('放回别的文件不行，放回原文件就好了', async () => {
    await openPreview('排班.csv');
    await answerDialogs(app, { open: [source('制度汇编.pdf')] });
    await content.getByRole('button', { name: '放回原文件…' }).click();
    await expect(page.getByText(/登记时的不同，没有放回/)).toBeVisible();
    await answerDialogs(app, { open: [source('排班.csv')] });
    await content.getByRole('button', { name: '放回原文件…' }).click();
    await expect(content).toHaveText('内科');
    await closePreview();
    await expect(rowOf('排班.csv').getByTestId('file-fault')).toHaveCount(0);
  });

  await test.step('导出时点名，能到条款去，也能跳过', async () => {
    const output = path.join(profile.folder, '资料');
    await answerDialogs(app, { save: output });
    const exportBundle = async () => {
      await page.getByRole('button', { name: '导出评审工作簿' }).click();
      await page.getByText('工作簿和佐证文件夹').click();
      await page.getByRole('button', { name: '选择位置并导出…' }).click();
      await expect(page.getByTestId('faulty-file').first()).toContainText('院感会议纪要');
    };
    rmSync(stored('现场照片.png'));
    await exportBundle();
    await expect(page.getByTestId('faulty-file')).toHaveCount(2);
    await checkLooks(page, '导出时缺文件');
    const way = page.getByTestId('faulty-file').first().getByRole('button').first();
    const code = (await way.innerText()).split(' ')[0] ?? '';
    await way.click();
    await expect(page.getByTestId('clause-pane')).toHaveAttribute('aria-label', `条款 ${code}`);
    await expect(rowOf('现场照片.png').getByTestId('file-fault')).toBeVisible();
    expect(existsSync(output)).toBe(false);
    await exportBundle();
    await page.getByRole('button', { name: '跳过这些并导出' }).click();
    await page.getByRole('button', { name: '取消', exact: true }).click();
    await expect(page.getByText('已取消，没有写入任何文件。')).toBeVisible();
    expect(existsSync(output)).toBe(false);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await exportBundle();
    await page.getByRole('button', { name: '跳过这些并导出' }).click();
    await expect(page.getByText('跳过了 2 个缺失或被改动过的佐证文件')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('button', { name: '完成' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: '导出评审工作簿' })).toBeFocused();
    const manifest = JSON.parse(readFileSync(path.join(output, 'manifest.json'), 'utf8')) as { missing: object[] };
    expect(manifest.missing).toHaveLength(2);
  });

  await test.step('移除之后按 Ctrl+Z：“撤销”跟着收回', async () => {
    await rowOf('制度汇编.pdf')
      .getByRole('button', { name: /的操作/ })
      .click();
    await page.getByRole('menuitem', { name: '移除' }).click();
    const undo = page.getByRole('button', { name: '撤销', exact: true });
    await expect(page.getByText('已移除“制度汇编”')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(rowOf('制度汇编.pdf')).toBeVisible();
    await expect(page.getByText('已移除“制度汇编”')).toHaveCount(0);
    await expect(undo.and(page.locator('.notice *'))).toHaveCount(0);
  });
  await app.close();
  profile.remove();
});
