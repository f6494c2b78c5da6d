import { widthOf } from './wrap-lines.ts';
import { contentTypes, escapeXml, relationships, xml, zipParts } from './zip-parts.ts';

export interface Sheet {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A small workbook of one table: merged title, header, bordered cells. */
export function makeXlsx({ title, header, rows }: Sheet): Promise<Buffer> {
  const columns = header.map((name, index) => {
    const widest = Math.max(widthOf(name), ...rows.map((row) => widthOf(String(row[index] ?? ''))));
    return `<col min="${index + 1}" max="${index + 1}" width="${Math.min(48, 4 + widest * 2)}" customWidth="1"/>`;
  });
  const lines = [[title], header, ...rows].map((cells, index) => {
    const style = Math.min(index + 1, 3);
    const height = index === 0 ? ' ht="32" customHeight="1"' : '';
    const content = cells.map((cell, column) => cellXml(`${letter(column)}${index + 1}`, cell, style)).join('');
    return `<row r="${index + 1}"${height}>${content}</row>`;
  });
  return zipParts({
    '[Content_Types].xml': contentTypes(
      ['/xl/workbook.xml', 'spreadsheetml.sheet.main'],
      ['/xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
      ['/xl/styles.xml', 'spreadsheetml.styles'],
    ),
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${namespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/styles.xml': xml(styles),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet xmlns="${namespace}"><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:${letter(Math.max(1, header.length - 1))}1"/></mergeCells></worksheet>`,
    ),
  });
}

const letter = (column: number): string => String.fromCharCode(65 + column);

const cellXml = (reference: string, cell: string | number, style: number): string =>
  typeof cell === 'number'
    ? `<c r="${reference}" s="${style}"><v>${cell}</v></c>`
    : `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;

const side = (name: string): string => `<${name} style="thin"><color rgb="FF808080"/></${name}>`;
const centred = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
/** Styles 1, 2 and 3: title, header, cell. */
const styles = `<styleSheet xmlns="${namespace}"><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills><borders count="2"><border/><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1" applyAlignment="1">${centred}</xf><xf fontId="2" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${centred}</xf><xf borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs></styleSheet>`;
