import { packInvalid } from '../../../shared/errors/messages.ts';
import { methods } from '../../../shared/domain/standard/standard.ts';
import { checkPack, methodOf, type LocatedClause, type WellFormed } from './check-pack.ts';
import { describeIssue } from './describe-issue.ts';
import {
  clauseSchema,
  packSchema,
  scopeSchema,
  scoringSchema,
  targetSchema,
  type Pack,
  type PackClause,
} from '../../../shared/contract/pack-schema.ts';
import { readYaml } from './read-yaml.ts';

const maxProblems = 200;

/**
 * Reads a standard pack out of YAML text. A built-in pack's id is its file name; what users bring may be called anything.
 *
 * @throws {AppError} `standard/pack-invalid`, with all problems found, when anything in it is not as FORMAT.md says.
 */
export function readPack(
  text: string,
  fileName: string,
  { checksName = true, maxLexemes }: { readonly checksName?: boolean; readonly maxLexemes?: number } = {},
): Pack {
  const refuse = (problems: readonly string[]) => {
    const shown = problems.slice(0, maxProblems).map((problem) => `${fileName}：${problem}`);
    const left = problems.length - shown.length;
    return packInvalid(
      fileName,
      left > 0 ? [...shown.slice(0, -1), `${fileName}：还有 ${left + 1} 处错误未列出`] : shown,
    );
  };

  const yaml = readYaml(text.replace(/^\uFEFF/u, ''), maxLexemes);
  if (!yaml.ok) throw refuse(yaml.problems);
  const { pack, problems } = validatePack(yaml.value);
  const all = [...problems, ...(checksName ? checkFileName(yaml.value, fileName) : [])];
  if (!pack || all.length > 0) throw refuse(all);
  return pack;
}

/** A pack as plain data, and all that is wrong with it; a pack with problems may not be used. */
export function validatePack(value: unknown): {
  readonly pack: Pack | undefined;
  readonly problems: readonly string[];
} {
  const parsed = packSchema.safeParse(value);
  return {
    pack: parsed.data,
    problems: [
      ...(parsed.success ? [] : parsed.error.issues.map((issue) => describeIssue(issue, value))),
      ...checkPack(wellFormedParts(value, parsed.data)),
    ],
  };
}

function checkFileName(raw: unknown, fileName: string): readonly string[] {
  const { id } = asRecord(raw);
  const stem = fileName.replace(/\.ya?ml$/iu, '');
  return typeof id === 'string' && id !== stem ? [`id“${id}”与文件名“${stem}”不一致`] : [];
}

/** What can be checked further although the schema refused other places: all problems are reported at once. */
function wellFormedParts(raw: unknown, pack: Pack | undefined): WellFormed {
  const root = asRecord(raw);
  const codes = { chapters: [] as string[], sections: [] as string[], clauses: [] as string[] };
  const excludedChapters = new Set<string>();
  const clauses: LocatedClause[] = [];
  for (const chapter of asRecords(root['chapters'])) {
    codes.chapters.push(...textOf(chapter['code']));
    if (chapter['excludeFromRules'] === true) excludedChapters.add(String(chapter['code']));
    for (const section of asRecords(chapter['sections'])) {
      codes.sections.push(...textOf(section['code']));
      for (const clause of asRecords(section['clauses'])) {
        codes.clauses.push(...textOf(clause['code']));
        // Of a pack that is well-formed in whole, so is every clause.
        const given = pack ? (clause as PackClause) : clauseSchema.safeParse(clause).data;
        if (!given) continue;
        const method = methodOf(
          { method: asMethod(root['method']) ?? 'graded' },
          { method: asMethod(chapter['method']) },
          { method: asMethod(section['method']) },
          given,
        );
        clauses.push({ clause: given, method, chapter: String(chapter['code']) });
      }
    }
  }
  return {
    pack: pack ?? {
      totalPoints: typeof root['totalPoints'] === 'number' ? root['totalPoints'] : undefined,
      scopes: asRecords(root['scopes']).flatMap((scope) => scopeSchema.safeParse(scope).data ?? []),
      scoring: scoringSchema.safeParse(root['scoring']).data,
      targets: asRecords(root['targets']).flatMap((target) => targetSchema.safeParse(target).data ?? []),
    },
    clauses,
    codes,
    excludedChapters,
    complete: pack !== undefined,
  };
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const asRecords = (value: unknown) => (Array.isArray(value) ? value.map(asRecord) : []);
const textOf = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : []);
const asMethod = (value: unknown) => methods.find((method) => method === value);
