import type { Database } from 'better-sqlite3';
import type { ClauseId, EvidenceFileId, EvidenceId, RoundId, StandardId } from '../../../shared/domain/id.ts';
import type { Evidence, EvidenceFile, PreviewKind } from '../../../shared/domain/evidence/evidence.ts';
import type { EvidenceFields } from '../../../shared/domain/evidence/evidence.ts';
import { groupBy } from '../db/group-by.ts';
import { extensionOf, type StoredFile } from '../files/evidence-store.ts';
import { toTokens } from '../search/search-text.ts';

interface EvidenceRow {
  readonly id: EvidenceId;
  readonly number: string;
  readonly title: string;
  readonly document_date: string;
  readonly valid_until: string;
  readonly department: string;
  readonly remark: string;
}

interface FileRow {
  readonly id: EvidenceFileId;
  readonly evidence_id: EvidenceId;
  readonly name: string;
  readonly bytes: number;
}

interface UseRow {
  readonly evidence_id: EvidenceId;
  readonly clause_id: ClauseId;
  readonly code: string;
  readonly title: string;
  readonly round_id: RoundId;
  readonly round_title: string;
  readonly standard_title: string;
}

export interface NewEvidence extends EvidenceFields {
  readonly id: EvidenceId;
  readonly addedAt: string;
  readonly initials: string;
  readonly files: readonly { readonly id: EvidenceFileId; readonly name: string; readonly stored: StoredFile }[];
}

/** Evidence, its files and the clauses it proves, in the edition that each round is scored by. Rows stay when the last use goes, so that removing can be undone. */
export function createEvidenceRepo(db: Database) {
  const evidenceColumns = 'id, number, title, document_date, valid_until, department, remark';
  const selectEvidence = db.prepare<[string], EvidenceRow>(
    `SELECT ${evidenceColumns} FROM evidence WHERE id IN (SELECT value FROM json_each(?))`,
  );
  const selectFiles = db.prepare<[string], FileRow>(
    `SELECT f.id, f.evidence_id, f.name, s.bytes FROM evidence_file f JOIN stored_file s USING (sha256)
     WHERE f.evidence_id IN (SELECT value FROM json_each(?)) ORDER BY f.evidence_id, f.position`,
  );
  const selectUses = db.prepare<[string], UseRow>(
    `SELECT u.evidence_id, u.round_id, r.title AS round_title, s.title AS standard_title, u.clause_id, c.code, c.title
     FROM evidence_use u JOIN clause c ON c.id = u.clause_id JOIN round r ON r.id = u.round_id
     JOIN standard s ON s.id = r.standard_id AND s.id = c.standard_id
     WHERE u.evidence_id IN (SELECT value FROM json_each(?)) ORDER BY u.evidence_id, r.created_at, r.id, c.position`,
  );
  const usesOfRound = db.prepare<[RoundId, string], { clause_id: ClauseId; evidence_id: EvidenceId }>(
    `SELECT u.clause_id, u.evidence_id FROM evidence_use u JOIN clause c ON c.id = u.clause_id
     WHERE u.round_id = ? AND c.standard_id = ? ORDER BY u.clause_id, u.position, u.evidence_id`,
  );
  const selectPosition = db
    .prepare<[string, string, string], number>(
      'SELECT position FROM evidence_use WHERE round_id = ? AND clause_id = ? AND evidence_id = ?',
    )
    .pluck();
  const lastPosition = db
    .prepare<[string, string], number>(
      'SELECT coalesce(max(position), 0) FROM evidence_use WHERE round_id = ? AND clause_id = ?',
    )
    .pluck();
  const numbers = db.prepare<[string], string>("SELECT number FROM evidence WHERE number GLOB ? || '-*'").pluck();
  const byContent = db.prepare<[string], { id: EvidenceId; title: string }>(
    `SELECT DISTINCT e.id, e.title FROM evidence_file f JOIN evidence e ON e.id = f.evidence_id
     WHERE f.sha256 = ? ORDER BY e.key`,
  );
  const stored = db.prepare<[string], string>('SELECT extension FROM stored_file WHERE sha256 = ?').pluck();
  const locate = db.prepare<
    [string],
    { sha256: string; extension: string; bytes: number; name: string; title: string }
  >(
    `SELECT s.sha256, s.extension, s.bytes, f.name, e.title FROM evidence_file f JOIN stored_file s USING (sha256)
     JOIN evidence e ON e.id = f.evidence_id WHERE f.id = ?`,
  );
  const recent = db
    .prepare<[], EvidenceId>(
      `SELECT id FROM evidence WHERE id IN (
         SELECT u.evidence_id FROM evidence_use u JOIN clause c ON c.id = u.clause_id
         JOIN round r ON r.id = u.round_id AND r.standard_id = c.standard_id)
       ORDER BY key DESC LIMIT 50`,
    )
    .pluck();
  const insertStored = db.prepare(
    'INSERT OR IGNORE INTO stored_file (sha256, extension, bytes, added_at) VALUES (?, ?, ?, ?)',
  );
  const insertEvidence = db.prepare(
    `INSERT INTO evidence (id, number, title, document_date, valid_until, department, remark, added_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertFile = db.prepare(
    'INSERT INTO evidence_file (id, evidence_id, position, sha256, name) VALUES (?, ?, ?, ?, ?)',
  );
  const updateEvidence = db.prepare<string[], { key: number }>(
    `UPDATE evidence SET number = ?, title = ?, document_date = ?, valid_until = ?, department = ?, remark = ?
     WHERE id = ? RETURNING key`,
  );
  const unindex = db.prepare('DELETE FROM evidence_search WHERE rowid = ?');
  const index = db.prepare('INSERT INTO evidence_search (rowid, text, initials) VALUES (?, ?, ?)');
  const setUse = db.prepare(
    `INSERT INTO evidence_use (round_id, clause_id, evidence_id, position) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET position = excluded.position`,
  );
  const dropUse = db.prepare('DELETE FROM evidence_use WHERE round_id = ? AND clause_id = ? AND evidence_id = ?');

  function load(ids: readonly EvidenceId[]): ReadonlyMap<EvidenceId, Evidence> {
    if (ids.length === 0) return new Map();
    const wanted = JSON.stringify(ids);
    const files = groupBy(selectFiles.all(wanted), (row) => row.evidence_id);
    const uses = groupBy(selectUses.all(wanted), (row) => row.evidence_id);
    return new Map(
      selectEvidence.all(wanted).map((row) => [
        row.id,
        {
          id: row.id,
          number: row.number,
          title: row.title,
          documentDate: row.document_date,
          validUntil: row.valid_until,
          department: row.department,
          remark: row.remark,
          files: (files.get(row.id) ?? []).map(toFile),
          usedBy: (uses.get(row.id) ?? []).map((use) => ({
            roundId: use.round_id,
            roundTitle: use.round_title,
            standardTitle: use.standard_title,
            clauseId: use.clause_id,
            code: use.code,
            title: use.title,
          })),
        },
      ]),
    );
  }

  return {
    load,
    /** By the clauses of one edition; a round that moved keeps its uses by the others. */
    usesOfRound: (roundId: RoundId, standardId: StandardId) => usesOfRound.all(roundId, standardId),
    positionOf: (roundId: RoundId, clauseId: ClauseId, evidenceId: EvidenceId): number =>
      selectPosition.get(roundId, clauseId, evidenceId) ?? 0,
    /** After the last of a clause's evidence. */
    nextPosition: (roundId: RoundId, clauseId: ClauseId): number => (lastPosition.get(roundId, clauseId) ?? 0) + 1,
    numbersOf: (clauseCode: string) => numbers.all(clauseCode),
    withContent: (sha256: string) => byContent.all(sha256),
    knownExtension: (sha256: string) => stored.get(sha256),
    locate: (id: EvidenceFileId) => locate.get(id),
    recent: () => recent.all(),
    insert(evidence: NewEvidence): void {
      const { lastInsertRowid } = insertEvidence.run(
        evidence.id,
        evidence.number,
        evidence.title,
        evidence.documentDate,
        evidence.validUntil,
        evidence.department,
        evidence.remark,
        evidence.addedAt,
      );
      index.run(lastInsertRowid, toTokens(`${evidence.number} ${evidence.title}`), toTokens(evidence.initials));
      for (const [position, file] of evidence.files.entries()) {
        insertStored.run(file.stored.sha256, file.stored.extension, file.stored.bytes, evidence.addedAt);
        insertFile.run(file.id, evidence.id, position, file.stored.sha256, file.name);
      }
    },
    describe(id: EvidenceId, fields: EvidenceFields, initials: string): void {
      const row = updateEvidence.get(
        fields.number,
        fields.title,
        fields.documentDate,
        fields.validUntil,
        fields.department,
        fields.remark,
        id,
      );
      if (!row) throw new Error(`no evidence ${id}`);
      unindex.run(row.key);
      index.run(row.key, toTokens(`${fields.number} ${fields.title}`), toTokens(initials));
    },
    setUse(roundId: RoundId, clauseId: ClauseId, evidenceId: EvidenceId, position: number | null): void {
      if (position === null) dropUse.run(roundId, clauseId, evidenceId);
      else setUse.run(roundId, clauseId, evidenceId, position);
    },
  };
}
export type EvidenceRepo = ReturnType<typeof createEvidenceRepo>;

const toFile = (row: FileRow): EvidenceFile => {
  const extension = extensionOf(row.name);
  return { id: row.id, name: row.name, extension, bytes: row.bytes, preview: previewKindOf(extension) };
};

const previews: Readonly<Record<string, PreviewKind>> = {
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  gif: 'image',
  webp: 'image',
  bmp: 'image',
  pdf: 'pdf',
  txt: 'text',
  md: 'text',
  csv: 'text',
  log: 'text',
  json: 'text',
  xml: 'text',
  yaml: 'text',
  yml: 'text',
  docx: 'office',
  docm: 'office',
  dotx: 'office',
  xlsx: 'office',
  xlsm: 'office',
  xltx: 'office',
};

/** SVG is not shown inside: it can carry scripts. */
export const previewKindOf = (extension: string): PreviewKind => previews[extension] ?? 'none';
