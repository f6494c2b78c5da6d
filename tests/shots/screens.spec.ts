import { test } from '@playwright/test';
import { launch, temporaryProfile } from '../e2e/app.ts';
import { screens } from './screens.ts';
import { emptyShots, Stage } from './stage.ts';

test('每个画面一张图：1366 和 1920，浅色和深色', async () => {
  const profile = temporaryProfile();
  const stage = new Stage(await launch(profile.folder), profile.folder);
  stage.page.setDefaultTimeout(8000);
  emptyShots();
  for (const { name, show, leave } of screens) {
    await test.step(name, async () => {
      await show?.(stage);
      await stage.shoot(name);
      await leave?.(stage);
    });
  }
  await stage.app.close();
  profile.remove();
});
