/** A logged action that can be taken back. */
export interface Step<Content> {
  readonly label: string;
  readonly content: Content;
}

/** What stands on the two stacks of undo and redo. */
export interface Stacks<Content> {
  readonly undo: readonly Step<Content>[];
  readonly redo: readonly Step<Content>[];
}

export type LogVerb = 'do' | 'undo' | 'redo';

export const emptyStacks = { undo: [], redo: [] } as const;

/** How many actions back can be undone; the log itself keeps everything. */
export const historyDepth = 200;

/** The stacks after one more log entry. Doing something new forgets what could have been redone. */
export function advance<Content>(stacks: Stacks<Content>, verb: LogVerb, step: Step<Content>): Stacks<Content> {
  switch (verb) {
    case 'do':
      return { undo: [...stacks.undo, step].slice(-historyDepth), redo: [] };
    case 'undo': {
      const undone = stacks.undo.at(-1);
      return undone ? { undo: stacks.undo.slice(0, -1), redo: [...stacks.redo, undone] } : stacks;
    }
    case 'redo': {
      const redone = stacks.redo.at(-1);
      return redone ? { undo: [...stacks.undo, redone], redo: stacks.redo.slice(0, -1) } : stacks;
    }
  }
}
