import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { useServices } from '../../app/services.ts';

interface ResultBoxProps {
  readonly clauseId: ClauseId;
  readonly children: ReactNode;
  readonly alarming?: boolean;
}

/** The frame around a clause's result, with the answer to a key that means nothing here. */
export function ResultBox({ clauseId, children, alarming = false }: ResultBoxProps) {
  const { checklist } = useServices();
  const hint = useStore(checklist, (state) => (state.hint?.clauseId === clauseId ? state.hint.text : undefined));
  return (
    <div className={`grade-box${alarming ? ' grade-box-alarm' : ''}`} data-testid="result-box">
      {children}
      <p className="key-hint" role="status">
        {hint}
      </p>
    </div>
  );
}
