import { useDeferredValue, useEffect } from 'react';
import { ClauseList } from './ClauseList.tsx';
import { ClausePane } from './ClausePane.tsx';
import { FilterBar } from './FilterBar.tsx';
import { OutlineTree } from './OutlineTree.tsx';
import { useChecklistKeys } from './use-checklist-keys.ts';
import { usePaste } from './use-paste.ts';
import './checklist.css';

/** Tree, list and pane: where a week of scoring is spent. */
export function ChecklistPage() {
  useChecklistKeys();
  usePaste();
  // Effects run after the rows are painted, this one after the keys are heard: what start-up is measured by.
  useEffect(() => void performance.mark('checklist-reacts'), []);
  // The list comes first, tree and pane right behind it: on an old PC that is a tenth of a second sooner to the first key.
  const isListDrawn = useDeferredValue(true, false);
  return (
    <div className="checklist">
      {isListDrawn ? <OutlineTree /> : <div />}
      <section className="clause-column" aria-label="条款">
        <FilterBar />
        <ClauseList />
      </section>
      {isListDrawn ? <ClausePane /> : <div />}
    </div>
  );
}
