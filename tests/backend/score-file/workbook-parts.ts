import { ZipFile } from 'yazl';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (list: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;

/** The parts of a small workbook whose only sheet has these contents. */
export const workbookParts = (sheet: string, sharedStrings = ''): Record<string, string> => ({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': relationships(`<Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="评分" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relationships(
    `<Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>
     <Relationship Id="r2" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/>`,
  ),
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
  ...(sharedStrings && { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${sharedStrings}</sst>` }),
});

export async function zip(parts: readonly (readonly [string, string | Buffer])[]): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, contents] of parts) file.addBuffer(Buffer.from(contents), name);
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export const zipWorkbook = (sheet: string, sharedStrings = ''): Promise<Buffer> =>
  zip(Object.entries(workbookParts(sheet, sharedStrings)));

/** A header of `clause` and `grade`, and one row below it. */
export const sheetData = (rows: string) =>
  `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>clause</t></is></c><c r="B1" t="inlineStr"><is><t>grade</t></is></c></row>${rows}</sheetData>`;

export const graded = '<row r="2"><c r="A2" t="str"><v>1.1.1</v></c><c r="B2" t="str"><v>B</v></c></row>';
