import path from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { startBackend, type BackendProcess } from './backend-process.ts';
import { denyEverything } from './deny-everything.ts';
import { registerFileDialogs } from './file-dialogs.ts';
import { handleFromPage, openIpcGate } from './ipc-gate.ts';
import { registerSchemes, serveEvidence, servePage } from './protocols.ts';
import { createWindow, savePage } from './window.ts';

registerSchemes();

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  const resources = app.isPackaged ? process.resourcesPath : path.join(app.getAppPath(), 'resources');
  // The backend opens the database while Chromium gets ready.
  const backend = startBackend({
    script: path.join(import.meta.dirname, 'backend.js'),
    standardsFolder: path.join(resources, 'standards'),
    settingsFolder: app.getPath('userData'),
    documentsFolder: process.env['DABIAO_DOCUMENTS'] ?? app.getPath('documents'),
    version: app.getVersion(),
  });
  void app.whenReady().then(() => openWindow(backend));
}

function openWindow(backend: BackendProcess): void {
  denyEverything(session.defaultSession);
  servePage(session.defaultSession, path.join(import.meta.dirname, '../renderer'));
  serveEvidence(session.defaultSession, backend);
  const window = createWindow();
  openIpcGate(window, backend);
  registerFileDialogs(window, backend);
  backend.onEvent((event) => {
    if (!window.isDestroyed()) window.webContents.send('event', event);
  });
  backend.onLost(() => {
    if (!window.isDestroyed()) window.webContents.send('backend-lost');
  });
  handleFromPage(window, 'restart-backend', () => backend.restart());

  // Leave only when the last commit is done: the page saves, the backend closes its database, then all ends.
  let hasLeft = false;
  window.on('close', (event) => {
    if (hasLeft) return;
    event.preventDefault();
    app.quit();
  });
  app.on('before-quit', (event) => {
    if (hasLeft) return;
    event.preventDefault();
    void savePage(window)
      .then(() => backend.close())
      .then(() => {
        hasLeft = true;
        app.quit();
      });
  });
  app.on('window-all-closed', () => app.quit());
}
