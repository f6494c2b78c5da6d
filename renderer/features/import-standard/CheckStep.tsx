import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { focusPane } from './focus-pane.ts';
import { useImport } from './import-context.ts';
import { ProblemDrawer } from './ProblemDrawer.tsx';
import { SettingsPane } from './SettingsPane.tsx';
import { SourcePane } from './SourcePane.tsx';
import { TreePane } from './TreePane.tsx';
import { useCheckKeys } from './use-check-keys.ts';
import './check.css';

/** The file beside what was understood of it, and the problems below. */
export function CheckStep() {
  const { work, view, draft } = useImport();
  const refusal = useStore(work, (state) => state.refusal);
  const showsProblems = useStore(view, (state) => state.showsProblems) && draft.problems.length > 0;
  const hasSource = draft.sources.length > 0;
  useCheckKeys();
  useEffect(() => focusPane('import-tree'), []);
  return (
    <div className={`check${showsProblems ? ' check-with-problems' : ''}${hasSource ? '' : ' check-whole'}`}>
      {refusal && (
        <div className="check-refusal" role="alert">
          <span>
            {refusal.message} <small>{refusal.code}</small>
          </span>
          <Button onClick={() => work.getState().again()}>重试</Button>
          <Button onClick={() => work.getState().undo()}>撤销这次改正</Button>
        </div>
      )}
      <SettingsPane />
      {hasSource && <SourcePane />}
      <TreePane key={draft.draftId} />
      <ProblemDrawer />
    </div>
  );
}
