import type { Confidence, Method } from '../domain/standard/standard.ts';
import { query } from './call.ts';

export interface TargetSummary {
  readonly id: string;
  readonly label: string;
  readonly confidence: Confidence | undefined;
  readonly note: string | undefined;
}

/** A pack as it is listed before a round is made from it. */
export interface StandardSummary {
  readonly id: string;
  readonly title: string;
  readonly programme: string;
  readonly edition: string;
  readonly confidence: Confidence;
  readonly note: string | undefined;
  readonly appliesTo: readonly string[];
  readonly clauses: Readonly<Partial<Record<Method, number>>>;
  readonly targets: readonly TargetSummary[];
}

export const standardContract = {
  'standard.list': query<readonly StandardSummary[]>()({}),
};
