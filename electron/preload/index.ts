import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../../shared/contract/bridge.ts';

const bridge: Bridge<File> = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  onEvent: (listener) => {
    const forward = (_event: unknown, event: Parameters<typeof listener>[0]): void => listener(event);
    ipcRenderer.on('event', forward);
    return () => void ipcRenderer.off('event', forward);
  },
  onBackendLost: (listener) => void ipcRenderer.on('backend-lost', () => listener()),
  restartBackend: () => ipcRenderer.invoke('restart-backend'),
  onLeaving: (work) =>
    void ipcRenderer.on('leaving', () => {
      const left = (): void => ipcRenderer.send('left');
      work().then(left, left);
    }),
  grantFiles: (files) =>
    ipcRenderer.invoke(
      'grant-dropped',
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  pickEvidence: (what) => ipcRenderer.invoke('pick-evidence', what),
  pickFolder: (purpose) => ipcRenderer.invoke('pick-folder', purpose),
  pickOutput: (what, suggestedName) => ipcRenderer.invoke('pick-output', what, suggestedName),
  pickScores: () => ipcRenderer.invoke('pick-scores'),
  pickStandard: () => ipcRenderer.invoke('pick-standard'),
  openEvidence: (fileId) => ipcRenderer.invoke('open-evidence', fileId),
  savePdf: (token, title) => ipcRenderer.invoke('save-pdf', token, title),
  print: (title) => ipcRenderer.invoke('print', title),
  revealOutput: (token) => ipcRenderer.invoke('reveal-output', token),
  openLog: () => ipcRenderer.invoke('open-log'),
};

contextBridge.exposeInMainWorld('bridge', bridge);
