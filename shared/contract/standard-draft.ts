import { z } from 'zod';
import { methods, type Method } from '../domain/standard/standard.ts';
import { command, fileToken, query, shortText } from './call.ts';
import type { Pack } from './pack-schema.ts';
import type { ImportProblem } from './standard.ts';

/** What a column of a source table holds. */
export const columnRoles = [
  'part',
  'chapter',
  'section',
  'code',
  'title',
  'points',
  'C',
  'B',
  'A',
  'tier',
  'score',
  'deductions',
  'core',
  'optional',
  'veto',
  'checks',
  'departments',
  'evidence',
  'numerator',
  'denominator',
  'unit',
  'direction',
  'period',
  'target',
  'formula',
  'note',
  'ignore',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** A place in the file that a standard was read from. */
export interface SourcePlace {
  /** Which of the tables, from 0. */
  readonly table: number;
  /** As the program that wrote the file counts, from 1. */
  readonly row: number;
  /** From 0; undefined for the whole row. */
  readonly column: number | undefined;
}

export interface DraftProblem extends ImportProblem {
  /** It is about several clauses together: a total that does not add up. */
  readonly isOfSeveral?: true | undefined;
  readonly place: SourcePlace | undefined;
}

/** A part of the file with columns of its own, as it was understood. */
export interface DraftTable {
  /** Names it in corrections. */
  readonly id: string;
  readonly tableIndex: number;
  readonly name: string;
  readonly used: boolean;
  /** Why it was left out, in words. */
  readonly reason?: string | undefined;
  readonly headerRow: number | undefined;
  readonly columns: readonly {
    readonly column: number;
    /** `C` in a sheet, `3` in a document. */
    readonly label: string;
    readonly header: string;
    readonly role: ColumnRole;
  }[];
  readonly method: Method;
  /** It goes on with the table of this id: the same columns, no header of its own. */
  readonly continues?: string | undefined;
  readonly clauses: number;
}

/** A sheet, or a table or running text of a document, as it stands in the file. */
export interface SourceTableInfo {
  readonly name: string;
  /** Running text: a row a paragraph. Its clauses begin below `headerRow`, if the user names one. */
  readonly isText?: true | undefined;
  readonly hidden: boolean;
  /** Rows with at least one text. */
  readonly rows: number;
  /** One more than the last column with a text. */
  readonly columns: number;
}

export interface SourceTableRow {
  readonly row: number;
  readonly cells: readonly {
    readonly column: number;
    readonly text: string;
    readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'error';
    /** The cell lies in a merged range and repeats the text of its first cell. */
    readonly merged?: true | undefined;
  }[];
}

/** A file under import: what was read and what was understood. Nothing of it is written anywhere. */
export interface StandardDraft {
  readonly draftId: string;
  readonly fileName: string;
  /** `yaml` and our own template are understood in whole: they have no tables to correct. */
  readonly format: 'xlsx' | 'docx' | 'csv' | 'yaml';
  readonly sources: readonly SourceTableInfo[];
  readonly tables: readonly DraftTable[];
  /** Undefined when no clause was found. It may have faults while one of the problems is an error. */
  readonly pack: Pack | undefined;
  /** By clause code: where it and its points stand. */
  readonly places: Readonly<
    Record<string, { readonly clause: SourcePlace | undefined; readonly points: readonly (SourcePlace | undefined)[] }>
  >;
  readonly problems: readonly DraftProblem[];
}

export const correctionsSchema = z.strictObject({
  tables: z
    .record(
      z.string().max(40),
      z.strictObject({
        use: z.boolean().optional(),
        headerRow: z.number().int().min(1).max(2_000_000).optional(),
        roles: z.record(z.string().regex(/^\d{1,5}$/), z.enum(columnRoles)).optional(),
        method: z.enum(methods).optional(),
      }),
    )
    .optional(),
  meta: z
    .strictObject({
      title: z.string().trim().min(1).max(300).optional(),
      programme: z.string().trim().min(1).max(100).optional(),
      edition: z.string().trim().min(1).max(200).optional(),
      issuer: shortText().optional(),
      document: shortText().optional(),
    })
    .optional(),
  triangle: z.enum(['core', 'optional']).optional(),
});
/** What the user says against what was understood. Tables by `DraftTable.id`, roles by column. */
export type DraftCorrections = z.infer<typeof correctionsSchema>;

const draftId = z.uuid();

export const standardDraftContract = {
  /** Reads a file as a standard. A job; the draft stays until it is closed, used, or another file is opened. */
  'draft.open': command<StandardDraft>()({ file: fileToken(), jobId: z.uuid() }),
  /** The same file understood again; the corrections stay with the draft. */
  'draft.correct': command<StandardDraft>()({ draftId, corrections: correctionsSchema, jobId: z.uuid() }),
  /** Rows of a source table, counted from 0 among those with a text. */
  'draft.rows': query<readonly SourceTableRow[]>()({
    draftId,
    table: z.number().int().min(0),
    from: z.number().int().min(0),
    count: z.number().int().min(1).max(500),
  }),
  'draft.close': command<void>()({ draftId }),
  /**
   * Adds the draft to the workspace's own standards, as a new one or as the next revision of `id`. Refused while
   * something in it is wrong.
   */
  'draft.adopt': command<{ readonly id: string; readonly revision: number }>()({
    draftId,
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      .max(60)
      .optional(),
  }),
};
