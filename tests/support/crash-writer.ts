import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { openRoundToCrash } from './crash-round.ts';

/**
 * Started as a process of its own, to be killed: `crash-writer.ts <workspace> <score|attach> [inbox]`. Scores or attaches
 * without end, and acknowledges each.
 */
const [workspace = '', what = '', inbox = ''] = process.argv.slice(2);
const { roundId, ask, grant, acknowledge } = await openRoundToCrash(workspace);
const clauses = clausesOf((await ask('round.open', { roundId })).standard);
acknowledge('READY');
for (let turn = 0; ; turn++) {
  const clause = clauses[turn % clauses.length]!;
  if (what === 'score') {
    await ask('assessment.note', { roundId, clauseId: clause.id, note: `第 ${turn} 次` });
    acknowledge(`${clause.id}\t第 ${turn} 次`);
  } else {
    const result = await ask('evidence.attach', {
      roundId,
      clauseId: clause.id,
      files: [grant(path.join(inbox, `${turn % 40}.bin`))],
      jobId: randomUUID(),
    });
    for (const evidence of result.added) acknowledge(`${clause.id}\t${evidence.id}`);
  }
}
