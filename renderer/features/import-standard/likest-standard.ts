import { profileOf, similarity } from '../../../shared/domain/edition/similarity.ts';

/** The standard whose title is most like this one; undefined when none is much like it. */
export function likestStandard<Listed extends { readonly id: string; readonly title: string }>(
  standards: readonly Listed[],
  title: string,
): Listed | undefined {
  const wanted = profileOf(title);
  let [best, found]: [number, Listed | undefined] = [0.4, undefined];
  for (const standard of standards) {
    const likeness = similarity(wanted, profileOf(standard.title));
    if (likeness > best) [best, found] = [likeness, standard];
  }
  return found;
}
