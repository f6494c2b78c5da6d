import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from '@playwright/test';
import type { RoundSummary, RoundView } from '../../shared/contract/round.ts';
import type { WorkspaceState } from '../../shared/contract/workspace.ts';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { answerDialogs } from '../e2e/app.ts';
import { methodScreens } from './method-screens.ts';
import { standardScreens } from './standard-screens.ts';
import type { Stage } from './stage.ts';

export interface Screen {
  readonly name: string;
  /** From where the screen before left off. */
  readonly show?: (stage: Stage) => Promise<unknown>;
  readonly leave?: (stage: Stage) => Promise<unknown>;
}

const longTitle = '2026 年度全院医务人员手卫生依从性与正确率季度抽查、原因分析、整改落实及复查验证材料汇编'
  .repeat(5)
  .slice(0, 200);

const start: readonly Screen[] = [
  { name: 'start-empty' },
  {
    name: 'start-preparing',
    show: async (stage) => {
      await stage.freeze(true);
      await stage.button(/^打开示例/).click();
    },
    leave: async (stage) => {
      await stage.freeze(false);
      await stage.showsChecklist();
      await stage.closeWorkspace();
    },
  },
  { name: 'start-recents' },
  {
    name: 'start-error',
    show: async (stage) => {
      await answerDialogs(stage.app, { open: [stage.profile] });
      await stage.button(/^打开工作区/).click();
      await expect(stage.page.getByRole('alert')).toBeVisible();
    },
    leave: ({ page }) => page.locator('.ant-notification-notice-close').first().click(),
  },
  {
    name: 'new-workspace-empty-fields',
    show: async (stage) => {
      await stage.button(/^新建工作区/).click();
      await stage.button('新建').click();
      await expect(stage.page.getByText('请填写机构名称')).toBeVisible();
    },
  },
  {
    name: 'new-workspace-error',
    show: async (stage) => {
      await answerDialogs(stage.app, { open: [stage.profile] });
      await fillInstitution(stage);
      await stage.button('新建').click();
      await expect(stage.page.getByRole('dialog').getByRole('alert').last()).toBeVisible();
    },
  },
  {
    name: 'choose-standard-none',
    show: async (stage) => {
      const folder = path.join(stage.profile, '青山镇中心卫生院');
      mkdirSync(folder);
      await answerDialogs(stage.app, { open: [folder] });
      await stage.button('选择空文件夹…').click();
      await stage.button('新建').click();
      await expect(stage.page.getByTestId('standard-jcx-township-2022')).toBeVisible();
    },
  },
  {
    name: 'choose-standard',
    show: async ({ page }) => {
      await page.getByTestId('standard-jcx-township-2022').click();
      await page.getByTestId('target-recommended').click();
    },
  },
  {
    name: 'checklist-fresh',
    show: async (stage) => {
      await stage.button('建立轮次').click();
      await stage.showsChecklist();
    },
  },
  {
    name: 'evidence-empty',
    show: (stage) => stage.goTo('佐证'),
    leave: (stage) => stage.closeWorkspace(),
  },
];

async function fillInstitution({ page }: Stage): Promise<void> {
  await page.getByLabel('机构名称').fill('青山镇中心卫生院');
  await page.getByLabel('机构类型').click();
  await page.getByTitle('乡镇卫生院', { exact: true }).click();
  await page.getByRole('button', { name: '选择空文件夹…' }).click();
}

const round: readonly Screen[] = [
  {
    name: 'checklist-full',
    show: async (stage) => {
      await stage.openSample();
      await stage.select('3.6.3');
    },
  },
  { name: 'checklist-not-reached', show: (stage) => stage.select('3.6.5') },
  { name: 'checklist-raised', show: (stage) => stage.select('2.1.5') },
  {
    name: 'checklist-reason',
    show: async (stage) => {
      await stage.select('3.5.2');
      await stage.page.keyboard.press('a');
    },
    leave: (stage) => stage.button('取消').click(),
  },
  {
    name: 'filter-rule',
    show: (stage) => stage.page.getByTestId('rule').first().click(),
    leave: (stage) => stage.page.getByTestId('rule').first().click(),
  },
  { name: 'search', show: (stage) => stage.search('sws') },
  {
    name: 'search-nothing',
    show: (stage) => stage.search('核磁共振室夜间值班'),
    leave: (stage) => stage.button('显示全部条款').click(),
  },
  {
    name: 'round-menu',
    show: (stage) => stage.button(/切换轮次/).click(),
    leave: (stage) => stage.escape(),
  },
  {
    name: 'evidence-menu',
    show: async (stage) => {
      await stage.select('3.6.3');
      await stage
        .button(/的操作$/)
        .first()
        .click();
      await expect(stage.page.getByRole('menu')).toBeVisible();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'evidence-describe',
    show: async (stage) => {
      await stage
        .button(/的操作$/)
        .first()
        .click();
      await stage.page.getByRole('menuitem', { name: '编辑信息…' }).click();
      await expect(stage.page.getByRole('dialog')).toBeVisible();
    },
    leave: (stage) => stage.escape(),
  },
  { name: 'evidence-register', show: (stage) => stage.goTo('佐证') },
  {
    name: 'evidence-register-expired',
    show: (stage) => stage.button(/^已过期/).click(),
  },
  { name: 'evidence-missing', show: (stage) => stage.button(/^还缺/).click() },
  { name: 'standard', show: (stage) => stage.goTo('本轮标准'), leave: (stage) => stage.button('评分').click() },
  {
    name: 'library',
    show: async (stage) => {
      await stage.button('标准库').click();
      await expect(stage.page.getByRole('grid', { name: '标准' })).toBeVisible();
    },
  },
  { name: 'library-all', show: (stage) => stage.button('显示全部').click() },
  {
    name: 'library-search',
    show: async ({ page }) => {
      await page.getByLabel('搜索标准和条款').fill('院感');
      await expect(page.getByRole('listbox', { name: '搜索结果' })).toBeVisible();
    },
  },
  {
    name: 'library-clause',
    show: async ({ page }) => {
      await page.getByTestId('library-hit-hit').nth(1).click();
      await expect(page.locator('[data-code="3.6.2"] mark').first()).toBeInViewport();
    },
    leave: (stage) => stage.escape(2),
  },
  {
    name: 'library-nothing',
    show: async ({ page }) => {
      await page.getByLabel('搜索标准和条款').fill('核磁共振室夜间值班');
      await expect(page.getByText('全部标准里都没有')).toBeVisible();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'library-reading',
    show: async ({ page }) => {
      await page.getByTestId('library-tier3-2022').click();
      await expect(page.getByTestId('reading')).toContainText('三级甲等');
    },
    leave: async (stage) => {
      await stage.escape();
      await stage.button('评分').click();
    },
  },
  { name: 'keys', show: (stage) => stage.page.keyboard.press('?'), leave: (stage) => stage.escape() },
];

const previews: readonly Screen[] = [
  preview('preview-pdf', '3.6.3', /手卫生管理制度/, async ({ page }) =>
    expect(page.locator('canvas[data-drawn]').first()).toBeVisible(),
  ),
  preview('preview-image', '3.6.3', /照片/, async ({ page }) => expect(page.locator('.preview-image')).toBeVisible()),
  preview('preview-none', '3.6.3', /抽查表/, async ({ page }) =>
    expect(page.getByText('不能在这里预览这种文件。')).toBeVisible(),
  ),
  {
    name: 'preview-text',
    show: async (stage) => {
      await stage.select('3.6.7');
      await stage.attach(
        '预检分诊值班说明.txt',
        '一、预检分诊台由门诊部护士值守。\n二、发热病人由专人引导至发热诊室。\n',
      );
      await stage.button('预览 预检分诊值班说明').click();
      await expect(stage.page.getByText('发热病人由专人引导')).toBeVisible();
    },
    leave: (stage) => stage.escape(),
  },
];

function preview(name: string, clause: string, title: RegExp, shown: (stage: Stage) => Promise<void>): Screen {
  return {
    name,
    show: async (stage) => {
      await stage.select(clause);
      await stage.page.getByTestId('evidence-row').filter({ hasText: title }).getByRole('button').first().click();
      await shown(stage);
    },
    leave: (stage) => stage.escape(),
  };
}

const exports: readonly Screen[] = [
  { name: 'export', show: (stage) => stage.button('导出评审工作簿').click() },
  {
    name: 'export-error',
    show: async (stage) => {
      const blocked = path.join(stage.profile, '只是一个文件');
      writeFileSync(blocked, '');
      await stage.exportTo(path.join(blocked, '导出.xlsx'), '评审工作簿（.xlsx）');
      await expect(stage.page.getByRole('dialog').getByRole('alert')).toBeVisible();
    },
    leave: (stage) => stage.escape(),
  },
  {
    name: 'export-running',
    show: async (stage) => {
      await stage.button('导出评审工作簿').click();
      await stage.exportTo(path.join(stage.profile, '评审资料'), '工作簿和佐证文件夹');
      await expect(stage.page.getByRole('progressbar')).toBeVisible();
      await stage.freeze(true);
    },
    leave: (stage) => stage.freeze(false),
  },
  {
    name: 'export-done',
    show: (stage) => expect(stage.page.getByText(/已导出/)).toBeVisible({ timeout: 20_000 }),
    leave: (stage) => stage.button('完成').click(),
  },
];

const extremes: readonly Screen[] = [
  {
    name: 'long-titles',
    show: async (stage) => {
      const { rounds } = await stage.call<WorkspaceState>('workspace.state', {});
      const roundId = rounds[0]!.id;
      const { states } = await stage.call<RoundView>('round.open', { roundId });
      const evidence = new Map(states.flatMap((state) => state.evidence).map((each) => [each.number, each]));
      for (const number of ['1.1.1-01', '3.6.3-01']) {
        const { id, documentDate, validUntil, department, remark } = evidence.get(number)!;
        const described = { number, documentDate, validUntil, department, remark, title: longTitle };
        await stage.call('evidence.describe', { roundId, evidenceId: id, ...described });
      }
      await stage.reload();
      await stage.select('3.6.3');
    },
  },
  { name: 'long-titles-register', show: (stage) => stage.goTo('佐证') },
  {
    name: 'tier2',
    show: async (stage) => {
      await stage.call('round.create', { packId: 'tier2-2012', targetId: '2a', title: '2026 年二级医院评审自评' });
      await stage.reload();
    },
  },
  { name: 'tier2-standard', show: (stage) => stage.goTo('本轮标准'), leave: (stage) => stage.button('评分').click() },
];

const targets: readonly Screen[] = [
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

const last: readonly Screen[] = [
  {
    name: 'read-only',
    show: async (stage) => {
      await stage.closeWorkspace();
      const db = new DatabaseSync(path.join(stage.profile, '示例卫生院', 'dabiao.db'));
      db.exec('PRAGMA user_version = 99');
      db.close();
      await stage.page.getByRole('region', { name: '最近打开' }).getByRole('button').first().click();
      await stage.showsChecklist();
    },
  },
];

/** In this order: each screen starts where the one before left the window. */
export const screens: readonly Screen[] = [
  ...start,
  ...round,
  ...previews,
  ...exports,
  ...extremes,
  ...targets,
  ...methodScreens,
  ...standardScreens,
  ...last,
];
