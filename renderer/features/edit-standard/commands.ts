import { addChapter, addClause, addSection, type Added } from './edit/add.ts';
import { duplicate, pasteClauses } from './edit/copy.ts';
import { carriedClauses, moveChapters, moveClauses, moveSections, takeOut } from './edit/place.ts';
import { usesOfChapter } from './edit/rules.ts';
import { codeOf } from './edit/recode.ts';
import { step } from './edit/step.ts';
import { indexOf, kindOf, type Key, type NodeKind, type WorkPack } from './edit/work-pack.ts';
import type { EditStore } from './edit-store.ts';

const kindWords: Readonly<Record<NodeKind, string>> = { chapter: '章', section: '节', clause: '条款' };

/** `3 条条款`, `第 2 章`, `条款 1.1.3` */
function nodeWords(work: WorkPack, keys: readonly Key[]): string {
  const [first] = keys;
  const kind = first === undefined ? undefined : kindOf(work, first);
  if (first === undefined || !kind) return '';
  if (keys.length > 1) return kind === 'clause' ? `${keys.length} 条条款` : `${keys.length} ${kindWords[kind]}`;
  return `${kindWords[kind]} ${codeOf(work, first) ?? ''}`;
}

/** Of a selection, those of the kind of the first: in the order of the standard. */
function ofOneKind(work: WorkPack, selected: ReadonlySet<Key>): readonly Key[] {
  const { clauses, sections, chapters } = indexOf(work);
  const [first] = selected;
  const kind = first === undefined ? undefined : kindOf(work, first);
  const all = kind === 'clause' ? clauses : kind === 'section' ? sections : chapters;
  return kind ? [...all.keys()].filter((key) => selected.has(key)) : [];
}

/** What the keys and buttons of the tree do; every one is a step to undo. */
export function createCommands(store: EditStore, say: (text: string, details: readonly string[]) => void) {
  const look = () => {
    const { history, selected, spot } = store.getState();
    return { work: history.present, selected, spot, keys: ofOneKind(history.present, selected) };
  };
  const added = (word: string, { work, keys }: Added) => {
    if (keys.length === 0) return;
    store.getState().editTo(`添加${word}`, work, keys);
    store.getState().enterForm();
  };
  /** The section that the spot is in: its own, of its chapter the last one. */
  const sectionAt = (): { readonly into: Key; readonly behind: Key | undefined } | undefined => {
    const { work, spot } = look();
    if (typeof spot !== 'number') {
      const last = work.chapters.at(-1)?.sections.at(-1);
      return last && { into: last.key, behind: undefined };
    }
    const index = indexOf(work);
    const clause = index.clauses.get(spot);
    if (clause) return { into: clause.section.key, behind: spot };
    const section = index.sections.get(spot)?.section ?? index.chapters.get(spot)?.sections.at(-1);
    return section && { into: section.key, behind: undefined };
  };
  return {
    addClause(): void {
      const at = sectionAt();
      if (at) added('条款', addClause(look().work, at.into, at.behind));
    },
    addSection(): void {
      const { work, spot } = look();
      const index = indexOf(work);
      const at = sectionAt();
      const place = at && index.sections.get(at.into);
      const chapter = typeof spot === 'number' ? index.chapters.get(spot) : undefined;
      const into = chapter ?? place?.chapter ?? work.chapters.at(-1);
      if (into) added('节', addSection(work, into.key, chapter ? undefined : place?.section.key));
    },
    addChapter(): void {
      const { work, spot } = look();
      const index = indexOf(work);
      const key = typeof spot === 'number' ? spot : undefined;
      const here =
        key === undefined
          ? undefined
          : (index.clauses.get(key)?.chapter.key ?? index.sections.get(key)?.chapter.key ?? key);
      added('章', addChapter(work, here));
    },
    /** Adds beside what is selected, of its kind. */
    addBeside(): void {
      const { work, spot } = look();
      const kind = typeof spot === 'number' ? kindOf(work, spot) : 'chapter';
      if (kind === 'clause') this.addClause();
      else if (kind === 'section') this.addSection();
      else this.addChapter();
    },
    remove(): void {
      const { work, selected, keys } = look();
      if (keys.length === 0) return;
      const index = indexOf(work);
      const uses = keys.flatMap((key) => {
        const chapter = index.chapters.get(key);
        return chapter ? usesOfChapter(work, chapter.code) : [];
      });
      const next = takeOut(work, selected);
      const words = nodeWords(work, keys);
      store.getState().editTo(`删除 ${words}`, next, besideDeleted(work, next, keys));
      const kind = kindWords[kindOf(work, keys[0] ?? 0) ?? 'clause'];
      if (uses.length > 0) say(`删除的${kind}还被规则用到，请改好再发布。按 Ctrl+Z 可以撤销。`, uses);
    },
    duplicate(): void {
      const { work, keys } = look();
      const copy = duplicate(work, new Set(keys));
      if (copy.keys.length > 0) store.getState().editTo(`复制 ${nodeWords(work, keys)}`, copy.work, copy.keys);
    },
    step(by: 1 | -1): void {
      const { work, keys } = look();
      const next = step(work, new Set(keys), by);
      if (next !== work) store.getState().editTo(`${by < 0 ? '上移' : '下移'} ${nodeWords(work, keys)}`, next, keys);
    },
    /** `into` is a section for clauses and a chapter for sections. */
    moveTo(keys: readonly Key[], into: Key | undefined, before: Key | undefined): void {
      const { work } = look();
      const [first] = keys;
      const kind = first === undefined ? undefined : kindOf(work, first);
      const moving = new Set(keys);
      const next =
        kind === 'clause' && into !== undefined
          ? moveClauses(work, moving, into, before)
          : kind === 'section' && into !== undefined
            ? moveSections(work, moving, into, before)
            : kind === 'chapter'
              ? moveChapters(work, moving, before)
              : work;
      if (next !== work) store.getState().editTo(`移动 ${nodeWords(work, keys)}`, next, keys);
    },
    copy(): void {
      const { work, keys } = look();
      const carried = carriedClauses(work, new Set(keys));
      if (carried.length > 0) store.getState().copy(carried);
    },
    paste(): void {
      const { copied } = store.getState();
      const at = sectionAt();
      if (!at || copied.length === 0) return;
      const { work, keys } = pasteClauses(look().work, copied, at.into, at.behind);
      if (keys.length > 0) store.getState().editTo(`粘贴 ${copied.length} 条条款`, work, keys);
    },
  };
}
export type Commands = ReturnType<typeof createCommands>;

/** What is selected after something was deleted: the one that took its place, else the one before, else its parent. */
function besideDeleted(work: WorkPack, next: WorkPack, keys: readonly Key[]): readonly Key[] {
  const { clauses, sections, chapters } = indexOf(work);
  const [first = 0] = keys;
  const clause = clauses.get(first);
  const section = sections.get(first);
  const siblings = clause?.section.clauses ?? section?.chapter.sections ?? [...chapters.values()];
  const at = siblings.findIndex(({ key }) => key === first);
  const isThere = ({ key }: { readonly key: Key }) => kindOf(next, key) !== undefined;
  const beside = siblings.slice(at).find(isThere) ?? siblings.slice(0, at).findLast(isThere);
  const parent = clause?.section ?? section?.chapter;
  return [beside ?? parent].flatMap((node) => (node && isThere(node) ? [node.key] : []));
}
