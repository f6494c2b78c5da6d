import { expect, test } from 'vitest';
import { layingOf, layingWords } from '../../../renderer/features/import-standard/overlay-rows.ts';

const match = (code: string) => ({
  code,
  officialCode: code,
  title: '甲',
  officialTitle: '甲',
  similarity: 1,
  isDoubtful: false,
});
const preview = (worded: readonly string[]) => ({
  packId: 'tier3-2022',
  matched: ['1', '2', '3', '4'].map(match),
  withoutText: [],
  unknown: [],
  worded,
});

test('再覆一份：同编号的换成这一份，别的留着，说清楚各有几条', () => {
  const laying = layingOf(preview(['2', '3', '8', '9']), new Set(['3']));
  expect(laying).toEqual({ before: 4, taken: 3, replaced: 1, added: 2 });
  expect(layingWords(laying, false)).toBe('已有 4 条，其中 1 条换成这一份，新增 2 条。');
  expect(layingWords(laying, true)).toBe('以前的 4 条先移除，再覆上这一份的 3 条。');
});

test('第一次覆、都没勾、全是换的：不说不会发生的事', () => {
  expect(layingWords(layingOf(preview([]), new Set()), false)).not.toContain('已有');
  expect(layingWords(layingOf(preview(['1']), new Set(['1', '2', '3', '4'])), false)).toBe('已有 1 条，都不变。');
  expect(layingWords(layingOf(preview(['1', '2', '3', '4']), new Set()), false)).toBe(
    '已有 4 条，其中 4 条换成这一份。',
  );
});
