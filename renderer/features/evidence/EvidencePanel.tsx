import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { missingSuggestions } from '../../../shared/domain/evidence/match-suggested.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { AttachProgress } from './AttachProgress.tsx';
import { EvidenceRow } from './EvidenceRow.tsx';
import { Suggestions } from './Suggestions.tsx';
import './evidence.css';

const AddMenu = lazy(() => import('./AddMenu.tsx'));

/** What proves this clause, and what seems to be missing still. */
export function EvidencePanel({ clause, state, isOver }: { clause: Clause; state: ClauseState; isOver: boolean }) {
  const { evidence } = useServices();
  const isReadOnly = useReadOnly();
  const jobs = useStore(evidence, (store) => store.jobs);
  const [menu, setMenu] = useState(false);
  const missing = missingSuggestions(
    clause.suggestedEvidence,
    state.evidence.map(({ title }) => title),
  );
  return (
    <section className="evidence-panel" aria-label="佐证材料">
      <h3>
        佐证材料 <span>{state.evidence.length > 0 && `${state.evidence.length} 份`}</span>
        {!isReadOnly && (
          <span className="evidence-add">
            <Button tone="link" aria-haspopup="menu" aria-expanded={menu} onClick={() => setMenu(true)}>
              添加
            </Button>
            <Kbd>Ctrl V</Kbd>
            {menu && (
              <Suspense>
                <AddMenu clauseId={clause.id} onClose={() => setMenu(false)} />
              </Suspense>
            )}
          </span>
        )}
      </h3>
      <ul className="evidence-list">
        {state.evidence.map((item) => (
          <EvidenceRow key={item.id} evidence={item} clauseId={clause.id} all={state.evidence} />
        ))}
      </ul>
      {missing.length > 0 && (
        <div className="missing" data-testid="missing">
          <b>还缺</b>
          <Suggestions clauseId={clause.id} suggestions={missing} isReadOnly={isReadOnly} />
        </div>
      )}
      {jobs
        .filter((job) => job.visible && job.clauseId === clause.id)
        .map((job) => (
          <AttachProgress key={job.jobId} job={job} />
        ))}
      {!isReadOnly && (
        <button
          type="button"
          className={`drop-zone${isOver ? ' drop-zone-over' : ''}`}
          onClick={() => void evidence.getState().pick(clause.id, 'files')}
        >
          {isOver ? `松开，加到 ${clause.code}` : '把文件或文件夹拖到这里，或点击选择文件'}
        </button>
      )}
    </section>
  );
}
