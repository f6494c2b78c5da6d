import { defineConfig } from '@playwright/test';
import { displays } from './tests/e2e/displays.ts';

// The window, on the build output. The packaged app has a run of its own: `npm run package`.
export default defineConfig({
  testDir: 'tests/e2e',
  testIgnore: process.env['PACKAGED_APP'] ? [] : ['**/packaged.spec.ts'],
  outputDir: 'test-results/e2e',
  timeout: 90_000,
  // One window on each display: on the same one they would take the keyboard focus from each other.
  workers: displays.length,
  expect: { timeout: 10_000 },
  retries: 1, // a second pass is told as flaky
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
});
