type Part = 'official' | 'linked';

const keys: Readonly<Record<Part, string>> = { official: 'dabiao.official-text', linked: 'dabiao.linked-clauses' };
/** Until somebody says otherwise: the official wording is there to be read, what other rounds have to be asked for. */
const atFirst: Readonly<Record<Part, boolean>> = { official: true, linked: false };

/** Whether a part of the pane is unfolded: remembered by this PC. */
export function isUnfolded(storage: Pick<Storage, 'getItem'>, part: Part): boolean {
  const kept = storage.getItem(keys[part]);
  return kept === null ? atFirst[part] : kept !== 'folded';
}

export const rememberUnfolded = (storage: Pick<Storage, 'setItem'>, part: Part, isShown: boolean): void =>
  storage.setItem(keys[part], isShown ? 'shown' : 'folded');
