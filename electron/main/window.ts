import path from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';

export function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1120,
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
    },
  });
  window.removeMenu(); // the page has its own keys; the default menu would reload it on Ctrl+R
  window.once('ready-to-show', () => window.show());
  void window.loadURL('app://bundle/');
  return window;
}
