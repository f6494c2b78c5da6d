import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { detectStandard } from '../../../electron/backend/standard-import/detect/detect-standard.ts';
import { readSource } from '../../../electron/backend/standard-import/read-source.ts';
import { temporaryFolder } from './files.ts';
import { makeXlsx } from './make-xlsx.ts';

const folder = temporaryFolder();
const head = ['编号', '条款名称', '要点'];

async function detect(name: string, ...sheets: readonly (readonly (readonly string[])[])[]) {
  const file = path.join(folder, `${name}.xlsx`);
  writeFileSync(file, await makeXlsx(...sheets.map((rows, at) => ({ name: `Sheet${at + 1}`, rows }))));
  return detectStandard(await readSource(file));
}

const chaptersOf = ({ pack }: Awaited<ReturnType<typeof detect>>) =>
  pack?.chapters.map(({ code, title }) => `${code} ${title}`);

test('第一部分下面直接是条款，后面是第二章：是同一级的两种叫法', async () => {
  const draft = await detect('混用', [
    head,
    ['第一部分 前置要求'],
    ['1.1', '登记', '有许可证。'],
    ['第二章 医疗质量'],
    ['2.1', '制度', '有制度。'],
  ]);
  expect(chaptersOf(draft)).toEqual(['1 前置要求', '2 医疗质量']);
});

test('另一张工作表的章从头数起，不属于前一张表的部分', async () => {
  const draft = await detect(
    '另起',
    [['第三部分 现场检查'], ['第一章 功能'], head, ['3.1.1.1', '定位', '定位明确。']],
    [['第一章 附则'], head, ['一', '解释', '由本院解释。']],
  );
  expect(chaptersOf(draft)).toEqual(['3.1 第三部分第一章 功能', '1 附则']);
});

test('部分的名称留在说明里，用户自己写的说明不动', async () => {
  const rows = [head, ['第三部分 现场检查'], ['第一章 功能'], ['3.1.1.1', '定位', '定位明确。']];
  expect((await detect('说明', rows)).pack?.note).toContain('各部分：第三部分 现场检查。');
  expect((await detect('没有部分', [head, ['1.1', '定位', '定位明确。']])).pack?.note).not.toContain('各部分');
});
