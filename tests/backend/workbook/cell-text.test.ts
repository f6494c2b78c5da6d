import { describe, expect, test } from 'vitest';
import { cellLimit, cellText, footerText, linkTarget } from '../../../electron/backend/workbook/cell-text.ts';
import { columnLetters, heightFor } from '../../../electron/backend/workbook/cells.ts';

describe('单元格文字', () => {
  test('XML 不允许的字符被去掉，换行统一，其余一字不动', () => {
    expect(cellText('甲\u0000乙\u001b丙\ufffe丁\r\n戊\t己')).toBe('甲乙丙丁\n戊\t己');
    expect(cellText('笑😀脸')).toBe('笑😀脸');
    expect(cellText('半\ud83d个')).toBe('半个');
  });

  test('看起来像 Excel 转义的文字保持原样', () => {
    expect(cellText('见 _x0041_ 号')).toBe('见 _x005F_x0041_ 号');
  });

  test('超过 Excel 上限的文字被截断，并写明', () => {
    const cut = cellText('长'.repeat(40_000));
    expect(cut.length).toBe(cellLimit);
    expect(cut).toMatch(/全文见达标）$/u);
    expect(cellText('长'.repeat(cellLimit))).toHaveLength(cellLimit);
  });

  test('截断不会切开一个表情符号', () => {
    expect(cellText(`a${'😀'.repeat(20_000)}`)).not.toMatch(/\p{Surrogate}/u);
  });

  test('页脚里的 & 不成为代码，长度有限', () => {
    expect(footerText('A&B 医院', 60)).toBe('A&&B 医院');
    expect(footerText('长'.repeat(100), 60)).toHaveLength(60);
  });
});

test('链接只编码 URI 路径里不合法的字符，中文保持可读', () => {
  expect(linkTarget('佐证材料/1 章/a#1 100%.pdf')).toBe('佐证材料/1%20章/a%231%20100%25.pdf');
  expect(linkTarget('通知!A1')).toBe('通知%21A1');
  expect(linkTarget('a&b (2).pdf')).toBe('a&b%20(2).pdf');
});

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('第 %i 列是 %s', (column, letters) => expect(columnLetters(column)).toBe(letters));

test('更长的文字得到更高的行，但不超过 Excel 的上限', () => {
  expect(heightFor('短', 20)).toBeLessThan(heightFor('长'.repeat(50), 20));
  expect(heightFor('长'.repeat(30_000), 20)).toBe(409);
});
