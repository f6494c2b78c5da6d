import path from 'node:path';
import { openDatabase } from '../../electron/backend/db/open-database.ts';
import { initial } from '../../electron/backend/db/migrations/0001-initial.ts';
import { createWorkspace } from '../../electron/backend/workspace/open-workspace.ts';

/** A workspace as version 1 of the schema left it: a scored round of a small standard, in rows of that version. */
export async function firstVersionWorkspace(folder: string): Promise<void> {
  const opener = { program: '测试', migrations: [initial] };
  (await createWorkspace(folder, '某某镇卫生院', '乡镇卫生院', new Date(2026, 10, 21, 9, 0), opener)).close();
  const db = openDatabase(path.join(folder, 'dabiao.db'));
  db.exec(`
INSERT INTO standard (id, pack_id, title, programme, edition, confidence) VALUES ('old@1', 'old', '旧标准', '旧项目', '2022', 'low');
INSERT INTO chapter (standard_id, code, title, excluded_from_rules, position) VALUES ('old@1', '1', '第一章', 0, 0);
INSERT INTO section (standard_id, code, chapter_code, title, position) VALUES ('old@1', '1.1', '1', '第一节', 0);
INSERT INTO clause (id, standard_id, section_code, code, title, position, method, core, optional) VALUES
  ('old@1/1.1.1', 'old@1', '1.1', '1.1.1', '急诊', 0, 'graded', 1, 0),
  ('old@1/1.1.2', 'old@1', '1.1', '1.1.2', '死亡率', 1, 'indicator', 0, 0);
INSERT INTO indicator_definition (clause_id, numerator, denominator, unit, direction, period)
  VALUES ('old@1/1.1.2', '死亡数', '同期出院人数', '‰', 'down', 'quarter');
INSERT INTO point (id, clause_id, position, tier, text) VALUES ('old@1/1.1.1/C1', 'old@1/1.1.1', 0, 'C', '有急诊科');
INSERT INTO clause_hint (clause_id, position, text, kind) VALUES
  ('old@1/1.1.1', 0, '值班表', 'evidence'), ('old@1/1.1.1', 0, '医务科', 'department');
INSERT INTO target (standard_id, id, label, position) VALUES ('old@1', 'basic', '基本标准', 0);
INSERT INTO target_rule (standard_id, target_id, position, scope, grade, at_least) VALUES
  ('old@1', 'basic', 0, 'all', 'C', '1'), ('old@1', 'basic', 1, 'core', 'B', '2/3');
INSERT INTO round (id, standard_id, target_id, title, created_at)
  VALUES ('round-1', 'old@1', 'basic', '旧轮次', '2026-11-21T01:00:00.000Z');
INSERT INTO clause_state (round_id, clause_id, own_grade, reason, note)
  VALUES ('round-1', 'old@1/1.1.1', 'B', '有旁证', '旧说明');
INSERT INTO point_mark (round_id, point_id, mark) VALUES ('round-1', 'old@1/1.1.1/C1', 'met');
`);
  db.close();
}
