import type { Pack, PackClause } from '../../shared/contract/pack-schema.ts';

/** The pack with the first clause of its first section changed. */
export function withFirst(pack: Pack, change: Partial<PackClause>): Pack {
  return withClauses(pack, ([first, ...rest]) => (first ? [{ ...first, ...change }, ...rest] : rest));
}

/** The pack with the clauses of its first section changed. */
export function withClauses(pack: Pack, change: (clauses: readonly PackClause[]) => readonly PackClause[]): Pack {
  const [chapter, ...chapters] = pack.chapters;
  const [section, ...sections] = chapter?.sections ?? [];
  if (!chapter || !section) throw new Error('a pack without sections');
  return {
    ...pack,
    chapters: [
      { ...chapter, sections: [{ ...section, clauses: [...change(section.clauses)] }, ...sections] },
      ...chapters,
    ],
  };
}
