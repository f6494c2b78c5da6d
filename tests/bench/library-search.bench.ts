import path from 'node:path';
import Database from 'better-sqlite3';
import { createStandardLibrary } from '../../electron/backend/standard/standard-library.ts';
import { normalise } from '../../electron/backend/search/search-text.ts';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { withBackend } from './bench-backend.ts';
import { interleave, median, ratio, report } from './measure.ts';

/** Search over all clauses of all packs, answer and excerpts included, against a LIKE scan over the same texts. */
await withBackend(async (bench) => {
  const library = createStandardLibrary(path.resolve(import.meta.dirname, '../../resources/standards'), {
    settingsFolder: bench.folder,
    version: '0.0.0',
  });
  const db = new Database(path.join(bench.folder, 'plain.db'));
  db.exec('CREATE TABLE plain (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO plain (id, text) VALUES (?, ?)');
  let clauses = 0;
  for (const { id } of (await library.list()).summaries) {
    const { standard } = await library.read(id);
    const titles = new Map(
      standard.chapters.flatMap(({ title, sections }) =>
        sections.flatMap((section) => section.clauses.map(({ id: clause }) => [clause, [title, section.title]])),
      ),
    );
    db.transaction(() => {
      for (const clause of clausesOf(standard)) {
        const points = clause.points.map(({ text }) => text);
        insert.run(
          `${id} ${clause.code}`,
          normalise(
            [clause.code, clause.title, ...points, ...clause.suggestedEvidence, ...(titles.get(clause.id) ?? [])].join(
              '\n',
            ),
          ),
        );
        clauses++;
      }
    })();
  }
  const like = db.prepare<[string], string>('SELECT id FROM plain WHERE text LIKE ?').pluck();
  // Words without synonyms: those cost one query each.
  const words = ['感染', '护理', '患者安全', '麻醉', '消毒', '危急值', '应急演练', '转诊', '耗材盘点', '合理用药'];
  for (const word of words) {
    const { hits, more } = await library.search(word);
    const found = hits.map(({ packId, code }) => `${packId} ${code}`);
    const scanned = like.all(`%${normalise(word)}%`);
    if (more || found.toSorted().join() !== scanned.toSorted().join()) {
      throw new Error(`${word}: ${found.length} found, ${scanned.length} scanned`);
    }
  }
  const each = (work: (word: string) => unknown) => async () => {
    const start = performance.now();
    for (const word of words) await work(word);
    return (performance.now() - start) / words.length;
  };
  const times = await interleave(201, {
    like: each((word) => like.all(`%${word}%`)),
    ours: each((word) => library.search(word)),
  });
  db.close();
  library.close();
  report(
    `检索标准库 ${clauses.toLocaleString('en')} 条条款`,
    ratio(times.ours, times.like),
    '≤ 0.067×',
    `${median(times.ours).toFixed(3)} ms，LIKE 扫描 ${median(times.like).toFixed(3)} ms`,
  );
});
