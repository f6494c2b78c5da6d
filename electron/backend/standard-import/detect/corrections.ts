import type { Method } from '../../../../shared/domain/standard/standard.ts';
import type { PackMeta } from './meta.ts';
import type { Role } from './roles.ts';

/** What the user says against what was detected. */
export interface Corrections {
  /** By `DetectedTable.id`. */
  readonly tables?: Readonly<Record<string, TableCorrection>>;
  readonly meta?: PackMeta;
  /** What △ stands for. */
  readonly triangle?: 'core' | 'optional';
}

export interface TableCorrection {
  readonly use?: boolean;
  /** As the file counts, from 1. Of a table's first part only. */
  readonly headerRow?: number;
  /** By column, from 0; columns that are not named keep what was detected. */
  readonly roles?: Readonly<Record<number, Role>>;
  readonly method?: Method;
}
