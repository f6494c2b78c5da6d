import { test } from '@playwright/test';
import { launch, temporaryProfile, answerDialogs } from './app.ts';
test('look', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  page.on('console', (m) => console.log('CONSOLE', m.text()));
  page.on('pageerror', (m) => console.log('ERROR', m.message));
  await page.waitForTimeout(2500);
  await page.screenshot({ path: '/tmp/shot1.png' });
  await answerDialogs(app, { open: [profile.folder + '/新工作区'] });
  const { mkdirSync } = await import('node:fs'); mkdirSync(profile.folder + '/新工作区');
  await page.getByText('新建工作区').first().click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/tmp/shot2.png' });
  await app.close();
});
