import path from 'node:path';
import Database from 'better-sqlite3';
import { createSearchRepo } from '../../electron/backend/search/search-repo.ts';
import { normalise, toTokens } from '../../electron/backend/search/search-text.ts';
import type { RoundId } from '../../shared/domain/id.ts';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { openRound, withBackend } from './bench-backend.ts';
import { interleave, median, ratio, report } from './measure.ts';

/** Search over 3,400 clauses, against a LIKE scan over the same text in the same database. */
await withBackend(async (bench) => {
  const view = await openRound(bench, 'tier2-2012', '2a');
  const clauses = clausesOf(view.standard);
  const titlesOf = new Map(
    view.standard.chapters.flatMap(({ title, sections }) =>
      sections.flatMap((section) => section.clauses.map(({ id }) => [id, `${title}\n${section.title}`])),
    ),
  );
  const standardId = view.standard.id;
  await bench.call('workspace.close', {});
  const db = new Database(path.join(bench.folder, 'w/dabiao.db'));
  // The clauses at hand, repeated under new codes and with a few words more until there are 3,400 in one standard.
  db.exec('CREATE TABLE plain (id TEXT PRIMARY KEY, standard_id TEXT NOT NULL, text TEXT NOT NULL) STRICT');
  const plain = db.prepare('INSERT INTO plain (id, standard_id, text) VALUES (?, ?, ?)');
  const row = db.prepare(
    `INSERT INTO clause (id, standard_id, section_code, code, title, position, method, core, optional)
     SELECT ?, standard_id, section_code, ?, title, ?, method, core, optional FROM clause WHERE id = ?`,
  );
  const index = db.prepare('INSERT INTO clause_search (rowid, text, initials) VALUES (?, ?, ?)');
  const filler = ['床旁核对', '药品追溯', '转诊登记', '设备巡检', '档案移交', '家属沟通', '耗材盘点'];
  const textOf = (at: number): string => {
    const source = clauses[at % clauses.length]!;
    return [source.code, source.title, ...source.points.map((point) => point.text)].join('\n');
  };
  db.transaction(() => {
    for (const [at, clause] of clauses.entries())
      plain.run(clause.id, standardId, normalise(`${textOf(at)}\n${titlesOf.get(clause.id)}`));
    for (let count = clauses.length; count < 3400; count++) {
      const source = clauses[count % clauses.length]!;
      const id = `${source.id}#${count}`;
      const text = `${textOf(count)}\n${filler[count % filler.length]}`;
      const { lastInsertRowid } = row.run(id, `${source.code}.${count}`, count, source.id);
      index.run(lastInsertRowid, toTokens(text), '');
      plain.run(id, standardId, normalise(`${text}\n${titlesOf.get(source.id)}`));
    }
    db.exec("INSERT INTO clause_search (clause_search) VALUES ('optimize')"); // as the product does after writing
  })();
  const search = createSearchRepo(db);
  const like = db
    .prepare<[string, string], string>('SELECT id FROM plain WHERE standard_id = ? AND text LIKE ?')
    .pluck();
  // Words without synonyms: those cost one query each.
  const words = ['感染', '护理', '患者安全', '麻醉', '消毒', '危急值', '应急演练', '转诊', '耗材盘点', '合理用药'];
  for (const word of words) {
    const found = search.findClauses(standardId, 'x' as RoundId, word).length;
    const scanned = like.all(standardId, `%${normalise(word)}%`).length;
    if (found !== scanned) throw new Error(`${word}: ${found} found, ${scanned} scanned`);
  }
  const each = (work: (word: string) => unknown) => () => {
    const start = performance.now();
    for (const word of words) work(word);
    return (performance.now() - start) / words.length;
  };
  const times = await interleave(31, {
    like: each((word) => like.all(standardId, `%${word}%`)),
    ours: each((word) => search.findClauses(standardId, 'x' as RoundId, word)),
  });
  db.close();
  report(
    '检索 3,400 条条款',
    ratio(times.ours, times.like),
    '≤ 0.10×',
    `${median(times.ours).toFixed(2)} ms，LIKE 扫描 ${median(times.like).toFixed(2)} ms`,
  );
});
