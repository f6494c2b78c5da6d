import type { WorkPack } from './edit/work-pack.ts';

interface Step {
  /** What was done, in the user's words: `删除 3 条条款`. */
  readonly label: string;
  readonly before: WorkPack;
  readonly after: WorkPack;
  /** Typing into one field is one step, as long as it goes on. */
  readonly group: string | undefined;
  /** Milliseconds. */
  readonly at: number;
}

export interface EditHistory {
  readonly present: WorkPack;
  readonly past: readonly Step[];
  /** The next to be done again first. */
  readonly future: readonly Step[];
}

const mostSteps = 500;
const pause = 2000;

export const begin = (present: WorkPack): EditHistory => ({ present, past: [], future: [] });

export function record(
  history: EditHistory,
  next: WorkPack,
  { label, group, at }: Pick<Step, 'label' | 'group' | 'at'>,
): EditHistory {
  if (next === history.present) return history;
  const last = history.past.at(-1);
  const goesOn = last && group !== undefined && last.group === group && at - last.at < pause;
  const step = { label, group, at, before: goesOn ? last.before : history.present, after: next };
  const past = goesOn ? history.past.slice(0, -1) : history.past.slice(-mostSteps + 1);
  return { present: next, past: [...past, step], future: [] };
}

/** What is typed from here on is a step of its own. */
export const closeGroup = (history: EditHistory): EditHistory => {
  const last = history.past.at(-1);
  return last?.group === undefined
    ? history
    : { ...history, past: [...history.past.slice(0, -1), { ...last, group: undefined }] };
};

export function undo(history: EditHistory): EditHistory {
  const step = history.past.at(-1);
  return step ? { present: step.before, past: history.past.slice(0, -1), future: [step, ...history.future] } : history;
}

export function redo(history: EditHistory): EditHistory {
  const [step, ...rest] = history.future;
  return step ? { present: step.after, past: [...history.past, { ...step, group: undefined }], future: rest } : history;
}
