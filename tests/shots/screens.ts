import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from '@playwright/test';
import type { RoundView } from '../../shared/contract/round.ts';
import type { WorkspaceState } from '../../shared/contract/workspace.ts';
import { methodScreens } from './method-screens.ts';
import { startScreens } from './start-screens.ts';
import { standardScreens } from './standard-screens.ts';
import type { Stage } from './stage.ts';
import { targetScreens } from './target-screens.ts';

export interface Screen {
  readonly name: string;
  /** From where the screen before left off. */
  readonly show?: (stage: Stage) => Promise<unknown>;
  readonly leave?: (stage: Stage) => Promise<unknown>;
}

const longTitle = '2026 年度全院医务人员手卫生依从性与正确率季度抽查、原因分析、整改落实及复查验证材料汇编'
  .repeat(5)
  .slice(0, 200);

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
  preview('preview-sheet', '3.6.3', /抽查表/, async ({ page }) =>
    expect(page.getByTestId('document-text')).toBeVisible(),
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
      stage.freeze(true);
    },
    leave: async (stage) => stage.freeze(false),
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
  ...startScreens,
  ...round,
  ...previews,
  ...exports,
  ...extremes,
  ...targetScreens,
  ...methodScreens,
  ...standardScreens,
  ...last,
];
