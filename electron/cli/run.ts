import type { Backend } from '../backend/backend.ts';
import type { CallName, Input, Output } from '../../shared/contract/contract.ts';
import { AppError, type ErrorDto } from '../../shared/errors/app-error.ts';
import { unexpectedSeeLog } from '../../shared/errors/messages.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { Refused, toDto, WrongUsage } from './outcome.ts';
import { parseOptions } from './parse-options.ts';

export interface Terminal {
  /** Rejects with an AppError when what is said there cannot be written. */
  out(text: string): Promise<void>;
  error(text: string): void;
  /** Where failures that are bugs are written down. */
  readonly logFile: string;
}

/** An error as it is said on stderr. */
export function inWords(error: ErrorDto, json: boolean): string {
  return json ? JSON.stringify({ error }) : [error.message, ...error.details.map((line) => `  ${line}`)].join('\n');
}

/**
 * Runs one command line.
 *
 * @returns the exit code: 0 done, 1 refused with a message, 2 wrong usage
 */
export async function run(args: readonly string[], backend: Backend, terminal: Terminal): Promise<0 | 1 | 2> {
  const json = args.includes('--json');
  const remarks: string[] = [];
  const fail = (error: ErrorDto): void => {
    const { logFile } = terminal;
    terminal.error(
      inWords(error.code === 'app/unexpected' ? { ...error, message: unexpectedSeeLog(logFile) } : error, json),
    );
    // Whoever reads JSON reads one object; and a refusal to write says itself why nothing can be written.
    if (!json) for (const remark of remarks) if (!error.message.includes(remark)) terminal.error(remark);
  };
  try {
    const { command, parsed } = understand(args);
    if (!command) {
      await terminal.out(usage());
      return 0;
    }
    const {
      text,
      json: value,
      refusal,
    } = await command.run({
      values: parsed.values,
      files: parsed.positionals.slice(command.words.length),
      backend,
      call: (name, input) => callOrThrow(backend, name, input),
      remark: (words) => remarks.push(words),
    });
    if (json) await terminal.out(JSON.stringify(value));
    else if (text !== '') await terminal.out(text);
    if (refusal) throw refusal;
    for (const remark of remarks) terminal.error(remark);
    return 0;
  } catch (cause) {
    if (cause instanceof WrongUsage) {
      fail({ code: 'cli/usage', message: cause.message, details: [] });
      if (!json) terminal.error(usage());
      return 2;
    }
    if (!(cause instanceof Refused || cause instanceof AppError)) throw cause;
    fail(cause instanceof Refused ? cause.error : toDto(cause));
    return 1;
  } finally {
    backend.close();
  }
}

function understand(args: readonly string[]) {
  const parsed = parseOptions(args);
  const { positionals, values } = parsed;
  if (values.help) return { command: undefined, parsed };
  if (positionals.length === 0) throw new WrongUsage('没有写命令');
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
