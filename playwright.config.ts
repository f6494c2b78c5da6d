import { defineConfig } from '@playwright/test';

// The window, on the build output. The packaged app has a run of its own: `npm run package`.
export default defineConfig({
  testDir: 'tests/e2e',
  testIgnore: process.env['PACKAGED_APP'] ? [] : ['**/packaged.spec.ts'],
  outputDir: 'test-results/e2e',
  timeout: 90_000,
  workers: 1, // one window at a time: they would take the keyboard focus from each other
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
});
