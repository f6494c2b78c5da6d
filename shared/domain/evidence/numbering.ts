/** The next free number 编号 of a clause's evidence: `1.1.1-03` after `1.1.1-02`. Numbers taken once are not given again. */
export function nextEvidenceNumber(clauseCode: string, taken: Iterable<string>): string {
  const prefix = `${clauseCode}-`;
  let highest = 0;
  for (const number of taken) {
    const rest = number.startsWith(prefix) ? number.slice(prefix.length) : '';
    if (/^\d{1,6}$/.test(rest)) highest = Math.max(highest, Number(rest));
  }
  return `${prefix}${String(highest + 1).padStart(2, '0')}`;
}

/** An evidence title from a file name: without its extension and without the copies' suffixes that PCs add. */
export function titleFromFileName(fileName: string): string {
  const stem = fileName.replace(/\.[^.\s]{1,10}$/u, '').trim();
  const cleaned = stem.replace(/\s*(?:\(\d{1,3}\)|（\d{1,3}）| - 副本)$/u, '').trim();
  return cleaned || stem || fileName;
}
