import { describe, expect, test } from 'vitest';
import type { RoundSummary } from '../../../shared/contract/round.ts';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { changeRows, countChanges, emptyText } from '../../../renderer/features/import-standard/change-rows.ts';
import {
  comparable,
  idApart,
  likelyChoice,
  likelyWorded,
  newId,
  sameOwn,
} from '../../../renderer/features/import-standard/import-choice.ts';
import { countOverlay, doubtfulCodes, overlayRows } from '../../../renderer/features/import-standard/overlay-rows.ts';
import { pressed } from '../pressed.ts';
import { isConfirmKey } from '../../../renderer/features/import-standard/use-confirm-key.ts';

const standard = (id: string, title: string, own?: true): StandardSummary => ({
  id,
  title,
  programme: '项目',
  edition: '2022',
  issuer: '',
  document: undefined,
  confidence: 'low',
  note: undefined,
  appliesTo: [],
  clauses: {},
  targets: [],
  own,
  totalPoints: undefined,
});
const township = standard('jcx-township-2022', '乡镇卫生院服务能力标准（2022版）');
const tier3 = standard('tier3-2022', '三级医院评审标准（2022年版）');
const own = standard('own-abc', '本院质量标准', true);
const standards = [own, township, tier3];
const round = { standardId: 'jcx-township-2022@1234', archived: false } as RoundSummary;

describe('导入成什么', () => {
  test.each([
    [
      '没有什么相像的：新的',
      '心理咨询中心规范',
      'own-1',
      undefined,
      { kind: 'own', id: undefined, against: undefined },
    ],
    [
      '与在用的相像：新的，和它对照',
      '乡镇卫生院服务能力标准（2025版）',
      'own-1',
      undefined,
      { kind: 'own', id: undefined, against: 'jcx-township-2022' },
    ],
    [
      '没有在用的，不对照',
      '三级医院评审标准（2025年版）',
      'own-1',
      undefined,
      { kind: 'own', id: undefined, against: undefined },
    ],
    [
      '已有同名的：它的新修订',
      '本院质量标准',
      'own-abc',
      undefined,
      { kind: 'own', id: 'own-abc', against: 'own-abc' },
    ],
    ['从内置标准来：官方原文', '什么都行', 'own-1', 'tier3-2022', { kind: 'official', packId: 'tier3-2022' }],
    ['从本院标准来：它的新修订', '什么都行', 'own-1', 'own-abc', { kind: 'own', id: 'own-abc', against: 'own-abc' }],
    ['来处的标准已不在', '什么都行', 'own-1', 'gone', { kind: 'own', id: undefined, against: undefined }],
  ] as const)('%s', (_what, title, id, packId, choice) =>
    expect(likelyChoice({ pack: { id, title }, standards, rounds: [round] }, packId)).toEqual(choice),
  );

  test('可以对照的是在用的和本院的；同名的认得出', () => {
    expect(comparable({ standards, rounds: [round] }).map(({ id }) => id)).toEqual(['own-abc', 'jcx-township-2022']);
    expect(sameOwn({ pack: { id: 'own-abc', title: '' }, standards })?.id).toBe('own-abc');
    expect(sameOwn({ pack: { id: 'tier3-2022', title: '' }, standards })).toBeUndefined();
  });

  test('导出后改过再导入的内置标准另起一个编号，再来一次就是它的新修订', () => {
    const pack = { id: 'tier3-2022', title: '' };
    expect(newId({ pack, standards })).toBe('own-tier3-2022');
    expect(newId({ pack: { id: 'own-abc', title: '' }, standards })).toBe('own-abc');
    expect(sameOwn({ pack, standards: [...standards, standard('own-tier3-2022', '三级', true)] })?.id).toBe(
      'own-tier3-2022',
    );
    const long = `${'a'.repeat(55)}-b`;
    expect(newId({ pack: { id: long, title: '' }, standards: [standard(long, '')] })).toMatch(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/u,
    );
  });

  test('另立的标准有自己的编号，不会成为谁的修订', () => {
    expect(idApart('own-abc', new Set(['own-abc']))).toBe('own-abc-2');
    expect(idApart('own-abc', new Set(['own-abc', 'own-abc-2', 'own-abc-3']))).toBe('own-abc-4');
    expect(idApart('a'.repeat(60), new Set()).length).toBeLessThanOrEqual(60);
    expect(idApart(`${'a'.repeat(54)}-bcd`, new Set())).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
  });

  test.each([
    ['从哪个标准来就是哪个', '三级医院评审标准', 'jcx-township-2022', 'jcx-township-2022'],
    ['名称最像的', '三级医院评审标准实施细则（2022年版）', undefined, 'tier3-2022'],
    ['都不像：在用的', '细则', undefined, 'jcx-township-2022'],
  ])('官方原文：%s', (_what, title, packId, id) =>
    expect(likelyWorded({ pack: { id: 'own-1', title }, standards, rounds: [round] }, packId)).toBe(id),
  );
});

test('变化按新版的先后，取消的在最后；相同的另看', () => {
  const name = (code: string) => ({ code, title: `名称 ${code}` });
  const changes = {
    kept: [
      { kind: 'same' as const, from: name('1'), to: name('1'), similarity: 1, changed: [] },
      { kind: 'moved' as const, from: name('2'), to: name('3'), similarity: 1, changed: [] },
      {
        kind: 'reworded' as const,
        from: name('5'),
        to: name('5'),
        similarity: 1,
        changed: [{ what: 'score', from: '10', to: '5' } as const, { what: 'core', to: true } as const],
      },
      {
        kind: 'reworded' as const,
        from: name('6'),
        to: name('6'),
        similarity: 0.829,
        changed: [{ what: 'points' } as const],
      },
    ],
    added: [name('4')],
    removed: [name('9')],
  };
  expect(changeRows(changes, 'changed').map(({ kind, from, to }) => [kind, from?.code, to?.code])).toEqual([
    ['moved', '2', '3'],
    ['reworded', '5', '5'],
    ['reworded', '6', '6'],
    ['added', undefined, '4'],
    ['removed', '9', undefined],
  ]);
  expect(changeRows(changes, 'reworded').map(({ difference }) => difference)).toEqual([
    '分值 10 → 5、新增核心 ★',
    '相似 82%',
  ]);
  expect(emptyText('changed', { isSame: true })).toBe('两版没有不同。');
  expect(emptyText('changed', { isSame: false })).toContain('目标规则');
  expect(emptyText('moved', { isSame: true })).toBe('没有移号的条款。');
  expect(changeRows(changes, 'same')).toHaveLength(1);
  expect(countChanges(changes)).toEqual({ same: 1, reworded: 2, moved: 1, renamed: 0, added: 1, removed: 1 });
});

test('官方原文分存疑、对上、没有原文、标准里没有；存疑的先不覆', () => {
  const match = (code: string, isDoubtful: boolean) => ({
    code,
    officialCode: code,
    title: '甲',
    officialTitle: '乙',
    similarity: 0.5,
    isDoubtful,
  });
  const preview = {
    packId: 'tier3-2022',
    matched: [match('1', false), match('2', true)],
    withoutText: [{ code: '3', title: '丙' }],
    unknown: [{ code: '9', title: '丁' }],
    worded: [],
  };
  expect(countOverlay(preview)).toEqual({ doubtful: 1, matched: 1, without: 1, unknown: 1 });
  expect(overlayRows(preview, 'doubtful').map(({ code }) => code)).toEqual(['2']);
  expect(overlayRows(preview, 'without')[0]).toMatchObject({ code: '3', officialCode: '' });
  expect(overlayRows(preview, 'unknown')[0]).toMatchObject({ code: '', officialCode: '9', officialTitle: '丁' });
  expect([...doubtfulCodes(preview)]).toEqual(['2']);
});

test.each([
  ['Ctrl+Enter', { ctrlKey: true }, true],
  ['⌘+Enter', { metaKey: true }, true],
  ['只按 Enter', {}, false],
  ['按住不放', { ctrlKey: true, repeat: true }, false],
  ['输入法里', { ctrlKey: true, keyCode: 229 }, false],
  ['输入法正在拼', { ctrlKey: true, isComposing: true }, false],
  ['别处已经用了', { ctrlKey: true, defaultPrevented: true }, false],
  ['Ctrl+Shift+Enter', { ctrlKey: true, shiftKey: true }, false],
])('确认键：%s', (_what, more, wanted) => {
  const press = { ...pressed('Enter', { keyCode: 13 }), repeat: false, defaultPrevented: false, ...more };
  expect(isConfirmKey(press)).toBe(wanted);
});
