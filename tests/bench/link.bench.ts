import path from 'node:path';
import { createStandardLibrary } from '../../electron/backend/standard/standard-library.ts';
import { wordingsOf, type ClauseWording } from '../../shared/domain/edition/clause-wording.ts';
import { profileOf, similarity } from '../../shared/domain/edition/similarity.ts';
import { suggestLinks } from '../../shared/domain/link/suggest-links.ts';
import { withBackend } from './bench-backend.ts';
import { interleave, median, ratio, report, timed } from './measure.ts';

/** Links between the two largest standards, against the plain likeness of every clause with every other. */
await withBackend(async (bench) => {
  const library = createStandardLibrary(path.resolve(import.meta.dirname, '../../resources/standards'), {
    settingsFolder: bench.folder,
    version: '0.0.0',
  });
  const [left, right] = [
    wordingsOf(library.get('tier3-2022').standard),
    wordingsOf(library.get('tier2-2012').standard),
  ];
  library.close();
  const textOf = ({ title, points }: ClauseWording) => `${title}${points.map(({ text }) => text).join('')}`;
  let sum = 0;
  const times = await interleave(21, {
    ours: () => timed(() => (sum += suggestLinks(left, right).length)),
    plain: () =>
      timed(() => {
        const others = right.map((clause) => profileOf(textOf(clause)));
        for (const clause of left) {
          const profile = profileOf(textOf(clause));
          for (const other of others) sum += similarity(profile, other);
        }
      }),
  });
  if (sum === 0) throw new Error('nothing was compared');
  report(
    `关联 ${left.length.toLocaleString('en')} × ${right.length} 条条款`,
    ratio(times.ours, times.plain),
    '≤ 0.25×',
    `${median(times.ours).toFixed(0)} ms，逐对比较 ${median(times.plain).toFixed(0)} ms`,
  );
});
