import { useStore } from 'zustand';
import type { LinkedClause, LinkedRound } from '../../../shared/contract/clause-link.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { FileType } from '../../ui/FileType.tsx';
import { adoptAll, notYetUsed, quotationOf, withQuotation } from './adopt.ts';

interface LinkedOfferProps {
  readonly linked: LinkedClause;
  readonly of: LinkedRound;
  readonly clause: Clause;
  readonly state: ClauseState;
}

/** Evidence, note and findings of one round, each to be taken over where that makes sense. */
export function LinkedOffer(props: LinkedOfferProps) {
  const { of, clause, state } = props;
  const services = useServices();
  const isReadOnly = useReadOnly();
  const fresh = notYetUsed(of.evidence, state.evidence);
  const isBare = of.evidence.length === 0 && of.note.trim() === '' && of.unmet.length === 0;
  return (
    <>
      <div className="linked-from">
        <span className="ellipsis" title={of.roundTitle}>
          {of.roundTitle}
        </span>
        {isBare && <small>还没有佐证和说明</small>}
        {!isReadOnly && fresh.length > 1 && (
          <Button tone="link" onClick={() => void adoptAll(services, clause.id, fresh)}>
            全部采用 {fresh.length} 份
          </Button>
        )}
      </div>
      {of.evidence.length > 0 && (
        <ul>
          {of.evidence.map((evidence) => (
            <Offered key={evidence.id} evidence={evidence} {...props} isUsed={!fresh.includes(evidence)} />
          ))}
        </ul>
      )}
      {of.note.trim() !== '' && <LinkedNote {...props} />}
      {of.unmet.length > 0 && (
        <div className="linked-findings">
          <b>问题</b>
          <ul>
            {of.unmet.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Offered({ evidence, of, clause, isUsed }: LinkedOfferProps & { evidence: Evidence; isUsed: boolean }) {
  const { evidence: store, preview } = useServices();
  const isReadOnly = useReadOnly();
  return (
    <li className="linked-evidence" data-testid="linked-evidence">
      <FileType extension={evidence.files[0]?.extension ?? ''} />
      <button
        type="button"
        className="evidence-title ellipsis"
        title={`${evidence.number} ${evidence.title}`}
        aria-label={`预览 ${evidence.title}`}
        onClick={() => preview.getState().open(of.evidence, evidence)}
      >
        {evidence.title}
      </button>
      {isUsed ? (
        <small>已用于本条</small>
      ) : (
        !isReadOnly && (
          <Button
            tone="link"
            aria-label={`${evidence.title} 用于本条款`}
            onClick={() => void store.getState().reuse(clause.id, evidence.id)}
          >
            用于本条款
          </Button>
        )
      )}
    </li>
  );
}

function LinkedNote({ linked, of, clause, state }: LinkedOfferProps) {
  const { notes } = useServices();
  const isReadOnly = useReadOnly();
  const draft = useStore(notes, ({ drafts }) => drafts.get(clause.id));
  const note = draft ?? state.note;
  const quotation = quotationOf(of, linked);
  const next = withQuotation(note, quotation);
  const quote = () => {
    if (next === undefined) return;
    notes.getState().type(clause.id, next);
    void notes.getState().flush();
  };
  return (
    <div className="linked-note">
      <b>说明</b>
      <p title={of.note}>{of.note}</p>
      {note.includes(quotation) ? (
        <small>已引用</small>
      ) : (
        !isReadOnly &&
        next !== undefined && (
          <Button tone="link" onClick={quote}>
            引用说明
          </Button>
        )
      )}
    </div>
  );
}
