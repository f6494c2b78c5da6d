/** The most UTF-16 units that Excel keeps in one cell. */
export const cellLimit = 32_767;
const cutMark = '…（内容过长，后文从略，全文见达标）';

/** What XML 1.0 forbids, lone surrogates included: one such character and Excel calls the whole file damaged. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;

/** Excel reads `_x0041_` inside a string as an escaped character; escaping its first underscore keeps it as it is. */
const looksEscaped = /_(?=x[0-9a-f]{4}_)/giu;

/** One look that lets nearly all texts pass as they are; an emoji merely takes the longer way. */
const needsCare = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff\ufffe\uffff]|_x/iu;

/** Text as it may stand in a cell: legal in XML, cut with a remark at Excel's limit, line ends as Excel has them. */
export function cellText(text: string): string {
  if (text.length <= cellLimit && !needsCare.test(text)) return text;
  const legal = text.replace(/\r\n?/gu, '\n').replace(forbidden, '');
  return cutWithRemark(legal).replace(looksEscaped, '_x005F_');
}

function cutWithRemark(text: string): string {
  if (text.length <= cellLimit) return text;
  const kept = text.slice(0, cellLimit - cutMark.length);
  return kept.replace(/[\ud800-\udbff]$/u, '') + cutMark;
}

/**
 * A relative path as a link target. Only ASCII that is no part of a URI path is encoded; Chinese stays as it is,
 * which is how Excel itself writes it and what Excel, WPS and LibreOffice all open. `!` is encoded because exceljs
 * takes `name!A1` for a place inside the workbook.
 */
export function linkTarget(path: string): string {
  return path.replace(
    /[\s"#%<>[\]^`{|}!?\\]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Text in a page footer, where `&` starts a code and all parts together have 255 characters. */
export const footerText = (text: string, limit: number): string =>
  Array.from(cellText(text).replaceAll('\n', ' ')).slice(0, limit).join('').replaceAll('&', '&&');
