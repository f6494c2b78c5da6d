import { expect, test, type Page } from '@playwright/test';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { launch, temporaryProfile } from './app.ts';
import { ask, startRounds } from './journey.ts';

const strip = (page: Page) => page.getByRole('region', { name: '达标情况' });
const editor = (page: Page, at: number) => page.getByTestId('rule-editor').nth(at);
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const list = (page: Page) => page.getByRole('listbox', { name: '条款列表' });

test('总分折算：改权重边改边算，加起来不是 100% 不让存，恢复内置可撤销', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  const [roundId] = await startRounds({ app, page }, profile.folder, [['tier3-2022', '3a', '三级医院评审摸底']]);
  const weight = (part: string) => page.getByLabel(`${part}的权重`);
  const part = (at: number) => page.getByTestId('scoring-part').nth(at);
  const trial = page.getByTestId('scoring-total');
  const total = page.getByTestId('rule').filter({ hasText: '总分' });
  const save = button(page, '保存折算');

  await test.step('现场检查全部 B：340 分；折算的口径和可信度写在那里', async () => {
    const { standard } = await ask(page, 'round.open', { roundId });
    for (const { id, method } of clausesOf(standard)) {
      if (method !== 'graded') continue;
      await ask(page, 'assessment.grade', { roundId, clauseId: id, grade: 'B', reason: '现场已看' });
    }
    await page.reload();
    await expect(total).toContainText('340.00');
    await page.keyboard.press('t');
    await tab(page, /修改规则/).click();
    const section = page.getByRole('form', { name: /总分折算/ });
    await expect(section).toContainText(/可信度低，须核对原文示例口径/);
    await expect(weight('监测数据')).toHaveValue('60%');
    await expect(page.getByLabel('监测数据的达标折算率')).toHaveValue('100%');
    await expect(page.getByLabel('监测数据的A 折算率')).toHaveCount(0);
    await expect(save).toBeDisabled();
  });

  await test.step('加起来 140%：说明差多少，不能保存', async () => {
    await weight('监测数据').fill('0.7');
    await weight('现场检查').fill('0.7');
    await expect(page.getByTestId('scoring-sum')).toHaveText('140%，多 40%');
    await save.click();
    await expect(weight('监测数据')).toBeFocused();
    await expect(page.getByRole('form').getByRole('alert')).toHaveText('各部分的权重加起来不是 100%。');
    await page.getByLabel('现场检查的C 折算率').fill('七成');
    await expect(part(1).getByRole('alert')).toHaveText('这一部分的折算率应在 0 到 1 之间。');
    await page.getByLabel('现场检查的C 折算率').fill('70%');
    await expect(total).toContainText('340.00');
  });

  await test.step('0.7 和 0.3：没保存就看得到，离开再回来还在，回车保存', async () => {
    await weight('现场检查').fill('0.3');
    await expect(trial).toContainText('340.00 → 255.00 / 1000 分 未达到');
    await expect(part(1)).toContainText('255.00 / 300 分');
    await expect(editor(page, 2)).toContainText('差 645 分');
    await expect(total).toContainText('340.00');
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await expect(list(page)).toBeVisible();
    await page.keyboard.press('t');
    await expect(tab(page, /修改规则/)).toContainText('未保存');
    await expect(weight('现场检查')).toHaveValue('0.3');
    await weight('现场检查').fill('30%');
    await page.keyboard.press('Enter');
    await expect(total).toContainText('255.00');
    await expect(tab(page, /修改规则/)).not.toContainText('未保存');
    await expect(strip(page)).toContainText('已修改');
    await expect(strip(page).locator('.verdict-source')).toHaveAttribute(
      'title',
      /改过总分折算。内置：.*监测数据占 60%/,
    );
    await expect(weight('现场检查')).toHaveAttribute('title', '内置 40%');
  });

  await test.step('Ctrl+Z 撤销保存，焦点留在原处；Ctrl+Y 重做', async () => {
    await expect(weight('现场检查')).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(weight('现场检查')).toHaveValue('40%');
    await expect(total).toContainText('340.00');
    await page.keyboard.press('Control+y');
    await expect(total).toContainText('255.00');
  });

  await test.step('恢复内置，一步撤销；放弃回到保存的', async () => {
    await button(page, '恢复内置折算').click();
    await expect(total).toContainText('340.00');
    await expect(strip(page)).not.toContainText('已修改');
    await page.keyboard.press('Control+z');
    await expect(total).toContainText('255.00');
    await weight('监测数据').fill('50%');
    await button(page, '放弃折算修改').click();
    await expect(weight('监测数据')).toHaveValue('70%');
    await page.reload();
    await expect(total).toContainText('255.00');
  });

  await app.close();
  profile.remove();
});
