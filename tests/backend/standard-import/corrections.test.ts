import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { detectStandard, type Corrections } from '../../../electron/backend/standard-import/detect/detect-standard.ts';
import { readSource } from '../../../electron/backend/standard-import/read-source.ts';
import { temporaryFolder } from './files.ts';
import { makeXlsx } from './make-xlsx.ts';
import { outline } from './outline.ts';

const folder = temporaryFolder();
const file = path.join(folder, '自有标准.xlsx');

async function detect(corrections?: Corrections) {
  writeFileSync(
    file,
    await makeXlsx(
      {
        name: '标准',
        rows: [
          ['说明行'],
          ['代号', '要做的事', '怎样算做到', '多少', '谁做'],
          ['1.1', '甲', '做到甲。', 5, '医务科'],
          ['1.2△', '乙', '做到乙。', 6, '护理部'],
        ],
      },
      {
        name: '附表',
        rows: [
          ['编号', '条款名称', '要点'],
          ['9.1', '丙', '做到丙。'],
        ],
      },
    ),
  );
  return detectStandard(await readSource(file), corrections);
}

test('a header in words of its own: roles by column, in the row that the user names', async () => {
  const before = await detect();
  expect(before.tables[0]).toMatchObject({ id: '0', used: false, headerRow: undefined });
  const roles = { 0: 'code', 1: 'title', 2: 'points', 3: 'score', 4: 'departments' } as const;
  const draft = await detect({ tables: { '0': { headerRow: 2, roles }, '1': { use: false } }, triangle: 'optional' });
  expect(outline(draft)).toBe(
    [
      '自有标准｜points｜11 分',
      '1 第 1 章',
      '  1.1 第 1 章',
      '    1.1 甲｜5分｜科:医务科',
      '      · 做到甲。',
      '    1.2 乙｜可选｜6分｜科:护理部',
      '      · 做到乙。',
    ].join('\n'),
  );
  expect(draft.tables.map(({ id, used, headerRow, clauses }) => ({ id, used, headerRow, clauses }))).toEqual([
    { id: '0', used: true, headerRow: 2, clauses: 2 },
    { id: '1', used: false, headerRow: 1, clauses: 0 },
  ]);
  expect(draft.tables[1]?.reason).toBe('按你的选择没有导入。');
});

test('a column that is to be left out, another method', async () => {
  const draft = await detect({
    tables: { '0': { use: false }, '1': { roles: { 2: 'ignore' }, method: 'prerequisite' } },
  });
  const [clause] = draft.pack?.chapters[0]?.sections[0]?.clauses ?? [];
  expect(clause).toMatchObject({ title: '丙', veto: true, requirements: { yes: ['丙'] } });
});

test('what the user says of the whole', async () => {
  const meta = {
    id: 'county-2026',
    title: '县级标准',
    programme: '县级评审',
    edition: '2026',
    issuer: '县卫健局',
    appliesTo: ['乡镇卫生院'],
  };
  const { pack } = await detect({ meta, tables: { '0': { use: false } } });
  expect(pack).toMatchObject(meta);
});

test('the same file and corrections give the same draft, and no target is taken for an official one', async () => {
  expect(await detect()).toEqual(await detect());
  const { pack } = await detect({ tables: { '0': { use: false } } });
  expect(pack?.targets).toEqual([
    {
      id: 'own',
      label: '自定目标（请修改）',
      rules: [{ scope: 'all', grade: 'yes', atLeast: 1 }],
      confidence: 'low',
      note: expect.stringContaining('不是官方的规则') as string,
    },
  ]);
});
