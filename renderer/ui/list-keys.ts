/** Where to in a list: so many rows on, or to one of its ends. */
export type ListStep = { readonly do: 'step'; readonly by: number } | { readonly do: 'first' | 'last' };

const page = 10;

/** What a key without Ctrl asks for in a list whose rows are pointed at; undefined when it is none of the list's. */
export function listStep(key: string): ListStep | undefined {
  switch (key.toLowerCase()) {
    case 'arrowdown':
    case 'j':
      return { do: 'step', by: 1 };
    case 'arrowup':
    case 'k':
      return { do: 'step', by: -1 };
    case 'pagedown':
      return { do: 'step', by: page };
    case 'pageup':
      return { do: 'step', by: -page };
    case 'home':
      return { do: 'first' };
    case 'end':
      return { do: 'last' };
    default:
      return undefined;
  }
}

/** The row that a step leads to from another, of so many. */
export function rowAfter(step: ListStep, from: number, count: number): number {
  switch (step.do) {
    case 'step':
      return Math.max(0, Math.min(from + step.by, count - 1));
    case 'first':
      return 0;
    case 'last':
      return Math.max(0, count - 1);
  }
}
