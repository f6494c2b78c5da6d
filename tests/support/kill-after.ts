import { spawn } from 'node:child_process';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * Runs a program of this folder until it has acknowledged so many actions, then kills it without warning. All that it
 * acknowledged, which may be more.
 */
export async function killAfter(acknowledgements: number, program: string, ...words: readonly string[]) {
  const script = path.join(import.meta.dirname, program);
  const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
    if (output.split('\n').length > acknowledgements + 1) child.kill('SIGKILL');
  });
  await ended;
  return output.split('\n').slice(1, -1); // READY, and what was cut short
}
