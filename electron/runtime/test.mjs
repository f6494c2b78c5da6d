// npm test: everything that must hold, in the order in which failing is cheapest.
import { run } from './run.mjs';
import { setupElectron } from './setup.mjs';
import { main, say } from './terminal.mjs';

const STEPS = ['format:check', 'lint', 'types', 'unit', 'build', 'e2e', 'package'];

await main(async () => {
  await setupElectron();
  let passed = 0;
  for (const step of STEPS) {
    console.log(`\n── ${step}`);
    const started = Date.now();
    const code = await run('npm', ['run', '-s', step]);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    if (code !== 0) {
      say(`the step ${step} failed after ${seconds} s; to repeat it alone: npm run ${step}`);
      console.log(`steps: ${passed} passed, 1 failed`);
      return 1;
    }
    passed += 1;
    console.log(`── ${step} passed in ${seconds} s`);
  }
  console.log(`\nsteps: ${passed} passed, 0 failed`);
  return 0;
});
