import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { LinkedClause, LinkedRound } from '../../../shared/contract/clause-link.ts';
import { exactly } from '../../../shared/domain/number/rational.ts';
import { isExempt, resultOf } from '../../../shared/domain/result/clause-result.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { useServices } from '../../app/services.ts';
import { Icon } from '../../ui/Icon.tsx';
import { InlineError } from '../../ui/InlineError.tsx';
import { ResultChip } from '../../ui/ResultChip.tsx';
import { resultChip } from '../checklist/result-chip.ts';
import { LinkedOffer } from './LinkedOffer.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { offerWords } from './adopt.ts';
import { isUnfolded, rememberUnfolded } from './unfolded.ts';
import { useKeptHeight } from './use-kept-height.ts';
import './beside-clause.css';

interface OfferProps {
  readonly clause: Clause;
  readonly state: ClauseState;
}

interface LinkedClausesProps extends OfferProps {
  readonly isSettled: boolean;
}

/**
 * 关联条款: what rounds of other standards have on the same thing, to be taken over. Its line stands for every clause of
 * a standard with links, so that the note below does not jump from one clause to the next.
 */
export default function LinkedClauses({ clause, state, isSettled }: LinkedClausesProps) {
  const { api, round } = useServices();
  const roundId = useStore(round, ({ open }) => open?.round.id);
  const packId = useStore(round, ({ open }) => open?.standard.packId);
  const counts = useAnswer(packId, () => api['link.counts']({ packId: packId ?? '' }));
  const hasLinks = counts.value?.some(({ confirmed }) => confirmed > 0) ?? false;
  const key = roundId !== undefined && hasLinks && isSettled ? `${roundId} ${clause.id}` : undefined;
  const {
    value: linked,
    error,
    isCurrent,
  } = useAnswer(key, async () => (roundId ? api['link.ofClause']({ roundId, clauseId: clause.id }) : []));
  const [isShown, setShown] = useState(() => isUnfolded(localStorage, 'linked'));
  const id = useId();
  const body = useKeptHeight(isCurrent, isShown && linked);
  const failed = counts.error ?? error;
  if (failed) return <InlineError {...failed} />;
  if (!hasLinks) return null;
  const toggle = () => {
    rememberUnfolded(localStorage, 'linked', !isShown);
    setShown(!isShown);
  };
  const hasNone = linked?.length === 0;
  return (
    <section className="linked" aria-label="关联条款" data-testid="linked">
      <h3>
        <button
          type="button"
          aria-expanded={isShown && !hasNone}
          aria-controls={id}
          disabled={hasNone}
          onClick={toggle}
        >
          <Icon name={isShown && !hasNone ? 'down' : 'chevron'} size={12} />
          关联条款 {linked && !hasNone && linked.length}
        </button>
        <span className="ellipsis" role="status">
          {linked && offerWords(linked, state.evidence)}
        </span>
      </h3>
      <div {...body} id={id} hidden={!isShown || hasNone}>
        {isShown &&
          linked?.map((each) => (
            <Linked key={`${clause.id} ${each.packId} ${each.code}`} linked={each} clause={clause} state={state} />
          ))}
      </div>
    </section>
  );
}

function Linked({ linked, clause, state }: OfferProps & { linked: LinkedClause }) {
  const [newest, ...older] = linked.rounds;
  const [showsOlder, setShowsOlder] = useState(false);
  if (!newest) return null;
  return (
    <article className="linked-clause" aria-label={`${linked.standardTitle} ${linked.code}`}>
      <div className="linked-head">
        <Chip of={newest} />
        <OpenClause linked={linked} of={newest} />
        <small className="ellipsis" title={linked.standardTitle}>
          {linked.standardTitle}
        </small>
      </div>
      <LinkedOffer linked={linked} of={newest} clause={clause} state={state} />
      {older.length > 0 && (
        <button
          type="button"
          className="linked-older"
          aria-expanded={showsOlder}
          onClick={() => setShowsOlder(!showsOlder)}
        >
          <Icon name={showsOlder ? 'down' : 'chevron'} size={12} />
          更早的 {older.length} 轮
        </button>
      )}
      {showsOlder &&
        older.map((each) => (
          <div key={each.roundId} className="linked-round">
            <div className="linked-head">
              <Chip of={each} />
              <OpenClause linked={linked} of={each} />
            </div>
            <LinkedOffer linked={linked} of={each} clause={clause} state={state} />
          </div>
        ))}
    </article>
  );
}

function Chip({ of: { clause, input, yesAtRate } }: { of: LinkedRound }) {
  const result = resultOf(clause, input);
  const chip = resultChip(clause, { result, exempt: isExempt(result) }, exactly(yesAtRate));
  return (
    <>
      <ResultChip tone={chip.tone} text={chip.text} title={chip.spoken} />
      <span className="visually-hidden">{chip.spoken}</span>
    </>
  );
}

function OpenClause({ linked, of: { roundId, clause } }: { linked: LinkedClause; of: LinkedRound }) {
  const { app, round, checklist } = useServices();
  const open = async () => {
    await app.getState().openRound(roundId);
    if (round.getState().open?.round.id === roundId) checklist.getState().showClause(clause.id);
  };
  return (
    <button
      type="button"
      className="linked-open"
      title={`到这一轮里看 ${linked.code} ${clause.title}`}
      onClick={() => void open()}
    >
      <span className="code">{linked.code}</span>
      <span className="ellipsis">{clause.title}</span>
    </button>
  );
}
