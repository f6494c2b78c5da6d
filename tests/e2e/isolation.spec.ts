import { expect, test } from '@playwright/test';
import { launch, temporaryProfile } from './app.ts';

test('页面与系统隔离：没有 Node，不能导航、开窗、联网、要权限', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  expect(page.url()).toBe('app://bundle/');
  expect(
    await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')]),
  ).toEqual(['undefined', 'undefined']);
  // getLastWebPreferences is not in Electron's type declarations
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as never as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { contextIsolation, sandbox, nodeIntegration, webviewTag } = contents.getLastWebPreferences();
    return { contextIsolation, sandbox, nodeIntegration, webviewTag };
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
  });

  const attempts = await page.evaluate(async () => {
    const refused = (work: () => Promise<unknown>) =>
      work().then(
        () => 'allowed',
        () => 'refused',
      );
    return {
      network: await refused(() => fetch('https://example.com/')),
      file: await refused(() => fetch('file:///etc/hostname')),
      outside: await fetch('app://bundle/../../package.json').then((reply) => reply.status),
      encoded: await fetch('app://bundle/%2e%2e/%2e%2e/package.json').then(
        (reply) => reply.status,
        () => 404,
      ),
      otherHost: await refused(() => fetch('app://other/index.html')),
      evidence: await fetch('evidence://file/..%2f..%2fdabiao.db').then((reply) => reply.status),
      popup: window.open('https://example.com/') === null,
      camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
      script: await new Promise((resolve) => {
        const script = document.createElement('script');
        script.textContent = 'window.injected = true';
        document.head.append(script);
        setTimeout(() => resolve(Reflect.get(window, 'injected') ?? 'blocked'), 50);
      }),
    };
  });
  expect(attempts).toEqual({
    network: 'refused',
    file: 'refused',
    outside: 404,
    encoded: 404,
    otherHost: 'refused',
    evidence: 404,
    popup: true,
    camera: 'refused',
    script: 'blocked',
  });
  await page.evaluate(() => void setTimeout(() => window.location.assign('https://example.com/'), 0));
  await page.waitForTimeout(300);
  expect(page.url()).toBe('app://bundle/');
  await app.close();
  profile.remove();
});

test('外来框架和不认识的请求都被拒绝', async () => {
  const profile = temporaryProfile();
  const { app, page } = await launch(profile.folder);
  const answers = await page.evaluate(async () => {
    const bridge = (window as unknown as { bridge: { call(name: unknown, input: unknown): Promise<unknown> } }).bridge;
    return [
      await bridge.call('no.such.call', {}),
      await bridge.call('workspace.open', { folder: '/etc' }),
      await bridge.call('workspace.open', { folder: '00000000-0000-4000-8000-000000000000' }),
      await bridge.call(42, {}).catch(() => 'refused'),
    ];
  });
  expect(answers).toMatchObject([
    { ok: false, error: { code: 'app/bad-call' } },
    { ok: false, error: { code: 'app/bad-call' } },
    { ok: false, error: { code: 'file/token-expired' } },
    'refused',
  ]);
  await app.close();
  profile.remove();
});
