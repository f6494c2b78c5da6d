import { contentTypes, escapeXml, relationships, xml, zipParts } from './zip-parts.ts';

export interface WordDocument {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A small Word document: a centred title, paragraphs in the usual type. A paragraph `一、…` is a heading. */
export function makeDocx({ title, paragraphs }: WordDocument): Promise<Buffer> {
  const body = [
    paragraph(title, '<w:jc w:val="center"/><w:spacing w:after="240"/>', run('黑体', 36, true)),
    ...paragraphs.map((text) =>
      /^[一二三四五六七八九十]+、/u.test(text)
        ? paragraph(text, '<w:spacing w:before="160" w:line="360" w:lineRule="auto"/>', run('黑体', 28, true))
        : paragraph(
            text,
            '<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="480"/>',
            run('宋体', 24),
          ),
    ),
  ].join('');
  return zipParts({
    '[Content_Types].xml': contentTypes(['/word/document.xml', 'wordprocessingml.document.main']),
    '_rels/.rels': relationships(['officeDocument', 'word/document.xml']),
    'word/document.xml': xml(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1588" w:bottom="1440" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    ),
  });
}

/** Half points, as Word counts. */
const run = (font: string, halfPoints: number, isBold = false): string =>
  `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/>${isBold ? '<w:b/>' : ''}<w:sz w:val="${halfPoints}"/></w:rPr>`;

const paragraph = (text: string, layout: string, properties: string): string =>
  `<w:p><w:pPr>${layout}</w:pPr><w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
