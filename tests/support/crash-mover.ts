import { openRoundToCrash } from './crash-round.ts';
import { ownPackId } from './own-round.ts';

/**
 * Started as a process of its own, to be killed: `crash-mover.ts <workspace>`. Moves the only round to the next edition
 * and takes it back, without end, and acknowledges each.
 */
const [workspace = ''] = process.argv.slice(2);
const { roundId, ask, acknowledge } = await openRoundToCrash(workspace);
acknowledge('READY');
for (;;) {
  await ask('edition.move', { roundId, packId: ownPackId, targetId: 'pass', leave: [] });
  acknowledge('moved');
  await ask('assessment.undo', { roundId });
  acknowledge('undone');
}
