// npm run shots: pictures of every screen.
import { buildIfStale } from './build.mjs';
import { mustRunWithElectron } from './electron-command.mjs';
import { setupElectron } from './setup.mjs';
import { main } from './terminal.mjs';

await main(async () => {
  await setupElectron();
  await buildIfStale();
  const command = ['playwright', 'test', '-c', 'playwright.shots.config.ts', ...process.argv.slice(2)];
  await mustRunWithElectron('the pictures could not be taken', command);
});
