/** A workbook as plain data: what a sheet shows, without a word about the library that writes it. */

/** A live formula and the value it has at export, for previewers that do not calculate. */
export interface Formula {
  readonly formula: string;
  readonly result: string | number;
}

/** A link to a file beside the workbook; `path` is relative and not yet encoded. */
export interface Link {
  readonly text: string;
  readonly path: string;
}

/** A calendar day, `YYYY-MM-DD`. */
export interface Day {
  readonly day: string;
}

export type CellValue = string | number | Formula | Link | Day | null;

export type StyleName =
  | 'title'
  | 'heading'
  | 'remark'
  | 'label'
  | 'header'
  | 'headerToFill'
  | 'text'
  | 'value'
  | 'exactText'
  | 'centred'
  | 'strong'
  | 'figure'
  | 'link'
  | 'day'
  | 'share'
  | 'difference'
  | 'toFillCentred'
  | 'toFill'
  | 'plain';

export interface Cell {
  readonly value: CellValue;
  readonly style: StyleName;
}

export interface Row {
  /** Undefined leaves the cell away. */
  readonly cells: readonly (Cell | undefined)[];
  /** In points; without it the row is as high as its text needs. */
  readonly height?: number | undefined;
}

export interface Column {
  /** In characters. */
  readonly width: number;
  readonly hidden?: boolean | undefined;
}

/** A drop-down list over one rectangle. */
export interface Choices {
  readonly range: string;
  readonly options: readonly string[];
  readonly hint: string;
}

/** A number from 0 to what `upTo`, a cell of the rectangle's first row, holds; or the text `orText` instead. */
export interface NumberEntry {
  readonly range: string;
  readonly upTo: string;
  readonly orText: string | undefined;
  readonly hint: string;
}

/** What may be typed into cells that are open. */
export type Entry = Choices | NumberEntry;

/** Which colour a cell takes when it shows this text. */
export interface ToneRule {
  readonly range: string;
  readonly tones: readonly { readonly text: string; readonly tone: Tone }[];
}

export type Tone = 'good' | 'fair' | 'warn' | 'bad' | 'mute';

export interface SheetModel {
  readonly name: string;
  /** A very hidden sheet cannot be shown from the program's menus. */
  readonly hidden: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** How many rows and columns stay when scrolling; the rows are repeated on every printed page. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The range with filter buttons. */
  readonly filter: string | undefined;
  readonly merges: readonly string[];
  /**
   * First rows of what stays together on paper; the whole sheet is printed on one page where that stays readable. Undefined
   * for a list that runs on and on.
   */
  readonly blocks: readonly number[] | undefined;
  readonly entries: readonly Entry[];
  readonly tones: readonly ToneRule[];
  readonly footer: { readonly left: string; readonly right: string };
}

export interface BookModel {
  readonly title: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly sheets: readonly SheetModel[];
}
