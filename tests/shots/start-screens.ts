import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { answerDialogs } from '../e2e/app.ts';
import type { Screen } from './screens.ts';
import type { Stage } from './stage.ts';

/** From the first start to a first round. */
export const startScreens: readonly Screen[] = [
  { name: 'start-empty' },
  {
    name: 'start-preparing',
    show: async (stage) => {
      stage.freeze(true);
      await stage.button(/^打开示例/).click();
    },
    leave: async (stage) => {
      stage.freeze(false);
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
