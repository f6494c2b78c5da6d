import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { openRound, withBackend } from './bench-backend.ts';
import { interleave, median, ratio, report, timed } from './measure.ts';

/** One mark, from the call to durable on disk with the new verdict, against a bare 4 KiB append + fdatasync. */
await withBackend(async (bench) => {
  const view = await openRound(bench, 'tier2-2012', '2a');
  const roundId = view.round.id;
  const points = clausesOf(view.standard)
    .filter((clause) => clause.method === 'graded')
    .flatMap((clause) => clause.points.map((point) => ({ clauseId: clause.id, pointId: point.id })));
  const file = openSync(path.join(bench.folder, 'append'), 'a');
  const page = Buffer.alloc(4096, 1);
  let turn = 0;
  const times = await interleave(400, {
    append: () =>
      timed(() => {
        writeSync(file, page);
        fdatasyncSync(file);
      }),
    mark: () => {
      const { clauseId, pointId } = points[turn++ % points.length]!;
      return timed(() => bench.call('assessment.mark', { roundId, clauseId, marks: [{ pointId, mark: 'met' }] }));
    },
  });
  closeSync(file);
  const warm = { append: times.append.slice(50), mark: times.mark.slice(50) };
  report(
    '一次要点判定，到落盘并得出新结论',
    ratio(warm.mark, warm.append),
    '≤ 1.5×',
    `${median(warm.mark).toFixed(2)} ms，追加 4 KiB + fdatasync ${median(warm.append).toFixed(2)} ms`,
  );
});
