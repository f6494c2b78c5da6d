import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { run } from '../../electron/cli/run.ts';
import { repoRoot, startBackend, temporaryFolder } from '../support/backend.ts';

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a process of its own. */
export async function dabiao(...args: string[]): Promise<Result> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
      path.join(repoRoot, 'electron/cli/index.ts'),
      ...args,
    ]);
    return { code: 0, stdout, stderr };
  } catch (cause) {
    const { code, stdout, stderr } = cause as Result;
    return { code, stdout, stderr };
  }
}

/** The same in this process, for tests of what is said; a process each would take minutes. */
export async function dabiaoHere(...args: string[]): Promise<Result> {
  const said = { stdout: '', stderr: '' };
  const code = await run(args, startBackend(temporaryFolder(), { hasIndex: false }), {
    out: async (text) => void (said.stdout += `${text}\n`),
    error: (text) => void (said.stderr += `${text}\n`),
    logFile: 'dabiao.log',
  });
  return { code, ...said };
}

export const json = (result: Result): never => JSON.parse(result.stdout) as never;

/** A new workspace with one round; returns the round's id. */
export async function withRound(workspace: string, standard: string, target: string): Promise<string> {
  await dabiaoHere('init', '--workspace', workspace, '--institution', '某某卫生院', '--type', '乡镇卫生院');
  const made = await dabiaoHere('round', 'new', '--workspace', workspace, '--standard', standard, '--target', target);
  return made.stdout.trim();
}
