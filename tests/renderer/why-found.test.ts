import { expect, test } from 'vitest';
import { whyFound } from '../../renderer/features/checklist/why-found.ts';
import type { Evidence } from '../../shared/domain/evidence/evidence.ts';

const clause = {
  code: '3.6.3',
  title: '手卫生',
  points: ['配备设施', '定期对全院职工开展洗手依从性监测，并反馈'].map((text, at) => ({
    id: `p${at}` as never,
    tier: 'C' as const,
    text,
  })),
};
const evidence = [{ number: '3.6.3-01', title: '手卫生管理制度（2026修订）' } as Evidence];
const why = (words: string) => whyFound(clause, { evidence }, { section: '医院感染管理', chapter: '质量安全' }, words);

test.each([
  ['名称里有，行上已经看得见', '手卫', undefined],
  ['编号里有', '3.6', undefined],
  ['要点里有：从词的前面不远处引起', '反馈', { place: '要点 2', text: '…监测，并反馈' }],
  ['材料里有', '修订', { place: '佐证', text: '…2026修订）' }],
  ['节名里有，换一个说法也认得', '院感', { place: '本节', text: '医院感染管理' }],
  ['章名里有', '质量', { place: '本章', text: '质量安全' }],
  ['拼音首字母，说不出在哪里', 'sws', undefined],
])('为什么找到：%s', (_what, words, expected) => expect(why(words)).toEqual(expected));
