import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectStandard } from '../../../electron/backend/standard-import/detect/detect-standard.ts';
import { readSource } from '../../../electron/backend/standard-import/read-source.ts';
import { joinList, splitList } from '../../../electron/backend/standard-export/template-format.ts';
import { toTemplateXlsx } from '../../../electron/backend/standard-export/to-template-xlsx.ts';
import { toYaml } from '../../../electron/backend/standard-export/to-yaml.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { readPack } from '../../../electron/backend/standard/read-pack.ts';
import { mixedPack } from '../../support/mixed-pack.ts';
import { temporaryFolder } from './files.ts';

const folder = path.resolve(import.meta.dirname, '../../../resources/standards');
const files = readdirSync(folder).toSorted();
const packOf = (file: string): Pack => readPack(readFileSync(path.join(folder, file), 'utf8'), file);
const temporary = temporaryFolder();

async function throughTemplate(pack: Pack) {
  const file = path.join(temporary, `${pack.id}.xlsx`);
  writeFileSync(file, await toTemplateXlsx(pack));
  return detectStandard(await readSource(file));
}

test('55 packs are tried', () => expect(files).toHaveLength(55));

describe.each(files)('%s', (file) => {
  test('YAML reads back as the same pack', () => {
    const pack = packOf(file);
    expect(readPack(toYaml(pack), file)).toStrictEqual(pack);
  });

  test('the template reads back as the same pack, without a word', async () => {
    const pack = packOf(file);
    const draft = await throughTemplate(pack);
    expect(draft.problems).toEqual([]);
    expect(draft.pack).toStrictEqual(pack);
  });
});

describe('what no built-in pack has', () => {
  const awkward = [
    '=1+1',
    '+86',
    '-1',
    '@x',
    'yes',
    'no',
    'null',
    '~',
    '1.10',
    '2022',
    '0x1F',
    '1e3',
    '2026-03-01',
    ': 冒号',
    '# 井号',
    '- 短横',
    '行一\n行二',
    '  前后有空格  ',
    '反斜杠 \\n 不是换行',
    '\\开头',
    '中间 \\r 与\r回车',
    '\\r',
    '（空）',
    '（空列表）',
    '_x0041_',
    '𠮷野家 👍',
    '"引号" \'引号\'',
    '<img onerror=1>&amp;',
    '%指令',
    '{a: 1}',
    '[1]',
    '!!js',
    '&锚 *别名',
    '? 问',
    '|',
    '>',
    '全角：　空格',
    'constructor',
    '__proto__',
  ];
  const awkwardPack = (): Pack => {
    const pack = mixedPack('parts');
    const [first] = pack.chapters;
    const clause = first?.sections[0]?.clauses[0];
    if (!clause) throw new Error('no clause');
    Object.assign(clause, {
      evidence: awkward,
      checks: ['（空列表）'],
      departments: [],
      note: awkward.join('\n'),
      title: '（空）',
      genericLevels: ['A'],
      rollup: { pack: 'a', target: 'b', unitTypes: ['村卫生室'], measure: 'm', basis: 'b' },
    });
    if (clause.requirements) clause.requirements = { C: awkward, B: [], A: ['（空列表）', '\\'] };
    Object.assign(pack, {
      reference: { status: '（空）', officialCounts: { 'a.b': 1, 'c~d': '二' }, editions: [], gradingHints: {} },
      document: '\\',
      appliesTo: [],
    });
    return pack;
  };

  test('awkward texts, empty lists and rare keys survive the template', async () => {
    const pack = awkwardPack();
    const draft = await throughTemplate(pack);
    expect(draft.pack).toStrictEqual(pack);
  });

  test('and YAML', () => {
    const pack = awkwardPack();
    expect(readPack(toYaml(pack), `${pack.id}.yaml`)).toStrictEqual(pack);
  });

  test('any list survives its cell', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), (items) => {
        expect(splitList(joinList(items))).toEqual(items);
      }),
    );
  });

  test('any text survives YAML', () => {
    const pack = mixedPack('points');
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((value) => value.trim() !== '' && !/[^\P{Cc}\t\n\r]/u.test(value));
    fc.assert(
      fc.property(text, (note) => {
        expect(readPack(toYaml({ ...pack, note }), `${pack.id}.yaml`).note).toBe(note);
      }),
      { numRuns: 200 },
    );
  });
});
