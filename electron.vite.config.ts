import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// electron-vite takes its targets from the installed electron package; tests may run on an older runtime than that.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';
const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      outDir: 'out/main',
      minify: true, // a smaller file is parsed sooner; the log holds codes, not line numbers
      externalizeDeps: true, // better-sqlite3 stays in node_modules, the rest is bundled
      rollupOptions: {
        input: {
          index: at('electron/main/index.ts'),
          backend: at('electron/backend/own-process.ts'),
          'document-worker': at('electron/backend/evidence/document-text/document-worker.ts'),
          'standard-worker': at('electron/backend/standard-import/standard-worker.ts'),
          'workbook-worker': at('electron/backend/workbook/workbook-worker.ts'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: 'out/preload',
      externalizeDeps: false, // a sandboxed preload can require nothing but electron
      rollupOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: chromeTarget,
      outDir: 'out/renderer',
      minify: true, // electron-vite turns it off otherwise
      rollupOptions: { input: at('renderer/index.html') },
    },
  },
});
