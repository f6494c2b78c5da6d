import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { detectStandard } from '../../../electron/backend/standard-import/detect/detect-standard.ts';
import { hanNumber } from '../../../electron/backend/standard-import/docx-numbering.ts';
import { overlay } from '../../../electron/backend/standard-import/overlay.ts';
import { readSource } from '../../../electron/backend/standard-import/read-source.ts';
import { readPack } from '../../../electron/backend/standard/read-pack.ts';
import { threeParts } from './corpus-text.ts';
import { temporaryFolder } from './files.ts';
import { makeDocx, p } from './make-docx.ts';

const folder = temporaryFolder();
const resource = path.resolve(import.meta.dirname, '../../../resources/standards/tier3-2022.yaml');
const tier3 = readPack(readFileSync(resource, 'utf8'), 'tier3-2022.yaml');

async function detect(name: string, body: string) {
  const file = path.join(folder, name);
  writeFileSync(file, await makeDocx(body));
  return detectStandard(await readSource(file));
}

/** The pack written down as the Commission writes standards: parts, chapters, 一、, （一） and lists, all in paragraphs. */
function asDocument({ title, chapters }: Pack): string {
  let part = '';
  return [
    p(title),
    ...chapters.flatMap((chapter) => {
      const [number = '', below] = chapter.code.split('.');
      const name = `第${hanNumber(Number(number))}部分`;
      const own = chapter.title.replace(/^第.部分(?:第.章)?\s*/u, '');
      const heads = [
        ...(part === number ? [] : [p(below === undefined ? `${name} ${own}` : `${name} 正文`)]),
        ...(below === undefined ? [] : [p(`第${hanNumber(Number(below))}章 ${own}`)]),
      ];
      part = number;
      const sections = chapter.sections.flatMap((section, at) => [
        p(`${hanNumber(at + 1)}、${section.title}`),
        ...section.clauses.flatMap((clause, index) => [
          p(`（${hanNumber(index + 1)}）${clause.title}`),
          ...(clause.requirements?.C ?? clause.requirements?.yes ?? []).map((text, point) => p(`${point + 1}.${text}`)),
        ]),
      ]);
      return [...heads, ...sections];
    }),
  ].join('');
}

test('三级医院评审标准写成正文：编号与内置标准一致，现场检查的条款全部对得上', async () => {
  const { pack, problems } = await detect('三级.docx', asDocument(tier3));
  if (!pack) throw new Error('no pack');
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { matched, withoutText } = overlay(tier3, pack);
  const inPart =
    (number: string) =>
    ({ code }: { readonly code: string }) =>
      code.startsWith(`${number}.`);
  expect(matched.filter(inPart('1'))).toHaveLength(25);
  expect(matched.filter(inPart('3'))).toHaveLength(183);
  expect(withoutText.filter((clause) => !inPart('2')(clause))).toEqual([]);
  expect(matched.filter(inPart('3')).filter(({ isDoubtful }) => isDoubtful)).toEqual([]);
  const shape = (chapters: Pack['chapters']) =>
    chapters.map(({ code, title, sections }) => [code, title, sections.map((section) => section.code)]);
  expect(shape(pack.chapters)).toEqual(shape(tier3.chapters));
  expect(pack.chapters[0]?.method ?? pack.method).toBe('prerequisite');
});

test('按 2022 年版的次序写的文件，盖在内置标准上', async () => {
  const { pack } = await detect('某省.docx', threeParts());
  const { matched, unknown } = overlay(tier3, pack ?? { chapters: [] });
  expect(matched.map(({ code }) => code)).toEqual([
    '1.1.1',
    '1.1.2',
    '1.2.1',
    '2.1.1.1',
    '2.1.1.2',
    '3.1.1.1',
    '3.1.1.2',
    '3.1.2.1',
    '3.2.1.1',
  ]);
  expect(unknown).toEqual([]);
});

test('我们的名称短，官方的是整句：名称在句子里的不算存疑，说的是别的事才算', async () => {
  const sentences = [
    ['1.1.1', '执业登记与校验', '医院按规定办理执业登记和校验，许可证在有效期内，诊疗科目与登记的相符。'],
    ['1.1.2', '手术安全核查', '建立不良事件报告制度，鼓励主动报告，定期分析并持续改进医疗安全管理工作。'],
  ] as const;
  const own = await detect('本院.docx', sentences.map(([code, title]) => p(`${code} ${title}`)).join(''));
  const official = await detect('官方.docx', sentences.map(([code, , title]) => p(`${code} ${title}`)).join(''));
  if (!own.pack || !official.pack) throw new Error('no pack');
  expect(overlay(own.pack, official.pack).matched.map(({ isDoubtful }) => isDoubtful)).toEqual([false, true]);
});
