import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createBackend } from '../../electron/backend/backend.ts';
import { interleave, median, ratio, report } from './measure.ts';

/**
 * From process start to a checklist that reacts, against an empty window of the same runtime. Both are started as a
 * user does, without a debugger waiting; the page's own clock is read afterwards.
 */
const root = path.resolve(import.meta.dirname, '../..');
const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
if (!dist) throw new Error('run this through npm run bench');
const electron = path.join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
const folder = mkdtempSync(path.join(tmpdir(), 'dabiao-start-'));

const empty = path.join(folder, 'empty');
mkdirSync(empty);
writeFileSync(path.join(empty, 'package.json'), '{"name":"empty","main":"main.cjs"}');
writeFileSync(path.join(empty, 'index.html'), '<!doctype html><title>empty</title><p>empty</p>');
writeFileSync(
  path.join(empty, 'main.cjs'),
  `const { app, BrowserWindow } = require('electron');
   app.whenReady().then(() => {
     const window = new BrowserWindow({ width: 1366, height: 768, show: false, webPreferences: { sandbox: true } });
     window.once('ready-to-show', () => window.show());
     window.loadFile('index.html');
   });`,
);

/** A settings folder whose last workspace has one round of this standard, or is the sample. */
async function profileWith(name: string, round?: { readonly packId: string; readonly targetId: string }) {
  const settingsFolder = path.join(folder, `profile-${name}`);
  const backend = createBackend({
    standardsFolder: path.join(root, 'resources/standards'),
    settingsFolder,
    sampleFolder: '',
    workbookWorker: new URL('file:///none'),
    standardWorker: new URL('file:///none'),
    documentWorker: new URL('file:///none'),
    program: 'bench',
    version: '0.0.0',
    now: () => new Date(),
    announce: () => undefined,
    logBug: (_where, cause) => console.error(cause),
  });
  if (round) {
    const { handlers } = backend;
    await handlers['workspace.create']({
      folder: backend.grant(path.join(folder, name)),
      institution: '示例医院',
      type: '三级综合医院',
    });
    await handlers['round.create']({ ...round, title: '自评' });
  } else {
    await backend.openSample(path.join(folder, '示例卫生院')); // the window reopens what was open last
  }
  backend.close();
  return settingsFolder;
}

/** The same application with one standard in its library. */
const withOnePack = path.join(folder, 'one-pack');
mkdirSync(path.join(withOnePack, 'resources/standards'), { recursive: true });
for (const name of ['out', 'node_modules']) symlinkSync(path.join(root, name), path.join(withOnePack, name));
copyFileSync(path.join(root, 'package.json'), path.join(withOnePack, 'package.json'));
const township = 'jcx-township-2022';
copyFileSync(
  path.join(root, `resources/standards/${township}.yaml`),
  path.join(withOnePack, `resources/standards/${township}.yaml`),
);

const profile = await profileWith('sample');
const small = await profileWith('township', { packId: township, targetId: 'basic' });
const large = await profileWith('tier3', { packId: 'tier3-2022', targetId: '3a' });

/** Milliseconds from spawn to the instant that `instant`, evaluated in the page, resolves to. */
async function start(app: string, userData: string, instant: string): Promise<number> {
  const portFile = path.join(userData, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const started = Date.now();
  const child = spawn(electron, [app, `--user-data-dir=${userData}`, '--disable-gpu', '--remote-debugging-port=0'], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    while (!existsSync(portFile)) await pause(20);
    await pause(1500); // the start is over by then; looking at it earlier would slow it down
    const [port] = readFileSync(portFile, 'utf8').split('\n');
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
      type: string;
      webSocketDebuggerUrl: string;
    }[];
    const page = targets.find((target) => target.type === 'page');
    if (!page) throw new Error('no page');
    return (await evaluate(page.webSocketDebuggerUrl, instant)) - started;
  } finally {
    child.kill('SIGTERM'); // ends as a user would end it: the next start finds nothing to recover
    await Promise.race([ended, pause(5000).then(() => child.kill('SIGKILL'))]);
    await ended;
  }
}

function evaluate(url: string, expression: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.addEventListener('error', () => reject(new Error('no connection to the page')));
    socket.addEventListener('open', () =>
      socket.send(
        JSON.stringify({
          id: 1,
          method: 'Runtime.evaluate',
          params: { expression, awaitPromise: true, returnByValue: true },
        }),
      ),
    );
    socket.addEventListener('message', ({ data }) => {
      const { result } = JSON.parse(String(data)) as { result: { result: { value: number } } };
      socket.close();
      resolve(result.result.value);
    });
  });
}

const loaded = 'performance.timeOrigin + performance.getEntriesByType("navigation")[0].loadEventEnd';
const reacts = `new Promise((resolve) => (function look() {
  const mark = performance.getEntriesByName('checklist-reacts')[0];
  if (mark) resolve(performance.timeOrigin + mark.startTime); else setTimeout(look, 20);
})())`;
const times = await interleave(9, {
  empty: () => start(empty, path.join(folder, 'empty-profile'), loaded),
  ours: () => start(root, profile, reacts),
  onePack: () => start(withOnePack, profile, reacts),
  township: () => start(root, small, reacts),
  tier3: () => start(root, large, reacts),
});
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
const milliseconds = (values: readonly number[]): string => `${median(values).toFixed(0)} ms`;
report(
  '启动到评分页可操作',
  ratio(times.ours, times.empty),
  '≤ 1.6×',
  `${milliseconds(times.ours)}，空窗口 ${milliseconds(times.empty)}`,
);
report(
  '带 55 个标准启动，与只带 1 个相比',
  ratio(times.ours, times.onePack),
  '≤ 1.1×',
  `${milliseconds(times.ours)}，${milliseconds(times.onePack)}`,
);
report(
  '打开最大的标准（1,023 条），与乡镇卫生院（109 条）相比',
  ratio(times.tier3, times.township),
  '≤ 1.3×',
  `${milliseconds(times.tier3)}，${milliseconds(times.township)}`,
);
