import { expect } from '@playwright/test';
import type { RoundSummary, RoundView } from '../../shared/contract/round.ts';
import type { WorkspaceState } from '../../shared/contract/workspace.ts';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import type { Screen } from './screens.ts';

/** Targets held side by side, their rules, and how to reach them. */
export const targetScreens: readonly Screen[] = [
  {
    name: 'targets-compare',
    show: async (stage) => {
      await stage.call('round.create', { packId: 'sanitary-town-2021', targetId: 'national', title: '卫生乡镇创建' });
      await stage.reload();
      await stage.page.keyboard.press('Control+1');
      await expect(stage.page.getByTestId('round-tab').first()).toHaveAttribute('aria-current', 'true');
      await stage.page.keyboard.press('t');
      await expect(stage.page.getByTestId('compare-row').first()).toBeVisible();
    },
  },
  {
    name: 'targets-rules',
    show: async ({ page }) => {
      await page.getByRole('tab', { name: /修改规则/ }).click();
      await page.getByLabel('第 2 条规则的要求').fill('75%');
      await page.getByRole('button', { name: '保存规则' }).click();
      await expect(page.getByText('恢复内置规则')).toBeVisible();
      await page.getByLabel('第 1 条规则的要求').fill('一半');
    },
    leave: (stage) => stage.button('放弃修改').click(),
  },
  {
    name: 'targets-lift',
    show: async ({ page }) => {
      await page.getByRole('tab', { name: /模拟/ }).click();
      await page
        .getByTestId('lift-rule')
        .first()
        .getByRole('button', { name: /勾选最省的/ })
        .click();
      await page.getByRole('button', { name: '保存为计划' }).click();
      await page.getByTestId('lift-list').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press(' ');
    },
  },
  {
    name: 'targets-score',
    show: async ({ page }) => {
      await page.keyboard.press('Control+3');
      await expect(page.getByTestId('compare-row').first()).toContainText('总分');
    },
  },
  {
    name: 'targets-eight-rules',
    show: async (stage) => {
      await stage.page.keyboard.press('Control+2');
      await expect(stage.page.getByTestId('compare-row')).toHaveCount(6);
      await stage.page.getByRole('tab', { name: /修改规则/ }).click();
      for (const [number, chapter] of [
        [7, '4'],
        [8, '6'],
      ] as const) {
        await stage.button('添加规则').click();
        await stage.page.getByLabel(`第 ${number} 条规则的范围`).selectOption(`chapter:${chapter}`);
        await stage.page.getByLabel(`第 ${number} 条规则的要求`).fill('1/3');
      }
      await stage.button('保存规则').click();
      await expect(stage.page.getByTestId('rule')).toHaveCount(8);
    },
    leave: async (stage) => {
      await stage.page.keyboard.press('Control+1');
      await expect(stage.page.getByTestId('round-tab').first()).toHaveAttribute('aria-current', 'true');
      await stage.button('评分').click();
      await stage.showsChecklist();
    },
  },
  {
    name: 'vetoed',
    show: async (stage) => {
      const { id: roundId } = await stage.call<RoundSummary>('round.create', {
        packId: 'tier3-2022',
        targetId: '3a',
        title: '三级医院评审摸底',
      });
      const { standard } = await stage.call<RoundView>('round.open', { roundId });
      const prerequisites = clausesOf(standard).filter(({ method }) => method === 'prerequisite');
      for (const { id: clauseId, points } of prerequisites.slice(0, 2)) {
        const marks = points.map((point) => ({ pointId: point.id, mark: 'unmet' }));
        await stage.call('assessment.mark', { roundId, clauseId, marks });
      }
      await stage.reload();
      await expect(stage.page.getByTestId('verdict')).toHaveText('一票否决');
    },
  },
  {
    name: 'targets-scoring',
    show: async (stage) => {
      const { page } = stage;
      const { rounds } = await stage.call<WorkspaceState>('workspace.state', {});
      const roundId = rounds.find(({ title }) => title === '三级医院评审摸底')!.id;
      const { standard } = await stage.call<RoundView>('round.open', { roundId });
      for (const [at, { id: clauseId, method }] of clausesOf(standard).entries()) {
        const grade = (['B', 'C', 'A'] as const)[at % 3];
        if (method === 'graded') await stage.call('assessment.grade', { roundId, clauseId, grade, reason: '现场已看' });
      }
      await stage.reload();
      await page.keyboard.press('t');
      await page.getByRole('tab', { name: /修改规则/ }).click();
      await page.getByLabel('监测数据的权重').fill('70%');
      await page.getByLabel('现场检查的权重').fill('30%');
      await page.getByRole('button', { name: '保存折算' }).click();
      await expect(page.getByText('恢复内置折算')).toBeVisible();
      await page.getByLabel('现场检查的C 折算率').fill('60%');
    },
  },
  {
    name: 'targets-scoring-refused',
    show: async ({ page }) => {
      await page.getByLabel('监测数据的权重').fill('80%');
      await page.getByLabel('现场检查的C 折算率').fill('六成');
    },
  },
  {
    name: 'targets-scoring-sum',
    show: ({ page }) => page.getByLabel('现场检查的C 折算率').fill('60%'),
    leave: async (stage) => {
      await stage.button('放弃折算修改').click();
      await stage.escape();
      await stage.page.keyboard.press('Control+1');
      await expect(stage.page.getByTestId('round-tab').first()).toHaveAttribute('aria-current', 'true');
    },
  },
];
