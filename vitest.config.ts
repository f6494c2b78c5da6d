import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{domain,backend,cli,renderer}/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: ['tests/support/library-index.ts', 'tests/support/thread-bundles.ts'],
    setupFiles: ['tests/support/property-seed.ts'],
    maxWorkers: '100%', // the default leaves one processor free, which is half of two
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
