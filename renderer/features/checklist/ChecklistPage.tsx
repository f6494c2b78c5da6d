import { useEffect } from 'react';
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
  // Rows are drawn and keys are heard: what start-up is measured by.
  useEffect(() => void requestAnimationFrame(() => performance.mark('checklist-reacts')), []);
  return (
    <div className="checklist">
      <OutlineTree />
      <section className="clause-column" aria-label="条款">
        <FilterBar />
        <ClauseList />
      </section>
      <ClausePane />
    </div>
  );
}
