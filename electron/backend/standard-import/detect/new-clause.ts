import type { ClauseEntry } from './entries.ts';

type Given =
  | 'where'
  | 'code'
  | 'codeWhere'
  | 'isNumberCode'
  | 'title'
  | 'titleWording'
  | 'expectsPoints'
  | 'score'
  | 'scoreWhere'
  | 'method';
type Marks = Readonly<Record<'core' | 'optional' | 'triangle' | 'blackTriangle', boolean>>;

/** A clause as its first row or line says it. */
export const newClause = (
  given: Pick<ClauseEntry, Given | 'isText'>,
  { core, optional, triangle, blackTriangle }: Marks,
): ClauseEntry => ({
  kind: 'clause',
  ...given,
  points: [],
  wording: [],
  hasNumbers: false,
  hasScoreCell: false,
  hasUnreadableScore: false,
  sharedScore: undefined,
  deductions: [],
  core,
  optional,
  hasTriangle: triangle,
  hasBlackTriangle: blackTriangle,
  checks: [],
  departments: [],
  evidence: [],
  notes: [],
  measures: new Map(),
});
