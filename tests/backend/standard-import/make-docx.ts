import { zip } from '../score-file/workbook-parts.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (list: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const run = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<w:r><w:t xml:space="preserve">${escape(line)}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>');

/** A paragraph; `style` is a heading level from 1, `list` a list id and level. */
export const p = (
  text: string,
  { style = 0, list }: { style?: number; list?: readonly [string, number] } = {},
): string => {
  const properties = [
    style > 0 ? `<w:pStyle w:val="${style}"/>` : '',
    list ? `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>` : '',
  ].join('');
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;
};

export interface CellPlan {
  /** A string is one paragraph a line; or ready XML of paragraphs. */
  readonly text?: string;
  readonly xml?: string;
  readonly span?: number;
  readonly merge?: 'restart' | 'continue';
}

const cell = (plan: CellPlan | string): string => {
  const { text = '', xml, span, merge } = typeof plan === 'string' ? { text: plan } : plan;
  const properties = [
    span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`,
    merge === undefined ? '' : merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>',
  ].join('');
  const paragraphs =
    xml ??
    text
      .split('\n')
      .map((line) => p(line))
      .join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs}</w:tc>`;
};

export const tbl = (rows: readonly (readonly (CellPlan | string)[])[]): string =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;

const styles = `<w:styles xmlns:w="${main}">${[1, 2, 3]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
  )
  .join('')}</w:styles>`;

/** List 1: 1.1.1 in three levels; list 2: （一）; list 3: 第一章. */
const numbering = `<w:numbering xmlns:w="${main}">
<w:abstractNum w:abstractNumId="0">${[0, 1, 2]
  .map(
    (level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${['%1.', '%1.%2', '%1.%2.%3'][level]}"/></w:lvl>`,
  )
  .join('')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1章"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>`;

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${[
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['numbering', 'numbering'],
]
  .map(
    ([part, kind]) =>
      `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
  )
  .join('')}</Types>`;

export const docxParts = (body: string): Record<string, string> => ({
  '[Content_Types].xml': contentTypes,
  '_rels/.rels': relationships(`<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`),
  'word/document.xml': `<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
  'word/_rels/document.xml.rels': relationships(
    `<Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${office}/numbering" Target="numbering.xml"/>`,
  ),
  'word/styles.xml': styles,
  'word/numbering.xml': numbering,
});

export const makeDocx = (...body: readonly string[]): Promise<Buffer> => zip(Object.entries(docxParts(body.join(''))));
