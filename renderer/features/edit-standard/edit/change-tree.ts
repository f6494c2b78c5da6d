import type { Key, WorkChapter, WorkClause, WorkPack, WorkSection } from './work-pack.ts';

/** The same list when nothing in it changed. */
function changeEach<Each>(list: Each[], change: (each: Each) => Each): Each[] {
  let isChanged = false;
  const next = list.map((each) => {
    const changed = change(each);
    if (changed !== each) isChanged = true;
    return changed;
  });
  return isChanged ? next : list;
}

export function changeChapters(work: WorkPack, change: (chapter: WorkChapter) => WorkChapter): WorkPack {
  const chapters = changeEach(work.chapters, change);
  return chapters === work.chapters ? work : { ...work, chapters };
}

export const changeSections = (
  work: WorkPack,
  change: (section: WorkSection, chapter: WorkChapter) => WorkSection,
): WorkPack =>
  changeChapters(work, (chapter) => {
    const sections = changeEach(chapter.sections, (section) => change(section, chapter));
    return sections === chapter.sections ? chapter : { ...chapter, sections };
  });

export const changeClauses = (
  work: WorkPack,
  change: (clause: WorkClause, section: WorkSection, chapter: WorkChapter) => WorkClause,
): WorkPack =>
  changeSections(work, (section, chapter) => {
    const clauses = changeEach(section.clauses, (clause) => change(clause, section, chapter));
    return clauses === section.clauses ? section : { ...section, clauses };
  });

const isSame = (before: object, fields: object): boolean =>
  Object.entries(fields).every(([name, value]) => Object.is(Reflect.get(before, name), value));

/** Sets fields; the same object when they are so already. */
export const having = <Fields extends object>(before: Fields, fields: NoInfer<Partial<Fields>>): Fields =>
  isSame(before, fields) ? before : { ...before, ...fields };

export const editClause = (work: WorkPack, key: Key, change: (clause: WorkClause) => WorkClause): WorkPack =>
  changeClauses(work, (clause) => (clause.key === key ? change(clause) : clause));

/** The same fields of several clauses. */
export const setClauses = (
  work: WorkPack,
  keys: ReadonlySet<Key>,
  fields: Partial<Omit<WorkClause, 'key' | 'code' | 'method'>>,
): WorkPack => changeClauses(work, (clause) => (keys.has(clause.key) ? having(clause, fields) : clause));

export const setSection = (
  work: WorkPack,
  key: Key,
  fields: Partial<Omit<WorkSection, 'key' | 'clauses' | 'code' | 'method'>>,
): WorkPack => changeSections(work, (section) => (section.key === key ? having(section, fields) : section));

export const setChapter = (
  work: WorkPack,
  key: Key,
  fields: Partial<Omit<WorkChapter, 'key' | 'sections' | 'code' | 'method'>>,
): WorkPack => changeChapters(work, (chapter) => (chapter.key === key ? having(chapter, fields) : chapter));

export const setHead = (work: WorkPack, fields: Partial<Omit<WorkPack, 'chapters' | 'nextKey' | 'method'>>): WorkPack =>
  having(work, fields);
