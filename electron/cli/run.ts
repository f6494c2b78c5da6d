import { parseArgs } from 'node:util';
import type { Backend } from '../backend/backend.ts';
import type { CallName, Input, Output } from '../../shared/contract/contract.ts';
import type { ErrorDto } from '../../shared/errors/app-error.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { Refused, WrongUsage } from './outcome.ts';

export interface Terminal {
  out(text: string): void;
  error(text: string): void;
}

const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  workspace: { type: 'string' },
  institution: { type: 'string' },
  type: { type: 'string' },
  standard: { type: 'string' },
  target: { type: 'string' },
  title: { type: 'string' },
  round: { type: 'string' },
  from: { type: 'string' },
  clause: { type: 'string' },
  out: { type: 'string' },
  id: { type: 'string' },
  apply: { type: 'boolean' },
} as const;

/**
 * Runs one command line.
 *
 * @returns the exit code: 0 done, 1 refused with a message, 2 wrong usage
 */
export async function run(args: readonly string[], backend: Backend, terminal: Terminal): Promise<0 | 1 | 2> {
  const json = args.includes('--json');
  const fail = (error: ErrorDto): void => {
    if (json) terminal.error(JSON.stringify({ error }));
    else terminal.error([error.message, ...error.details.map((line) => `  ${line}`)].join('\n'));
  };
  try {
    const { command, parsed } = understand(args);
    if (!command) {
      terminal.out(usage());
      return 0;
    }
    const result = await command.run({
      values: parsed.values,
      files: parsed.positionals.slice(command.words.length),
      backend,
      call: (name, input) => callOrThrow(backend, name, input),
    });
    if (json) terminal.out(JSON.stringify(result.json));
    else if (result.text !== '') terminal.out(result.text);
    return 0;
  } catch (cause) {
    if (cause instanceof WrongUsage) {
      fail({ code: 'cli/usage', message: cause.message, details: [] });
      if (!json) terminal.error(usage());
      return 2;
    }
    if (cause instanceof Refused) {
      fail(cause.error);
      return 1;
    }
    throw cause;
  } finally {
    backend.close();
  }
}

function understand(args: readonly string[]) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new WrongUsage(`有不认识的选项：${args.filter((arg) => arg.startsWith('--')).join(' ')}`);
  }
  const { positionals, values } = parsed;
  if (values.help || positionals.length === 0) return { command: undefined, parsed };
  const command = commands
    .filter((candidate) => candidate.words.every((word, index) => positionals[index] === word))
    .toSorted((left, right) => right.words.length - left.words.length)[0];
  if (!command) throw new WrongUsage(`没有“${positionals.join(' ')}”这个命令`);
  for (const name of command.needs) if (!values[name]) throw new WrongUsage(`缺少 --${name}`);
  const strange = Object.keys(values).find(
    (name) => name !== 'json' && !command.needs.includes(name as never) && !command.takes.includes(name as never),
  );
  if (strange !== undefined) throw new WrongUsage(`命令 ${command.words.join(' ')} 没有选项 --${strange}`);
  const files = positionals.length - command.words.length;
  if (files > 0 !== command.files) {
    throw new WrongUsage(
      command.files ? '缺少文件名' : `多出参数：${positionals.slice(command.words.length).join(' ')}`,
    );
  }
  return { command, parsed };
}

async function callOrThrow<Name extends CallName>(
  backend: Backend,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const reply = await backend.call(name, input);
  if (!reply.ok) throw new Refused(reply.error);
  return reply.value as Output<Name>;
}

const usage = (): string =>
  [
    '用法：npm run -s dabiao -- <命令> [选项] [--json]',
    '',
    ...commands.map((command: Command) => `  ${command.usage}`),
  ].join('\n');
