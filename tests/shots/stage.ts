import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { PageBridge } from '../../renderer/app/bridge.ts';
import { answerDialogs, root, signalBackend, type Launched } from '../e2e/app.ts';

const folder = path.join(root, 'shots');
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

export function emptyShots(): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.png')) rmSync(path.join(folder, name));
}

/** The window, and what the screens of the list have in common. */
export class Stage {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Everything of this run lies in it, the sample workspace too. */
  readonly profile: string;

  constructor({ app, page }: Launched, profile: string) {
    this.app = app;
    this.page = page;
    this.profile = profile;
  }

  /** The screen as it is now: both sizes, light and dark. */
  async shoot(name: string): Promise<void> {
    await this.page.mouse.move(640, 2); // nothing is pointed at
    for (const size of sizes) {
      await this.resize(size);
      for (const colorScheme of ['light', 'dark'] as const) {
        await this.page.emulateMedia({ colorScheme });
        await this.page.waitForTimeout(120); // the component library fades its colours over
        await this.page.screenshot({
          path: path.join(folder, `${name}.${size.width}.${colorScheme}.png`),
          animations: 'disabled',
        });
      }
    }
    await this.page.emulateMedia({ colorScheme: 'light' });
    await this.resize(sizes[0]!);
  }

  private async resize({ width, height }: { width: number; height: number }): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(size.width, size.height),
      { width, height },
    );
    await this.page.waitForFunction((wanted) => window.innerWidth === wanted, width);
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** Leaves whatever lies over the screen, and the filter. */
  async escape(times = 1): Promise<void> {
    for (let time = 0; time < times; time++) await this.page.keyboard.press('Escape');
  }

  async search(text: string): Promise<void> {
    await this.page.keyboard.press('Control+f');
    await this.page.getByLabel('搜索条款、要点、材料').fill(text);
    await this.page.waitForTimeout(400); // typing is waited out
  }

  /** Chooses a clause by its code, through the search, and leaves the search again. */
  async select(code: string): Promise<void> {
    await this.search(code);
    await this.page.locator(`[data-testid=clause-row][data-code="${code}"]`).click();
    await this.page.getByLabel('搜索条款、要点、材料').fill('');
    await this.escape();
    await expect(this.page.getByTestId('clause-pane')).toHaveAttribute('aria-label', `条款 ${code}`);
    await this.page.waitForTimeout(300);
  }

  async openSample(): Promise<void> {
    await this.button(/^打开示例/).click();
    await this.showsChecklist();
  }

  async showsChecklist(): Promise<void> {
    await expect(this.page.getByRole('listbox', { name: '条款列表' })).toBeVisible({ timeout: 30_000 });
  }

  async closeWorkspace(): Promise<void> {
    await this.menu('关闭工作区');
    await expect(this.button(/^新建工作区/)).toBeVisible();
  }

  async goTo(page: '佐证' | '本轮标准'): Promise<void> {
    await this.button(page).click();
    await expect(
      this.page.getByRole('region', { name: page === '佐证' ? '佐证登记' : '标准', exact: true }),
    ).toBeVisible();
  }

  async menu(item: string): Promise<void> {
    await this.button(/切换轮次/).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async exportTo(file: string, kind: string): Promise<void> {
    await answerDialogs(this.app, { save: file });
    await this.page.getByText(kind).click();
    await this.button('选择位置并导出…').click();
  }

  /** A call as the page makes it. The screen does not know of it: `reload` afterwards. */
  async call<Answer>(name: string, input: unknown): Promise<Answer> {
    const reply = await this.page.evaluate(
      ({ called, given }) => {
        const bridge: PageBridge = window.bridge;
        return bridge.call(called, given);
      },
      { called: name, given: input },
    );
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value as Answer;
  }

  /** Shows the newest round; the window by itself comes back to the one that was left. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.showsChecklist();
    const newest = this.page.getByTestId('round-tab').last();
    await newest.click();
    await expect(newest).toHaveAttribute('aria-current', 'true');
  }

  /** Adds a file to the selected clause. */
  async attach(name: string, content: string): Promise<void> {
    const file = path.join(this.profile, name);
    writeFileSync(file, content);
    await answerDialogs(this.app, { open: [file] });
    await this.button(/拖到这里/).click();
    await expect(this.page.getByTestId('evidence-row').filter({ hasText: path.parse(name).name })).toBeVisible();
  }

  /** Holds the backend still, so that what is under way can be looked at. */
  freeze(isFrozen: boolean): void {
    signalBackend(this.app, isFrozen ? 'SIGSTOP' : 'SIGCONT');
  }
}
