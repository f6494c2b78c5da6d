import type { PackClause } from '../../shared/contract/pack-schema.ts';

/** A clause as a pack has it; nothing is said of it but this. */
export const packClause = (code: string, said: Partial<PackClause> = {}): PackClause => ({
  code,
  title: `条款 ${code}`,
  core: false,
  optional: false,
  evidence: [],
  checks: [],
  departments: [],
  ...said,
});

/** One of a checklist. */
export const checkClause = (code: string, title: string, ...points: readonly string[]): PackClause =>
  packClause(code, { title, requirements: { yes: [...points] } });
