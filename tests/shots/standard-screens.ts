import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { RoundSummary, RoundView } from '../../shared/contract/round.ts';
import type { StandardWork } from '../../shared/contract/own-standard.ts';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { answerDialogs } from '../e2e/app.ts';
import { problemStandard } from '../support/problem-standard.ts';
import type { Screen } from './screens.ts';
import type { Stage } from './stage.ts';

async function openLibrary(stage: Stage): Promise<void> {
  await stage.button('标准库').click();
  await expect(stage.button('导入标准…')).toBeVisible();
}

async function importFile(stage: Stage, name: string, contents: Buffer): Promise<void> {
  const file = path.join(stage.profile, name);
  writeFileSync(file, contents);
  await answerDialogs(stage.app, { open: [file] });
  await stage.button(/^(?:选择文件…|换一个文件…)$/).click();
}

/** From the menu of a standard's row. */
async function choose(stage: Stage, packId: string, item: RegExp): Promise<void> {
  if (await stage.button('显示全部').isVisible()) await stage.button('显示全部').click();
  const row = stage.page.getByTestId(`library-${packId}`);
  await row.scrollIntoViewIfNeeded();
  await row.hover();
  await row.getByRole('button', { name: /更多操作/ }).click();
  await stage.page.getByRole('menuitem', { name: item }).click();
}

/** A next edition of a built-in standard as an own one: clauses reworded, moved, added and gone. */
async function publishNextEdition(stage: Stage, packId: string): Promise<void> {
  const { id, pack } = await stage.call<StandardWork>('own.begin', { from: { kind: 'standard', packId } });
  const chapters = pack.chapters.map((chapter) => ({
    ...chapter,
    sections: chapter.sections.map((section) => ({
      ...section,
      clauses: section.clauses.flatMap((clause, at) => {
        if (at === 2) return [];
        if (at === 1) return [{ ...clause, code: `${section.code}.9` }];
        if (at === 0) return [{ ...clause, title: `${clause.title}与持续改进` }];
        return [clause];
      }),
    })),
  }));
  await stage.call('own.keep', { id, pack: { ...pack, edition: '2026', chapters } });
  await stage.call('own.publish', { id });
}

/** Standards brought in, edited, linked, and a round that moves. */
export const standardScreens: readonly Screen[] = [
  {
    name: 'import-empty',
    show: async (stage) => {
      await openLibrary(stage);
      await stage.button('导入标准…').click();
      await expect(stage.page.getByText('什么都不会写入')).toBeVisible();
    },
  },
  {
    name: 'import-refused',
    show: async (stage) => {
      await importFile(stage, '关于印发评审标准的通知（扫描件）.docx', Buffer.from([1, 2, 0, 3, 4, 0, 255]));
      await expect(stage.page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'import-check',
    show: async (stage) => {
      const name = '某省三级综合医院评审标准实施细则（2025年版）定稿 (3).xlsx';
      await importFile(stage, name, await problemStandard({ isBeyondMending: true }));
      await expect(stage.page.getByTestId('import-problem').first()).toBeVisible();
    },
  },
  {
    name: 'import-problem',
    show: async ({ page }) => {
      await page.keyboard.press('F8');
      await page.keyboard.press('F8');
      await page.getByTestId('import-tree').focus();
      await page.keyboard.press('ArrowRight');
    },
  },
  {
    name: 'import-own',
    show: async (stage) => {
      await stage.button('下一步：导入…').click();
      await expect(stage.page.getByText(/不能直接导入/)).toBeVisible();
    },
  },
  {
    name: 'import-official',
    show: async ({ page }) => {
      await page.getByRole('radio', { name: /官方原文/ }).check();
      await page.getByRole('combobox', { name: '标准', exact: true }).selectOption('tier3-2022');
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'edit-faults',
    show: async (stage) => {
      await stage.page.getByRole('radio', { name: /^本院标准/ }).check();
      await stage.button('在编辑器里改正…').click();
      await expect(stage.page.getByTestId('edit-tree')).toBeVisible();
    },
  },
  {
    name: 'edit-publish-question',
    show: async (stage) => {
      await stage.page.getByRole('button', { name: /不等于/ }).click(); // the one fault; the remarks remain
      await stage.button(/^取合计/).click();
      await stage.button(/^发布为修订/).click();
      await expect(stage.button('仍然发布')).toBeVisible();
    },
    leave: (stage) => stage.escape(4),
  },
  {
    name: 'edit-large',
    show: async (stage) => {
      await choose(stage, 'tier3-2022', /复制为本院标准/);
      await expect(stage.page.getByTestId('edit-tree')).toBeVisible();
      await stage.page.getByTestId('edit-tree').locator('[data-code]').nth(12).click();
    },
    leave: (stage) => stage.escape(2),
  },
  {
    name: 'edit-points',
    show: async (stage) => {
      await choose(stage, 'sanitary-town-2021', /复制为本院标准/);
      const clauses = stage.page.getByTestId('edit-tree').locator('[data-code]');
      await clauses.nth(4).click();
      await expect(stage.page.getByTestId('running-total')).toBeVisible();
    },
    leave: (stage) => stage.escape(2),
  },
  { name: 'library-editing' },
  {
    name: 'link-standards',
    show: async (stage) => {
      await choose(stage, 'tier2-2012', /与其他标准关联/);
      await expect(stage.page.getByTestId('link-row').first()).toBeVisible({ timeout: 20_000 });
    },
    leave: (stage) => stage.escape(2),
  },
  {
    name: 'move-round',
    show: async (stage) => {
      const packId = 'community-hospital-2019';
      const { id: roundId } = await stage.call<RoundSummary>('round.create', {
        packId,
        targetId: 'meets',
        title: '社区医院自评',
      });
      const { standard } = await stage.call<RoundView>('round.open', { roundId });
      for (const { id: clauseId, points } of clausesOf(standard).slice(0, 30)) {
        const marks = points.map((point) => ({ pointId: point.id, mark: 'met' }));
        await stage.call('assessment.mark', { roundId, clauseId, marks });
      }
      await publishNextEdition(stage, packId);
      await stage.reload();
      await stage.menu('把当前轮次转到新版标准…');
      await expect(stage.page.getByTestId('move-row').first()).toBeVisible({ timeout: 10_000 });
    },
    leave: (stage) => stage.escape(2),
  },
];
