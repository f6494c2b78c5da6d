import type ExcelJS from 'exceljs';
import type { StyleName, Tone } from './sheet-model.ts';

/** On every Chinese Windows; other systems put their own in its place. */
const fontName = '微软雅黑';
const ink = 'FF1C2329';
const font = (extra: Partial<ExcelJS.Font> = {}): Partial<ExcelJS.Font> => ({
  name: fontName,
  size: 10,
  color: { argb: ink },
  ...extra,
});
const fill = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const line: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FFD5DBE3' } };
const border: Partial<ExcelJS.Borders> = { top: line, left: line, bottom: line, right: line };
const left: Partial<ExcelJS.Alignment> = { vertical: 'top', horizontal: 'left', wrapText: true };
const middle: Partial<ExcelJS.Alignment> = { vertical: 'middle', horizontal: 'center', wrapText: true };
const leftMiddle: Partial<ExcelJS.Alignment> = { ...left, vertical: 'middle' };
const centre: Partial<ExcelJS.Alignment> = { ...middle, vertical: 'top' };
const headerFill = fill('FFE8F0FB');
const toFillFill = fill('FFFFF9E5');

/**
 * One object for each style, shared by all its cells: exceljs then works out each style once, and the file stays far
 * below Excel's limit of cell formats.
 */
export const cellStyles: Readonly<Record<StyleName, Partial<ExcelJS.Style>>> = {
  title: { font: font({ size: 18, bold: true }), alignment: { vertical: 'middle' } },
  heading: { font: font({ size: 12, bold: true }), alignment: { vertical: 'middle' } },
  remark: { font: font({ size: 9, color: { argb: 'FF5A6572' } }), alignment: left },
  label: { font: font({ bold: true }), border, alignment: leftMiddle },
  header: { font: font({ bold: true }), fill: headerFill, border, alignment: middle },
  headerToFill: { font: font({ bold: true }), fill: fill('FFFFEFBF'), border, alignment: middle },
  text: { font: font(), border, alignment: left },
  value: { font: font(), border, alignment: leftMiddle },
  exactText: { font: font(), border, alignment: left, numFmt: '@' },
  centred: { font: font(), border, alignment: centre },
  figure: { font: font(), border, alignment: middle },
  strong: { font: font({ bold: true }), border, alignment: middle },
  link: { font: font({ color: { argb: 'FF1559B7' }, underline: true }), border, alignment: left },
  day: { font: font(), border, alignment: centre, numFmt: 'yyyy-mm-dd' },
  share: { font: font(), border, alignment: middle, numFmt: '0.0%' },
  difference: { font: font(), border, alignment: centre, numFmt: '+0.00;[Red]-0.00;0.00' },
  toFillCentred: { font: font(), fill: toFillFill, border, alignment: centre, protection: { locked: false } },
  // text format: a remark like “-无记录” is not taken for a formula
  toFill: { font: font(), fill: toFillFill, border, alignment: left, numFmt: '@', protection: { locked: false } },
  plain: { numFmt: '@' },
};

/** In a conditional format the fill's background is what shows. */
const tone = (background: string, text: string): Partial<ExcelJS.Style> => ({
  font: { bold: true, color: { argb: text } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: background } },
});

export const toneStyles: Readonly<Record<Tone, Partial<ExcelJS.Style>>> = {
  good: tone('FFE3F4E8', 'FF17663A'),
  fair: tone('FFE4EFFC', 'FF1559B7'),
  warn: tone('FFFFF1D6', 'FF8A5300'),
  bad: tone('FFFCE4E4', 'FFB3261E'),
  mute: tone('FFEEF0F3', 'FF5A6572'),
};
