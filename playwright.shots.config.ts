import { defineConfig } from '@playwright/test';

// npm run shots: every screen as a picture, to be looked at. Nothing is compared.
export default defineConfig({
  testDir: 'tests/shots',
  outputDir: 'test-results/shots',
  timeout: 240_000,
  workers: 1,
  reporter: 'list',
});
