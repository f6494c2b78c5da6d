import { managementDocuments } from './documents-management.ts';
import { qualityDocuments } from './documents-quality.ts';
import { resourceDocuments } from './documents-resources.ts';
import { serviceDocuments } from './documents-services.ts';
import { makeDocx } from './make-docx.ts';
import { makePdf } from './make-pdf.ts';
import { makePng } from './make-png.ts';
import { makeXlsx } from './make-xlsx.ts';
import { dateDocument, type SampleDocument } from './sample-document.ts';

export type { SampleDocument } from './sample-document.ts';

/**
 * The evidence of the sample institution for `jcx-township-2022`, in the order of the clauses. All of it is invented.
 *
 * @param today `YYYY-MM-DD`: documents are dated before it; some run out within a month, some have run out
 */
export const sampleCatalogue = (today: string): readonly SampleDocument[] =>
  [...resourceDocuments, ...serviceDocuments, ...qualityDocuments, ...managementDocuments].map((spec) =>
    dateDocument(spec, today),
  );

/** The file of one document; the same bytes for the same document. */
export async function makeSampleFile(document: SampleDocument): Promise<Buffer> {
  const { title, lines, department, documentDate } = document;
  if (document.kind === 'pdf') return makePdf({ title, lines, department, date: documentDate });
  if (document.kind === 'png') return makePng({ title, lines, seed: seedOf(title) });
  if (document.kind === 'docx') {
    return makeDocx({ title, paragraphs: [`示例卫生院${department}　${documentDate}`, ...lines] });
  }
  const [header = [], ...rows] = lines.filter((line) => line.includes('\t')).map((line) => line.split('\t'));
  return makeXlsx({ title, header, rows: rows.map((row) => row.map(asNumber)) });
}

const seedOf = (title: string): number =>
  Array.from(title).reduce((seed, character) => (seed * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7);

const asNumber = (cell: string): string | number => (/^\d+(?:\.\d+)?$/u.test(cell) ? Number(cell) : cell);
