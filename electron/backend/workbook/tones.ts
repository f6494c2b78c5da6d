import type { Tone } from './sheet-model.ts';

/** Colours repeat what the letter already says; nothing is told by colour alone. */
export const gradeTones: readonly { readonly text: string; readonly tone: Tone }[] = [
  { text: 'A', tone: 'good' },
  { text: 'B', tone: 'fair' },
  { text: 'C', tone: 'warn' },
  { text: 'D', tone: 'bad' },
  { text: 'E', tone: 'mute' },
];
