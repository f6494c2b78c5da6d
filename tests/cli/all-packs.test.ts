import { expect, test } from 'vitest';
import { run } from '../../electron/cli/run.ts';
import { startBackend, temporaryFolder, workspaceFolderOf } from '../support/backend.ts';

test('每个标准的每个目标都能建轮次、出结论', async () => {
  const folder = temporaryFolder();
  const workspace = workspaceFolderOf(folder);
  /** One command in this process: 55 processes would take minutes. */
  const dabiao = async (...args: string[]): Promise<string> => {
    const lines: string[] = [];
    const terminal = {
      out: async (text: string) => void lines.push(text),
      error: (text: string) => void lines.push(text),
      logFile: '',
    };
    expect(await run([...args, '--workspace', workspace], startBackend(folder), terminal), lines.join('\n')).toBe(0);
    return lines.join('\n');
  };
  await dabiao('init', '--institution', '某某卫生院', '--type', '乡镇卫生院');
  const backend = startBackend(folder);
  const standards = await backend.ask('standard.list', {});
  backend.close();
  expect(standards).toHaveLength(55);
  for (const { id, targets } of standards) {
    const [first] = targets;
    const round = await dabiao('round', 'new', '--standard', id, '--target', first?.id ?? '');
    const side = JSON.parse(await dabiao('targets', '--round', round, '--json')) as { rules: object[] }[];
    expect(side, id).toMatchObject(
      targets.map(({ id: target, label }) => ({ target, label, current: target === first?.id, reached: false })),
    );
    for (const { rules } of side) expect(rules.length, id).toBeGreaterThan(0);
    expect(await dabiao('targets', '--round', round), id).toContain('结论');
  }
}, 120_000);
