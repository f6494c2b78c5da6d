import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingSuggestions } from '../../../shared/domain/evidence/match-suggested.ts';
import { nextEvidenceNumber, titleFromFileName } from '../../../shared/domain/evidence/numbering.ts';
import { distinctName, windowsName } from '../../../shared/domain/evidence/windows-name.ts';

describe('编号', () => {
  test('接着最大的编号往下，不补空号，不受别的条款影响', () => {
    expect(nextEvidenceNumber('1.1.1', [])).toBe('1.1.1-01');
    expect(nextEvidenceNumber('1.1.1', ['1.1.1-01', '1.1.1-07', '1.1.10-99', '1.1.1-甲'])).toBe('1.1.1-08');
    expect(nextEvidenceNumber('1.1', ['1.1-99'])).toBe('1.1-100');
  });

  test.each([
    ['手卫生制度.pdf', '手卫生制度'],
    ['新建 Microsoft Word 文档 (3).docx', '新建 Microsoft Word 文档'],
    ['培训签到 - 副本.xlsx', '培训签到'],
    ['2026.10 检查记录', '2026.10 检查记录'],
    ['.pdf', '.pdf'],
  ])('%s 的标题是 %s', (file, title) => expect(titleFromFileName(file)).toBe(title));
});

describe('建议材料的对应', () => {
  const suggested = ['手卫生培训签到与考核', '职业暴露登记表', '《医疗机构执业许可证》正副本复印件'];
  test('题名相近的算已有', () => {
    expect(missingSuggestions(suggested, ['2026年手卫生培训签到表', '医疗机构执业许可证（正本）'])).toEqual([
      '职业暴露登记表',
    ]);
  });
  test('没有材料时全部还缺；不相干的不算', () => {
    expect(missingSuggestions(suggested, [])).toEqual(suggested);
    expect(missingSuggestions(['手卫生制度'], ['消防演练记录'])).toEqual(['手卫生制度']);
  });
});

describe('Windows 文件名', () => {
  test.each([
    ['a<b>c:d"e/f\\g|h?i*j.pdf', 'a_b_c_d_e_f_g_h_i_j.pdf'],
    ['CON.txt', '_CON.txt'],
    ['com1', '_com1'],
    ['结尾有点. . ', '结尾有点'],
    ['报告\u202Efdp.exe', '报告fdp.exe'],
    ['😀照片.jpg', '😀照片.jpg'],
    ['', '_'],
    ['...', '_'],
  ])('%s → %s', (name, safe) => expect(windowsName(name, 80)).toBe(safe));

  test('任何名字都变得合法，不超长，再整理一次不变', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 20, max: 120 }), (name, limit) => {
        const safe = windowsName(name, limit);
        expect(safe.length).toBeGreaterThan(0);
        expect(safe.length).toBeLessThanOrEqual(limit);
        expect(safe).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|[. ]$/u);
        expect(Buffer.from(safe).toString()).toBe(safe); // no half characters
        expect(windowsName(safe, limit)).toBe(safe);
      }),
    );
  });

  test('重名加序号，不分大小写', () => {
    const given = new Set<string>();
    expect(['a.pdf', 'A.pdf', 'a.pdf'].map((name) => distinctName(name, given, 60))).toEqual([
      'a.pdf',
      'A (2).pdf',
      'a (3).pdf',
    ]);
  });
});
