/** Why a score file cannot be read, in words for the user. Becomes a `file/unreadable` at the front door. */
export class Unreadable extends Error {}

/** The program that a damaged file should be opened and saved with again. */
export type OfficeProgram = 'Excel' | 'Word';

/** What that program's files are called. */
export const fileOf: Readonly<Record<OfficeProgram, string>> = { Excel: '工作簿', Word: '文档' };
