import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { suggestedRoundTitle } from '../../renderer/features/choose-standard/round-title.ts';
import { suggestedName } from '../../renderer/features/export/outputs.ts';
import { shortTitle } from '../../shared/text/short-title.ts';

test.each([
  ['二级综合医院评审标准实施细则（2012年版）', '二级综合医院评审'],
  ['乡镇卫生院服务能力标准（2022版）自评要点', '乡镇卫生院服务能力'],
  ['三级医院评审标准（2022年版）', '三级医院评审'],
  ['胸痛中心自评包（县级/基层版）', '胸痛中心'],
  ['社区医院基本标准（试行）与医疗质量安全核心制度要点自评清单', '社区医院基本标准与医疗质量安'],
  ['标准', '标准'],
])('%s is called %s for short', (title, short) => {
  expect(shortTitle(title)).toBe(short);
});

test('the short name of every built-in standard is there and fits', () => {
  const folder = path.resolve(import.meta.dirname, '../../resources/standards');
  for (const file of readdirSync(folder)) {
    const { title } = parse(readFileSync(path.join(folder, file), 'utf8')) as { title: string };
    const short = shortTitle(title);
    expect([...short].length, title).toBeGreaterThan(2);
    expect([...short].length, title).toBeLessThanOrEqual(14);
    expect(short, title).not.toMatch(/（|）|自评包|检查表/u);
  }
});

test('a round is called by its half-year, and by its standard when that is taken', () => {
  const now = new Date(2026, 10, 22);
  const standard = '二级综合医院评审标准实施细则（2012年版）';
  const plain = '2026 年下半年自评';
  const named = '2026 年下半年自评·二级综合医院评审';
  expect(suggestedRoundTitle(now, standard, ['去年'])).toBe(plain);
  expect(suggestedRoundTitle(now, standard, [plain])).toBe(named);
  expect(suggestedRoundTitle(now, standard, [plain, named])).toBe(`${named} 2`);
  expect(suggestedRoundTitle(new Date(2026, 5, 30), standard, [])).toBe('2026 年上半年自评');
});

test('rounds of one title in two standards are exported under two names', () => {
  const title = '2026 年下半年自评';
  const name = (standardTitle: string, round = title) =>
    suggestedName('青山医院', { title: round, standardTitle }, 'workbook');
  expect(name('二级综合医院评审标准实施细则（2012年版）')).toBe(
    '青山医院-二级综合医院评审-2026 年下半年自评-评审工作簿.xlsx',
  );
  expect(name('胸痛中心自评包（县级/基层版）')).toBe('青山医院-胸痛中心-2026 年下半年自评-评审工作簿.xlsx');
  expect(name('胸痛中心自评包（县级/基层版）', '胸痛中心自评')).toBe('青山医院-胸痛中心自评-评审工作簿.xlsx');
  expect(suggestedName('青山医院', { title, standardTitle: '甲标准' }, 'bundle-folder')).toBe(
    '青山医院-甲-2026 年下半年自评-评审工作簿',
  );
});
