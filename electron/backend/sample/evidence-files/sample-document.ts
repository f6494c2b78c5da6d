/** One evidence document of the sample institution, before its file is made. */
export interface SampleDocument {
  /** Codes of the clauses it proves. */
  readonly clauses: readonly string[];
  readonly title: string;
  readonly kind: 'pdf' | 'png' | 'docx' | 'xlsx';
  readonly department: string;
  /** `YYYY-MM-DD`; validUntil is empty where nothing runs out. */
  readonly documentDate: string;
  readonly validUntil: string;
  /** Paragraphs; lines with tabs are rows of a table, the first of them its header. */
  readonly lines: readonly string[];
}

/** A document as it is written down: its dates follow from the day on which the sample is made. */
export interface DocumentSpec extends Omit<SampleDocument, 'documentDate' | 'validUntil' | 'clauses'> {
  /** Codes with spaces between them. */
  readonly clauses: string;
  readonly when: When;
  /** Days from today until it runs out; negative when it has. */
  readonly expires?: number;
}

/** Days ago, or the end of the last month, quarter or year that is over. */
export type When = number | 'month' | 'quarter' | 'year';

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Fills in dates; `{年}`, `{月}` and `{季}` in title and lines become the period of the document. */
export function dateDocument(spec: DocumentSpec, today: string): SampleDocument {
  const documentDate = resolveDate(spec.when, today);
  const [year = '', month = ''] = documentDate.split('-');
  const quarter = '一二三四'.charAt(Math.ceil(Number(month) / 3) - 1);
  const fill = (text: string): string =>
    text
      .replaceAll('{年}', year)
      .replaceAll('{月}', `${year}年${Number(month)}月`)
      .replaceAll('{季}', `${year}年第${quarter}季度`);
  return {
    clauses: spec.clauses.split(' '),
    title: fill(spec.title),
    kind: spec.kind,
    department: spec.department,
    documentDate,
    validUntil: spec.expires === undefined ? '' : addDays(today, spec.expires),
    lines: spec.lines.map(fill),
  };
}

function resolveDate(when: When, today: string): string {
  if (typeof when === 'number') return addDays(today, -when);
  const [year = 0, month = 1] = today.split('-').map(Number);
  const months = { month, quarter: month - ((month - 1) % 3), year: 1 };
  return addDays(new Date(Date.UTC(year, months[when] - 1, 1)).toISOString().slice(0, 10), -1);
}

export const pdf = (
  clauses: string,
  department: string,
  when: When,
  title: string,
  lines: readonly string[],
  expires?: number,
) => spec('pdf', clauses, department, when, title, lines, expires);
export const photo = (clauses: string, department: string, when: When, title: string, lines: readonly string[]) =>
  spec('png', clauses, department, when, title, lines);
export const word = (
  clauses: string,
  department: string,
  when: When,
  title: string,
  lines: readonly string[],
  expires?: number,
) => spec('docx', clauses, department, when, title, lines, expires);
export const sheet = (clauses: string, department: string, when: When, title: string, lines: readonly string[]) =>
  spec('xlsx', clauses, department, when, title, lines);

const spec = (
  kind: SampleDocument['kind'],
  clauses: string,
  department: string,
  when: When,
  title: string,
  lines: readonly string[],
  expires?: number,
): DocumentSpec => ({ kind, clauses, department, when, title, lines, ...(expires !== undefined && { expires }) });
