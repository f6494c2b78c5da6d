import { expect, test, type Page } from '@playwright/test';
import { clausesOf, type Rule } from '../../shared/domain/standard/standard.ts';
import type { Mark } from '../../shared/domain/grade/grade.ts';
import type { TargetId } from '../../shared/domain/id.ts';
import { launch, temporaryProfile } from './app.ts';
import { ask, startRounds } from './journey.ts';

const strip = (page: Page) => page.getByRole('region', { name: '达标情况' });
const rule = (page: Page, at: number) => page.getByTestId('rule').nth(at);
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name });
const list = (page: Page) => page.getByRole('listbox', { name: '条款列表' });
const selected = (page: Page) => page.locator('[data-testid=clause-row][aria-selected=true]');

test.describe.configure({ mode: 'parallel' });

test('违反前置要求：一票否决，列出条款，一点就到', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  const [roundId] = await startRounds({ app, page }, profile.folder, [['tier3-2022', '3a', '三级医院评审摸底']]);
  const { standard } = await ask(page, 'round.open', { roundId });
  const [, violated] = clausesOf(standard).filter(({ method }) => method === 'prerequisite');
  const prerequisites = clausesOf(standard).filter(({ method }) => method === 'prerequisite').length;
  await expect(page.getByTestId('verdict')).toHaveText('未达到');
  await page.locator(`[data-testid=clause-row][data-code="${violated!.code}"]`).click();
  const placeOfList = await list(page).boundingBox();
  await list(page).focus();
  await page.keyboard.press('Shift+Digit1');
  await expect(page.getByTestId('verdict')).toHaveText('一票否决');
  await expect(page.getByTestId('open-prerequisites')).toHaveText(`前置要求还有 ${prerequisites - 1} 条未判定`);
  expect(await list(page).boundingBox()).toEqual(placeOfList); // the next click must hit the row it is aimed at
  await page.keyboard.press('j');
  await expect(selected(page)).not.toHaveAttribute('data-code', violated!.code);
  await page.getByTestId('veto').filter({ hasText: violated!.code }).click();
  await expect(selected(page)).toHaveAttribute('data-code', violated!.code);
  await rule(page, 2).hover();
  await expect(rule(page, 2)).toHaveAttribute(
    'title',
    /监测数据（占 60%）0\.00 \/ 600 分\n现场检查（占 40%）0\.00 \/ 400 分/,
  );
  await app.close();
  profile.remove();
});

test('已达到，但前置要求没有判完：标题栏、对比、模拟都提醒，一点就到第一条', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  const [roundId] = await startRounds({ app, page }, profile.folder, [['tier3-2022', '3a', '三级医院评审摸底']]);
  const { standard } = await ask(page, 'round.open', { roundId });
  const [first, second, ...others] = clausesOf(standard).filter(({ method }) => method === 'prerequisite');
  const judge = (mark: Mark, clauses: typeof others) =>
    Promise.all(
      clauses.map(({ id, points }) =>
        ask(page, 'assessment.mark', {
          roundId,
          clauseId: id,
          marks: points.map((point) => ({ pointId: point.id, mark })),
        }),
      ),
    );
  const rules: Rule[] = [{ kind: 'score', scope: 'total', of: 'points', atLeast: '0' }];
  await ask(page, 'round.editTarget', { roundId, targetId: '3a' as TargetId, rules });
  await judge('met', [first!]);
  await page.reload();
  const open = page.getByTestId('open-prerequisites');
  const words = `前置要求还有 ${others.length + 1} 条未判定`;
  await expect(page.getByTestId('verdict')).toHaveText('已达到');
  await expect(strip(page)).toContainText(words);
  await page.keyboard.press('t');
  await expect(page.getByTestId('compare-target').first()).toContainText(words);
  await tab(page, /模拟/).click();
  await expect(page.locator('.lift-head')).toContainText(words);
  await page.locator('.lift-head').getByTestId('open-prerequisites').click();
  await expect(selected(page)).toHaveAttribute('data-code', second!.code);
  await expect(page.getByTestId('clause-row').first()).toHaveAttribute('data-code', first!.code);
  await judge('met', [second!, ...others]);
  await page.reload();
  await expect(strip(page)).toContainText('前置要求已全部判定，无违反');
  await expect(open).toHaveCount(0);
  await judge('unmet', [second!]);
  await page.reload();
  await expect(page.getByTestId('verdict')).toHaveText('一票否决');
  await page.keyboard.press('t');
  await tab(page, /模拟/).click();
  const line = page.getByTestId('lift-row').filter({ hasText: second!.code });
  await expect(line).toContainText('消除违反');
  await app.close();
  profile.remove();
});
