import path from 'node:path';
import type { CallName, Input, Output } from '../../shared/contract/contract.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Backend } from '../backend/backend.ts';

export type Option =
  | 'workspace'
  | 'institution'
  | 'type'
  | 'standard'
  | 'target'
  | 'title'
  | 'round'
  | 'from'
  | 'clause'
  | 'out'
  | 'id'
  | 'apply'
  | 'skip-missing';

export interface Context {
  readonly values: Readonly<Partial<Record<Option, string | boolean>>>;
  readonly files: readonly string[];
  readonly backend: Backend;
  readonly call: <Name extends CallName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;
  /** Something to know beside the result; said on stderr. */
  readonly remark: (words: string) => void;
}

export interface Outcome {
  readonly text: string;
  readonly json: unknown;
  /** The result is printed, and yet this is no success: exit code 1. */
  readonly refusal?: AppError | undefined;
}

export interface Command {
  readonly words: readonly string[];
  readonly usage: string;
  readonly needs: readonly Option[];
  readonly takes: readonly Option[];
  /** Whether file names follow the options. */
  readonly files: boolean;
  run(context: Context): Promise<Outcome>;
}

export const textOf = (value: string | boolean | undefined): string => (typeof value === 'string' ? value : '');
/** A path of the caller's. */
export const resolved = (value: string | boolean | undefined): string => path.resolve(textOf(value));
