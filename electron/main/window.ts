import path from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';

export function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: '达标',
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#15181b' : '#f4f5f7', // no white flash
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      v8CacheOptions: 'bypassHeatCheck', // compiled once, not at every start
    },
  });
  window.removeMenu(); // the page has its own keys; the default menu would reload it on Ctrl+R
  window.once('ready-to-show', () => window.show());
  void window.loadURL('app://bundle/');
  return window;
}

/** Long enough to write a note, short enough for a page that hangs. */
const patienceMs = 2000;

/** Asks the page to save what is half-typed; resolves when it has, or has taken too long. */
export function savePage(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed() || window.webContents.isCrashed()) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs);
    window.webContents.ipc.once('left', () => {
      clearTimeout(timer);
      resolve();
    });
    window.webContents.send('leaving');
  });
}
