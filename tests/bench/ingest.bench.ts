import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { openRound, withBackend } from './bench-backend.ts';
import { interleave, median, ratio, report, timed } from './measure.ts';

/** 500 evidence files of 10 kB to 5 MB, against openssl dgst -sha256, then cp and fsync for each file. */
if (spawnSync('openssl', ['version']).status !== 0) {
  console.log('收存 500 个佐证文件：没有 openssl，略过');
} else {
  await withBackend(async (bench) => {
    const view = await openRound(bench, 'jcx-township-2022', 'basic');
    const place = { roundId: view.round.id, clauseId: clausesOf(view.standard)[0]!.id };
    const inbox = path.join(bench.folder, 'inbox');
    mkdirSync(inbox);
    let total = 0;
    for (let index = 0; index < 500; index++) {
      // mostly small, a few large, as offices have them: 10 kB … 5 MB
      const bytes = Math.round(10_000 * 500 ** ((((index * 389) % 500) / 500) ** 2));
      total += bytes;
      writeFileSync(path.join(inbox, `${index}.bin`), randomBytes(bytes));
    }
    let turn = 0;
    const peer = (): Promise<number> => {
      const target = path.join(bench.folder, `peer-${turn++}`);
      mkdirSync(target);
      return timed(() => {
        // dd copies and fsyncs each file; one shell runs them all, as a script would
        execFileSync('sh', [
          '-c',
          'openssl dgst -sha256 "$1"/* > /dev/null && for f in "$1"/*; do cp "$f" "$2/" && sync "$2/${f##*/}"; done',
          'sh',
          inbox,
          target,
        ]);
      });
    };
    const ours = async (): Promise<number> => {
      const jobId = randomUUID();
      const time = await timed(() => bench.call('evidence.attach', { ...place, files: [bench.grant(inbox)], jobId }));
      return time;
    };
    const times = await interleave(5, {
      peer,
      ours: async () => {
        rmSync(path.join(bench.folder, 'w/evidence'), { recursive: true, force: true });
        mkdirSync(path.join(bench.folder, 'w/evidence'));
        // new bytes at the end of each file, so that no round finds its content known
        for (const name of readdirSync(inbox)) writeFileSync(path.join(inbox, name), randomBytes(16), { flag: 'a' });
        return ours();
      },
    });
    report(
      `收存 500 个佐证文件（${(total / 1e6).toFixed(0)} MB），吞吐之比`,
      1 / ratio(times.ours, times.peer),
      '≥ 0.9×',
      `${median(times.ours).toFixed(0)} ms，openssl + cp + fsync ${median(times.peer).toFixed(0)} ms`,
    );
  });
}
