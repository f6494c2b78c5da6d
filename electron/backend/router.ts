import { ZodError } from 'zod';
import { contract, isCallName, type CallName, type Handlers } from '../../shared/contract/contract.ts';
import { AppError, type ErrorDto, type Reply } from '../../shared/errors/app-error.ts';
import { inputFault } from '../../shared/errors/input-fault.ts';
import { badCall, unexpected } from '../../shared/errors/messages.ts';
import { systemFailure } from './files/system-failure.ts';

/** Writes down a failure that is a bug; the user sees one calm sentence. */
export type LogBug = (where: string, cause: unknown) => void;

export type Router = (name: string, input: unknown) => Promise<Reply<unknown>>;

/** Parses, runs and answers every call. Nothing thrown leaves here: errors cross as values. */
export function createRouter(handlers: Handlers, logBug: LogBug): Router {
  return async (name, rawInput) => {
    try {
      if (!isCallName(name)) throw badCall([`没有名为“${name.slice(0, 60)}”的请求`]);
      return { ok: true, value: await dispatch(handlers, name, rawInput) };
    } catch (cause) {
      return { ok: false, error: toErrorDto(name, cause, logBug) };
    }
  };
}

function dispatch(handlers: Handlers, name: CallName, rawInput: unknown): unknown {
  const input: unknown = contract[name].input.parse(rawInput); // nothing is trusted before this line
  return handlers[name](input as never); // TypeScript cannot tie the pair; Handlers did
}

export function toErrorDto(where: string, cause: unknown, logBug: LogBug): ErrorDto {
  if (cause instanceof AppError) {
    if (cause.cause !== undefined) logBug(where, cause);
    return { code: cause.code, message: cause.message, details: cause.details };
  }
  if (cause instanceof ZodError) {
    const refused = badCall(cause.issues.slice(0, 10).map(inputFault));
    logBug(where, cause);
    return { code: refused.code, message: refused.message, details: refused.details };
  }
  logBug(where, cause);
  const failure = systemFailure(cause);
  if (failure) return { code: failure.code, message: failure.message, details: [] };
  const bug = unexpected();
  return { code: bug.code, message: bug.message, details: [] };
}
