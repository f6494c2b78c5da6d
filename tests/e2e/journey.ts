import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { PageBridge } from '../../renderer/app/bridge.ts';
import type { CallName, Input, Output } from '../../shared/contract/contract.ts';
import type { RoundSummary } from '../../shared/contract/round.ts';
import type { RoundId } from '../../shared/domain/id.ts';
import { answerDialogs, type Launched } from './app.ts';

/** A workspace in an empty folder of this name, made in the window; the choice of a standard is shown then. */
export async function newWorkspace(
  { app, page }: Launched,
  profile: string,
  institution: string,
  type = '乡镇卫生院',
): Promise<string> {
  const folder = path.join(profile, institution);
  mkdirSync(folder);
  await answerDialogs(app, { open: [folder] });
  await page.getByRole('button', { name: /^新建工作区/ }).click();
  await page.getByLabel('机构名称').fill(institution);
  await page.getByLabel('机构类型').click();
  await page.getByTitle(type, { exact: true }).click();
  await page.getByRole('button', { name: '选择空文件夹…', exact: true }).click();
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await expect(page.getByRole('heading', { name: '选择标准和目标' })).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: '标准' }).getByRole('radio').first()).toBeVisible({
    timeout: 30_000, // the library is indexed at first use
  });
  return folder;
}

/** A call as the page makes it; the screen does not know of what it changes. */
export async function ask<Name extends CallName>(page: Page, name: Name, input: Input<Name>): Promise<Output<Name>> {
  const reply = await page.evaluate(
    ({ called, given, bytes }) => {
      const bridge: PageBridge = window.bridge;
      return bridge.call(called, bytes ? { ...given, bytes: Uint8Array.from(bytes) } : given);
    },
    { called: name, given: JSON.parse(JSON.stringify(input)) as object, bytes: bytesOf(input) },
  );
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message} ${reply.error.details.join('；')}`);
  return reply.value as Output<Name>;
}

/** A hospital with a round of each of these standards, the first of them open. */
export async function startRounds(
  launched: Launched,
  profile: string,
  rounds: readonly (readonly [string, string, string])[],
) {
  const { page } = launched;
  await newWorkspace(launched, profile, '青山县人民医院', '二级综合医院');
  const made: RoundSummary[] = [];
  for (const [packId, targetId, title] of rounds) {
    made.push(await ask(page, 'round.create', { packId, targetId, title }));
  }
  await page.reload();
  await expect(page.getByRole('listbox', { name: '条款列表' })).toBeVisible();
  await page.getByTestId('round-tab').first().click();
  await expect(page.getByTestId('round-tab').first()).toHaveAttribute('aria-current', 'true');
  return made.map(({ id }) => id) as [RoundId, ...RoundId[]];
}

/** Bytes do not survive the way into the page as they are. */
const bytesOf = (input: unknown): number[] | undefined =>
  typeof input === 'object' && input !== null && 'bytes' in input && input.bytes instanceof Uint8Array
    ? [...input.bytes]
    : undefined;

/** Light and dark: nothing that shuts somebody out. */
export async function checkLooks(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(250); // colours that fade over are neither one nor the other
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const found = violations.map(({ id, nodes }) => ({ id, places: nodes.slice(0, 3).map(({ html }) => html) }));
    expect.soft(found, `${screen}, ${colorScheme}`).toEqual([]);
  }
}
