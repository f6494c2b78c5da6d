const key = 'dabiao.official-text';

/** Whether the official wording is unfolded: remembered by this PC, unfolded until somebody folds it. */
export const isOfficialShown = (storage: Pick<Storage, 'getItem'>): boolean => storage.getItem(key) !== 'folded';

export const rememberOfficial = (storage: Pick<Storage, 'setItem'>, isShown: boolean): void =>
  storage.setItem(key, isShown ? 'shown' : 'folded');
