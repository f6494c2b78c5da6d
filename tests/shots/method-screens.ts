import { expect } from '@playwright/test';
import type { RoundSummary, RoundView } from '../../shared/contract/round.ts';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import type { Screen } from './screens.ts';
import type { Stage } from './stage.ts';

async function press({ page }: Stage, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
}

async function openRound(stage: Stage, packId: string, targetId: string, title: string): Promise<RoundView> {
  const { id: roundId } = await stage.call<RoundSummary>('round.create', { packId, targetId, title });
  await stage.reload();
  return stage.call<RoundView>('round.open', { roundId });
}

/** Figures for the first indicators, rising towards their target and past it. */
async function fillIndicators(stage: Stage, { round, standard }: RoundView, count: number): Promise<void> {
  const quarters = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
  const quarterly = clausesOf(standard).filter(({ indicator }) => indicator?.period === 'quarter');
  for (const [at, { id: clauseId, indicator }] of quarterly.slice(0, count).entries()) {
    const denominator = indicator?.denominator === null ? null : '9200';
    const figures = quarters.map((period, step) => ({
      period,
      numerator: String(4100 + at * 420 + step * 330 - (step === 3 ? 340 : 0)),
      denominator,
    }));
    await stage.call('assessment.figures', { roundId: round.id, clauseId, figures });
  }
}

/** Every scoring method: what it looks like scored, refused and not yet begun. */
export const methodScreens: readonly Screen[] = [
  {
    name: 'method-points',
    show: async (stage) => {
      await openRound(stage, 'sanitary-town-2021', 'national', '卫生乡镇创建');
      await press(stage, '1', 'Shift+2', '3', 'j', '0', 'j', '1', 'Shift+2', 'Shift+2', 'j', '0', 's');
      await stage.page.keyboard.type('18');
      await press(stage, 'Enter');
      await stage.page.keyboard.type('县爱卫办第三季度检查评比只认可其中两次，另一次没有签到表和影像资料，按缺项记');
      await press(stage, 'Enter');
    },
  },
  {
    name: 'method-points-refused',
    show: async (stage) => {
      await press(stage, 'k', 's');
      await stage.page.keyboard.type('99');
      await press(stage, 'Enter');
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'method-points-reason',
    show: async (stage) => {
      await press(stage, 's');
      await stage.page.keyboard.type('12.5');
      await press(stage, 'Enter');
    },
    leave: (stage) => stage.button('取消').click(),
  },
  {
    name: 'method-points-exempt',
    show: async (stage) => {
      await stage.select('3.2.4');
      await press(stage, 'e');
    },
  },
  {
    name: 'method-checklist',
    show: async (stage) => {
      await openRound(stage, 'community-hospital-2019', 'meets', '社区医院自查');
      await press(stage, '0', 'j', '1', 'Shift+2', 'Shift+2', 'j', '0', 'j', 'b');
    },
  },
  { name: 'method-checklist-failed', show: (stage) => stage.select('1.1.2') },
  {
    name: 'method-indicator',
    show: async (stage) => {
      await fillIndicators(stage, await openRound(stage, 'family-doctor-2022', 'ready', '家庭医生签约年度自评'), 9);
      await stage.reload();
      await stage.select('1.1.3');
    },
  },
  {
    name: 'method-indicator-refused',
    show: async (stage) => {
      await press(stage, 's');
      await stage.page.keyboard.type('3.2万');
      await press(stage, 'Enter');
      await stage.page.keyboard.type('约五千');
      await press(stage, 'ArrowUp');
      await stage.button('改目标').click();
      await stage.page.keyboard.type('1:1.5');
      await press(stage, 'Enter');
      await expect(stage.page.getByTestId('clause-pane').getByRole('alert')).toHaveCount(2);
    },
    leave: async (stage) => {
      await stage.escape();
      // What is half-typed would keep us in this round.
      for (const cell of await stage.page.getByTestId('clause-pane').getByRole('textbox').all())
        await cell.press('Escape');
    },
  },
  { name: 'method-indicator-empty', show: (stage) => stage.select('3.1.4') },
  {
    name: 'method-mixed',
    show: async (stage) => {
      const { round, standard } = await openRound(stage, 'tier3-2022', '3a', '三级医院评审自评');
      const monthly = clausesOf(standard).find(({ indicator }) => indicator?.period === 'month');
      const figures = Array.from({ length: 11 }, (_, month) => ({
        period: `2026-${String(month + 1).padStart(2, '0')}`,
        numerator: String(21_400 + (((month + 1) * 733) % 2100)),
        denominator: '24000',
      }));
      await stage.call('assessment.figures', { roundId: round.id, clauseId: monthly?.id, figures });
      await stage.reload();
      await stage.select(monthly?.code ?? '');
    },
  },
  {
    name: 'method-prerequisite',
    show: async (stage) => {
      await stage.select('1.1.2');
      await press(stage, '0', 'k', 'x');
      await expect(stage.page.getByTestId('verdict')).toHaveText('一票否决');
    },
    leave: async (stage) => {
      await stage.page.keyboard.press('Control+1');
      await expect(stage.page.getByTestId('round-tab').first()).toHaveAttribute('aria-current', 'true');
    },
  },
];
