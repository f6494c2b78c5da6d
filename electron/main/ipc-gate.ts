import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { BackendProcess } from './backend-process.ts';

/** Registers a channel that only our own page's main frame may use. */
export function handleFromPage(window: BrowserWindow, channel: string, answer: (...input: unknown[]) => unknown): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...input: unknown[]) => {
    const frame = event.senderFrame;
    if (frame === null || frame !== window.webContents.mainFrame || frame.origin !== 'app://bundle') {
      throw new Error('call from a foreign frame');
    }
    return answer(...input);
  });
}

/** The one way from the page to the backend. The backend parses the input; here only its origin and shape are checked. */
export function openIpcGate(window: BrowserWindow, backend: Pick<BackendProcess, 'call'>): void {
  handleFromPage(window, 'call', (name, input) => {
    if (typeof name !== 'string') throw new Error('call without a name');
    return backend.call(name, input);
  });
}
