import type {
  ColumnRole,
  DraftProblem,
  DraftTable,
  SourcePlace,
  SourceTableRow,
  StandardDraft,
} from '../../../shared/contract/standard-draft.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';

export const pack = (chapters: Pack['chapters']): Pack => ({
  id: 'own-1',
  title: '某院标准',
  programme: '自有标准',
  edition: '2025',
  issuer: '未注明',
  appliesTo: ['三级综合医院'],
  confidence: 'medium',
  method: 'graded',
  scale: [],
  targets: [],
  chapters,
});

export const region = (id: string, headerRow: number | undefined, more: Partial<DraftTable> = {}): DraftTable => ({
  id,
  tableIndex: Number(id.split('.')[0]),
  name: id,
  used: true,
  headerRow,
  columns: (['chapter', 'code', 'title', 'points'] satisfies ColumnRole[]).map((role, column) => ({
    column,
    label: 'ABCD'.charAt(column),
    header: ['章', '编号', '名称', '要点'][column] ?? '',
    role,
  })),
  method: 'graded',
  clauses: 1,
  ...more,
});

export const place = (row: number, column?: number, table = 0): SourcePlace => ({ table, row, column });

export const problem = (
  severity: DraftProblem['severity'],
  at: SourcePlace | undefined,
  message = '',
): DraftProblem => ({
  severity,
  where: '',
  message,
  place: at,
});

export const sourceRow = (row: number, ...texts: readonly string[]): SourceTableRow => ({
  row,
  cells: texts.flatMap((text, column) => (text === '' ? [] : [{ column, text, kind: 'text' as const }])),
});

export const draft = (more: Partial<StandardDraft> = {}): StandardDraft => ({
  draftId: '00000000-0000-4000-8000-000000000001',
  fileName: '标准.xlsx',
  format: 'xlsx',
  sources: [{ name: 'Sheet1', hidden: false, rows: 450, columns: 4 }],
  tables: [region('0', 2)],
  pack: undefined,
  places: {},
  problems: [],
  ...more,
});
