import { assessmentContract } from './assessment.ts';
import type { Call } from './call.ts';
import { clauseLinkContract } from './clause-link.ts';
import { editionContract } from './edition.ts';
import { evidenceContract } from './evidence.ts';
import { exchangeContract } from './exchange.ts';
import { officialTextContract } from './official-text.ts';
import { ownStandardContract } from './own-standard.ts';
import { roundContract } from './round.ts';
import { standardDraftContract } from './standard-draft.ts';
import { standardContract } from './standard.ts';
import { workspaceContract } from './workspace.ts';

/** Every call there is. Window, command line and tests use these and nothing else. */
export const contract = {
  ...workspaceContract,
  ...standardContract,
  ...standardDraftContract,
  ...officialTextContract,
  ...ownStandardContract,
  ...editionContract,
  ...clauseLinkContract,
  ...roundContract,
  ...assessmentContract,
  ...evidenceContract,
  ...exchangeContract,
};

type Contract = typeof contract;
export type CallName = keyof Contract;
export type Input<Name extends CallName> = Contract[Name] extends Call<infer In, infer _Out> ? In : never;
export type Output<Name extends CallName> = Contract[Name] extends Call<infer _In, infer Out> ? Out : never;

/** Implemented by the backend; a missing or misspelt handler does not compile. */
export type Handlers = {
  readonly [Name in CallName]: (input: Input<Name>) => Output<Name> | Promise<Output<Name>>;
};

/** The callers' view of the same calls. */
export type Api = { readonly [Name in CallName]: (input: Input<Name>) => Promise<Output<Name>> };

export const isCallName = (name: string): name is CallName => Object.hasOwn(contract, name);

/** What the backend announces on its own. */
export interface JobProgress {
  readonly kind: 'job';
  readonly jobId: string;
  readonly done: number;
  readonly total: number;
  /** What is being done, in the user's words. */
  readonly label: string;
}
export type BackendEvent = JobProgress;
