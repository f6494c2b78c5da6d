import { useState } from 'react';
import type { LinkState, LinkSuggestion } from '../../../shared/contract/clause-link.ts';
import { noHistory, stepAgain, stepBack, stepWords, undoneWords, withStep, type LinkStep } from './link-history.ts';

/** Decisions that can be taken back one by one as long as the page is open, and what the last one was. */
export function useDecisions(decide: (pairs: readonly LinkSuggestion[], state: LinkState) => void) {
  const [history, setHistory] = useState(noHistory);
  const [said, setSaid] = useState('');
  /** Remembers what has been done already. */
  const note = (step: LinkStep) => {
    setHistory(withStep(history, step));
    setSaid(stepWords(step));
  };
  return {
    said,
    canUndo: history.done.length > 0,
    note,
    take: (step: LinkStep) => {
      decide(step.pairs, step.to);
      note(step);
    },
    undo: () => {
      const back = stepBack(history);
      if (!back) return setSaid('没有可以撤销的了。');
      const [step, next] = back;
      decide(step.pairs, step.from);
      setHistory(next);
      setSaid(undoneWords(step));
    },
    redo: () => {
      const again = stepAgain(history);
      if (!again) return setSaid('没有可以重做的了。');
      const [step, next] = again;
      decide(step.pairs, step.to);
      setHistory(next);
      setSaid(stepWords(step));
    },
  };
}
