import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createOwnStandards } from '../../../electron/backend/own-standard/own-standards.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { createWorkspace, startBackend, temporaryFolder, workspaceFolderOf } from '../../support/backend.ts';
import { checkClause } from '../../support/pack-clause.ts';
import { withClauses } from '../../support/with-clauses.ts';

test('编号改了，官方原文和跨标准关联跟着条款走；两条互换编号也不乱', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await createWorkspace(backend, folder);
  const keep = (id: string, pack: Pack) => backend.ask('own.keep', { id, pack: { ...pack } });
  const work = await backend.ask('own.begin', { from: { kind: 'new', title: '院感考核标准' } });
  const numbered = (codes: readonly [string, string, string]) =>
    withClauses(work.pack, () => [
      checkClause(codes[0], '手卫生设施', '洗手设施齐全'),
      checkClause(codes[1], '处方点评制度', '每月点评处方一百张'),
      checkClause(codes[2], '消防器材检查', '灭火器在有效期内'),
    ]);
  await keep(work.id, numbered(['1.1', '1.2', '1.3']));
  await backend.ask('own.publish', { id: work.id });
  const db = new Database(path.join(workspaceFolderOf(folder), 'dabiao.db'));
  const link = db.prepare(`INSERT INTO clause_link VALUES (?, ?, ?, ?, 'confirmed', '2026-01-01')`);
  for (const code of ['1.1', '1.2', '1.3']) {
    link.run('a-first', `a${code}`, work.id, code);
    link.run(work.id, code, 'z-last', `z${code}`);
  }
  for (const code of ['1.1', '1.2', '1.3']) {
    db.prepare("INSERT INTO official_text VALUES (?, ?, ?, ?, '2026-01-01', 0)").run(
      work.id,
      code,
      `题${code}`,
      `${code}.docx`,
    );
    db.prepare('INSERT INTO official_point VALUES (?, ?, 0, ?, ?)').run(work.id, code, 'yes', `点${code}`);
  }
  const again = await backend.ask('own.begin', { from: { kind: 'standard', packId: work.id } });
  // 1.1 and 1.2 change places; 1.3 goes, and another clause takes its code.
  const [first, second] = ['1.2', '1.1'];
  await keep(
    work.id,
    withClauses(again.pack, () => [
      checkClause(second ?? '', '处方点评制度', '每月点评处方一百张'),
      checkClause(first ?? '', '手卫生设施', '洗手设施齐全'),
      checkClause('1.3', '急诊绿色通道', '胸痛患者十分钟内完成心电图'),
    ]),
  );
  await backend.ask('own.publish', { id: work.id });
  expect(
    db
      .prepare('SELECT other_code, other_pack_id, code FROM clause_link ORDER BY pack_id, code, other_code')
      .raw()
      .all(),
  ).toEqual([
    ['1.2', work.id, 'a1.1'],
    ['1.1', work.id, 'a1.2'],
    ['z1.2', 'z-last', '1.1'],
    ['z1.1', 'z-last', '1.2'],
  ]);
  expect(
    db
      .prepare(
        'SELECT t.code, t.title, t.source, p.text FROM official_text t JOIN official_point p USING (pack_id, code) ORDER BY 1',
      )
      .raw()
      .all(),
  ).toEqual([
    ['1.1', '题1.2', '1.2.docx', '点1.2'],
    ['1.2', '题1.1', '1.1.docx', '点1.1'],
  ]);
  // The same through an import, which adds revisions without an editor.
  createOwnStandards(db).add(numbered(['2.1', '2.2', '1.3']), '导入.xlsx', new Date(0));
  expect(db.prepare(`SELECT code FROM official_text ORDER BY code`).pluck().all()).toEqual(['2.1', '2.2']);
  db.close();
});
