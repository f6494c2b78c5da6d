import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { makePdf } from '../../../electron/backend/sample/evidence-files/make-pdf.ts';
import { makeSampleFile, sampleCatalogue } from '../../../electron/backend/sample/evidence-files/sample-catalogue.ts';
import { sampleNotes } from '../../../electron/backend/sample/evidence-files/sample-notes.ts';
import { readPack } from '../../../electron/backend/standard/read-pack.ts';

const today = '2026-10-08';
const documents = sampleCatalogue(today);
const file = path.resolve(import.meta.dirname, '../../../resources/standards/jcx-township-2022.yaml');
const codes = new Set(
  readPack(readFileSync(file, 'utf8'), 'jcx-township-2022.yaml').chapters.flatMap((chapter) =>
    chapter.sections.flatMap((section) => section.clauses.map(({ code }) => code)),
  ),
);

test('at least 70 documents of four kinds, each for clauses that exist, none from the future', () => {
  expect(documents.length).toBeGreaterThanOrEqual(70);
  expect(new Set(documents.map(({ kind }) => kind)).size).toBe(4);
  expect(new Set(documents.map(({ title }) => title)).size).toBe(documents.length);
  expect(documents.flatMap(({ clauses }) => clauses).filter((code) => !codes.has(code))).toEqual([]);
  expect(Object.keys(sampleNotes).filter((code) => !codes.has(code))).toEqual([]);
  expect(documents.every(({ documentDate }) => documentDate < today)).toBe(true);
  expect(documents.filter(({ clauses }) => clauses.length > 1).length).toBeGreaterThan(10);
});

test('some run out within 30 days, two have run out', () => {
  const ending = documents.map(({ validUntil }) => validUntil).filter((day) => day !== '');
  expect(ending.filter((day) => day < today)).toHaveLength(2);
  expect(ending.filter((day) => day >= today && day <= '2026-11-07').length).toBeGreaterThanOrEqual(4);
});

test.each([
  ['2026-10-08', '2026年第三季度手卫生依从性抽查表', '2026-09-30'],
  ['2026-01-01', '2025年第四季度手卫生依从性抽查表', '2025-12-31'],
  ['2024-05-31', '2024年第一季度手卫生依从性抽查表', '2024-03-31'],
])('on %s the last quarter is that of %s', (day, title, date) => {
  expect(sampleCatalogue(day).find((document) => document.title === title)?.documentDate).toBe(date);
});

test('the same bytes each time, of the right kind', async () => {
  const signatures = { pdf: '%PDF', png: '\u0089PNG', docx: 'PK\u0003\u0004', xlsx: 'PK\u0003\u0004' };
  for (const document of documents) {
    const [bytes, again] = await Promise.all([makeSampleFile(document), makeSampleFile(document)]);
    expect(bytes.equals(again)).toBe(true);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(signatures[document.kind]);
    expect(bytes.length).toBeLessThan(60_000);
  }
});

test('every offset in the cross-reference table of a PDF points at its object', () => {
  const lines = Array.from({ length: 60 }, (_line, index) =>
    index % 7 === 0 ? '甲\t乙\t丙' : `第 ${index} 条（示例）😀`,
  );
  const pdf = makePdf({ title: '标题', lines, department: '院感科', date: today }).toString('latin1');
  const start = Number(/startxref\n(\d+)\n/u.exec(pdf)?.[1]);
  expect(pdf.slice(start, start + 5)).toBe('xref\n');
  const offsets = [...pdf.slice(start).matchAll(/^(\d{10}) 00000 n $/gmu)].map((match) => Number(match[1]));
  expect(offsets.length).toBeGreaterThan(8);
  for (const [index, offset] of offsets.entries())
    expect(pdf.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`, 'u'));
  for (const [, length, content] of pdf.matchAll(/\/Length (\d+) >>\nstream\n([^]*?)\nendstream/gu)) {
    expect(content).toHaveLength(Number(length));
  }
});

test('a PNG unpacks to its pixels', async () => {
  const picture = documents.find(({ kind }) => kind === 'png');
  if (!picture) throw new Error('no picture');
  const png = await makeSampleFile(picture);
  const length = png.readUInt32BE(33);
  expect(png.subarray(37, 41).toString('latin1')).toBe('IDAT');
  expect(inflateSync(png.subarray(41, 41 + length))).toHaveLength((640 * 3 + 1) * 480);
});

test.each(['docx', 'xlsx'] as const)('a .%s names all of its parts', async (kind) => {
  const document = documents.find((found) => found.kind === kind);
  if (!document) throw new Error('no document');
  const zip = await fromBufferPromise(await makeSampleFile(document), { lazyEntries: true });
  const names: string[] = [];
  for await (const { fileName } of zip.eachEntry()) names.push(fileName);
  expect(names).toContain('[Content_Types].xml');
  expect(names).toContain(kind === 'docx' ? 'word/document.xml' : 'xl/worksheets/sheet1.xml');
});
