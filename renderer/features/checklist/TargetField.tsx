import { useEffect, useRef, useState } from 'react';
import { betterThanBefore, type IndicatorReading } from '../../../shared/domain/indicator/read-indicator.ts';
import { exactly } from '../../../shared/domain/number/rational.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause, IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';
import { useServices } from '../../app/services.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { Button } from '../../ui/Button.tsx';
import { targetWords } from './indicator-words.ts';

interface TargetFieldProps {
  readonly clause: Clause;
  readonly definition: IndicatorDefinition;
  readonly state: ClauseState;
  readonly target: IndicatorReading['target'];
  /** What the clause brings, where neither met nor unmet says so. */
  readonly worth: string | undefined;
}

const exampleOf = (unit: string): string =>
  unit === '%' ? '85%' : unit === '‰' ? '5‰' : /^1[∶:]X$/i.test(unit) ? '1:1.5' : '3.2万';

/** What the value is measured against: the standard's target, the hospital's own, or the period before. */
export function TargetField({ clause, definition, state, target, worth }: TargetFieldProps) {
  const { figures } = useServices();
  const isReadOnly = useReadOnly();
  const [typed, setTyped] = useState<string>();
  const [fault, setFault] = useState<string>();
  const line = useRef<HTMLParagraphElement>(null);
  const isLeft = useRef(false);
  // The button or field that was used is gone: what leads back to it has the focus.
  useEffect(() => {
    if (!isLeft.current || !line.current) return;
    isLeft.current = false;
    line.current.querySelector('button')?.focus();
  });
  const leave = () => {
    setTyped(undefined);
    setFault(undefined);
    isLeft.current = true;
  };
  const set = (text: string | null) => {
    const refused = figures.getState().setTarget(clause.id, text);
    if (refused === undefined) leave();
    else setFault(refused);
  };
  if (definition.direction === 'monitor')
    return <p className="own-target">{['只看走势，不判定达标与否', worth].filter(Boolean).join('；')}</p>;
  const own = state.ownTarget;
  const source = own === undefined ? (definition.target === undefined ? undefined : '标准给出') : '本院自定';
  const builtIn = definition.target === undefined ? undefined : targetWords(exactly(definition.target), definition);
  if (typed !== undefined) {
    return (
      <form
        className="own-target"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === '') leave();
          else set(typed.trim());
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          leave();
        }}
      >
        <label>
          目标 {definition.direction === 'up' ? '≥' : '≤'}{' '}
          <input
            autoFocus
            value={typed}
            placeholder={`如 ${exampleOf(definition.unit)}`}
            aria-invalid={fault !== undefined}
            maxLength={30}
            spellCheck={false}
            data-testid="own-target"
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <Button type="submit">确定</Button>
        <Button tone="quiet" onClick={leave}>
          取消
        </Button>
        {fault !== undefined && (
          <p className="entry-fault" role="alert">
            {fault}
          </p>
        )}
      </form>
    );
  }
  return (
    <p ref={line} className="own-target" data-testid="target">
      {(target !== undefined || worth === undefined) && (
        <span>
          目标 <b>{targetWords(target, definition) ?? '未设'}</b>
        </span>
      )}
      {source !== undefined && <small>{source}</small>}
      {worth !== undefined && <span className="own-target-worth">{worth}</span>}
      {!isReadOnly && (
        <>
          <Button tone="link" onClick={() => setTyped('')}>
            {target === undefined ? '设目标' : '改目标'}
          </Button>
          {own !== betterThanBefore && (
            <Button tone="link" onClick={() => set(betterThanBefore)}>
              {definition.direction === 'up' ? '高于上期' : '低于上期'}
            </Button>
          )}
          {own !== undefined && (
            <Button tone="link" onClick={() => set(null)}>
              {builtIn === undefined ? '撤掉目标' : `恢复标准 ${builtIn}`}
            </Button>
          )}
        </>
      )}
    </p>
  );
}
