// npm run fuzz [-- rounds]: the tests with properties, again and again with inputs never seen before.
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { root, run } from './run.mjs';
import { setupElectron } from './setup.mjs';
import { main, say } from './terminal.mjs';

const ROUNDS = 20;

await main(async () => {
  await setupElectron();
  const rounds = Number(process.argv[2] ?? ROUNDS);
  const files = execFileSync('git', ['grep', '-l', 'fc.assert', '--', 'tests'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file.endsWith('.test.ts'));
  for (let round = 1; round <= rounds; round++) {
    const seed = randomInt(2 ** 31);
    process.env.DABIAO_SEED = String(seed);
    if ((await run('npm', ['run', '-s', 'unit', '--', '--reporter=dot', ...files])) !== 0) {
      say(`round ${round} found something; to repeat it: DABIAO_SEED=${seed} npm run unit`);
      return 1;
    }
  }
  say(`${rounds} rounds over ${files.length} files found nothing`);
  return 0;
});
