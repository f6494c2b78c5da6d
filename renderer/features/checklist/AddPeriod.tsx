import { useState } from 'react';
import type { ClauseId } from '../../../shared/domain/id.ts';
import type { Period } from '../../../shared/domain/indicator/period.ts';
import type { PeriodKind } from '../../../shared/domain/standard/standard.ts';
import { useServices } from '../../app/services.ts';

interface AddPeriodProps {
  readonly clauseId: ClauseId;
  readonly kind: PeriodKind;
  readonly onAdded: (period: Period) => void;
}

const examples = { month: '2024年3月', quarter: '2024年第1季度', year: '2020年' } as const;

/** Asks for a period that is not in the table yet. */
export function AddPeriod({ clauseId, kind, onAdded }: AddPeriodProps) {
  const { figures } = useServices();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const add = () => {
    if (text.trim() === '') return setFault(undefined);
    const answer = figures.getState().addPeriod(clauseId, text);
    if ('fault' in answer) return setFault(answer.fault);
    setFault(undefined);
    setText('');
    onAdded(answer.period);
  };
  return (
    <form
      className="add-period"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label>
        补填期间{' '}
        <input
          value={text}
          placeholder={`如 ${examples[kind]}`}
          aria-invalid={fault !== undefined}
          maxLength={30}
          spellCheck={false}
          data-testid="add-period"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <span
        className={fault === undefined ? 'entry-note' : 'entry-fault'}
        role={fault === undefined ? undefined : 'alert'}
      >
        {fault ?? '可从 Excel、WPS 整块粘贴'}
      </span>
    </form>
  );
}
