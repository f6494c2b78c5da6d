import { lazy, Suspense } from 'react';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { useSettled } from './use-settled.ts';

const OfficialWording = lazy(() => import('./OfficialWording.tsx'));
const LinkedClauses = lazy(() => import('./LinkedClauses.tsx'));

/** The official wording under the points of a clause; loaded and asked for once a clause is stayed with. */
export function OfficialBeside({ clause }: { clause: Clause }) {
  const settled = useSettled(clause.id);
  return (
    settled && (
      <Suspense>
        <OfficialWording clause={clause} isSettled={settled === clause.id} />
      </Suspense>
    )
  );
}

/** What rounds of other standards have on the same thing. */
export function LinkedBeside({ clause, state }: { clause: Clause; state: ClauseState }) {
  const settled = useSettled(clause.id);
  return (
    settled && (
      <Suspense>
        <LinkedClauses clause={clause} state={state} isSettled={settled === clause.id} />
      </Suspense>
    )
  );
}
