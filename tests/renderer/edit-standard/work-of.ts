import type { ImportRemark } from '../../../shared/contract/own-standard.ts';
import type { Pack, PackClause } from '../../../shared/contract/pack-schema.ts';
import { indexOf, toWork, type Key, type WorkPack } from '../../../renderer/features/edit-standard/edit/work-pack.ts';
import { packClause } from '../../support/pack-clause.ts';

export const clauseOf = (code: string, rest: Partial<PackClause> = {}): PackClause =>
  packClause(code, { requirements: { yes: ['要点'] }, ...rest });

/** A checklist with these clauses in these sections; a section's chapter is the first part of its code. */
export function packOf(sections: Readonly<Record<string, readonly (string | PackClause)[]>>): Pack {
  const chapterOf = (code: string) => code.split('.')[0] ?? code;
  const codes = Object.keys(sections);
  return {
    id: 'own-test',
    title: '试验标准',
    programme: '测试',
    edition: '2026',
    issuer: '测试',
    appliesTo: [],
    confidence: 'low',
    method: 'checklist',
    scale: [],
    targets: [{ id: 'pass', label: '达标', rules: [{ scope: 'all', grade: 'yes', atLeast: 1 }] }],
    chapters: [...new Set(codes.map(chapterOf))].map((chapter) => ({
      code: chapter,
      title: `第 ${chapter} 章`,
      sections: codes
        .filter((code) => chapterOf(code) === chapter)
        .map((code) => ({
          code,
          title: `第 ${code} 节`,
          clauses: (sections[code] ?? []).map((clause) => (typeof clause === 'string' ? clauseOf(clause) : clause)),
        })),
    })),
  };
}

export const workOf = (sections: Parameters<typeof packOf>[0]): WorkPack => toWork(packOf(sections));

export const clauseCodes = (work: WorkPack): readonly string[] =>
  [...indexOf(work).clauses.values()].map(({ clause }) => clause.code);

export function keyOf(work: WorkPack, code: string): Key {
  const place = [...indexOf(work).clauses.values()].find(({ clause }) => clause.code === code);
  if (!place) throw new Error(`no clause ${code}`);
  return place.clause.key;
}

export const remarkOf = (code: string | undefined, rest: Partial<ImportRemark> = {}): ImportRemark => ({
  code,
  isGone: false,
  where: 'Sheet1!C5',
  message: '这一格是错误值 #REF!。',
  isSettled: false,
  ...rest,
});
