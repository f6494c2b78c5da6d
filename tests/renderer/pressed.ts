import type { KeyPress } from '../../renderer/ui/key-press.ts';

/** A key by itself, and what was held or known besides. */
export const pressed = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  keyCode: 0,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});
