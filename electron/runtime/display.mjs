// A virtual screen for Linux machines without one.
import { spawn } from 'node:child_process';

/** Starts Xvfb on a free display number. Large enough for a window of 1920 × 1080 at any place it may open. */
export async function startVirtualScreen() {
  const options = ['-displayfd', '3', '-screen', '0', '2200x1300x24', '-nolisten', 'tcp'];
  const xvfb = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await new Promise((resolve, reject) => {
    xvfb.on('error', (error) => reject(new Error(`Xvfb could not be started: ${error.message}`)));
    xvfb.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    xvfb.stdio[3].once('data', (data) => resolve(`:${String(data).trim()}`));
  });
  return { display, stop: () => xvfb.kill() };
}
