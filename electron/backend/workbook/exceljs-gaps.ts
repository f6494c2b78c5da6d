import { measuringFont } from './paper.ts';

interface Zip {
  append(xml: string, options: object): void;
}
/** exceljs leaves out columns of this width, and every program has a default of its own. */
const leftOutWidth = 9;
export const writtenWidth = (width: number): number => (width === leftOutWidth ? width + 0.1 : width);

type AddParts = (zip: Zip, model: unknown) => Promise<void>;

/** What exceljs has no setting for is changed in the parts it writes. */
export function mendParts(xlsx: object): void {
  const inside = xlsx as { addWorksheets: AddParts; addStyles: AddParts };
  inside.addWorksheets = through(inside.addWorksheets.bind(inside), letRowsGrow);
  inside.addStyles = through(inside.addStyles.bind(inside), setMeasuringFont);
}

const through =
  (add: AddParts, mend: (xml: string) => string): AddParts =>
  (zip, model) =>
    add({ append: (xml, options) => zip.append(mend(xml), options) }, model);

/**
 * exceljs marks every height as set by hand, and such a row no longer grows when a reviewer types a long remark.
 * Texts are kept elsewhere in the file, so only the mark can match.
 */
const letRowsGrow = (xml: string): string => xml.replaceAll(' customHeight="1"', '');

/** The first font of the list, with which no cell of ours is written. */
const setMeasuringFont = (xml: string): string =>
  xml.replace(
    /<font>.*?<\/font>/u,
    `<font><sz val="${measuringFont.size}"/><color theme="1"/><name val="${measuringFont.name}"/><family val="2"/></font>`,
  );
