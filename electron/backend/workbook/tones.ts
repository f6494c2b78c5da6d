import type { Tone } from './sheet-model.ts';

type Tones = readonly { readonly text: string; readonly tone: Tone }[];

/** Colours repeat what the text already says; nothing is told by colour alone. */
export const gradeTones: Tones = [
  { text: 'A', tone: 'good' },
  { text: 'B', tone: 'fair' },
  { text: 'C', tone: 'warn' },
  { text: 'D', tone: 'bad' },
  { text: 'E', tone: 'mute' },
];

export const outcomeTones: Tones = [
  { text: '通过', tone: 'good' },
  { text: '不通过', tone: 'bad' },
  { text: '不适用', tone: 'mute' },
];

export const prerequisiteTones: Tones = [
  { text: '无违反', tone: 'good' },
  { text: '违反', tone: 'bad' },
  { text: '不适用', tone: 'mute' },
];

export const indicatorTones: Tones = [
  { text: '达标', tone: 'good' },
  { text: '未达标', tone: 'bad' },
  { text: '缺报', tone: 'warn' },
  { text: '不适用', tone: 'mute' },
];

export const agreementTones: Tones = [
  { text: '一致', tone: 'good' },
  { text: '偏高', tone: 'warn' },
  { text: '偏低', tone: 'fair' },
  { text: '不一致', tone: 'bad' },
];
