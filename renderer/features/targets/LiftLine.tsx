import type { ClauseId } from '../../../shared/domain/id.ts';
import type { Scope } from '../../../shared/domain/standard/standard.ts';
import type { Wanted } from '../../../shared/domain/verdict/gap.ts';
import type { RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { GradeChip } from '../../ui/GradeChip.tsx';
import type { LiftRow } from './lift-rows.ts';
import { costWords, helpWords, liftWords, resultWords } from './lift-words.ts';

export const liftLineId = (id: ClauseId): string => `lift-${id.replace(/[^\w.-]/g, '_')}`;

interface LiftLineProps {
  readonly row: LiftRow;
  readonly index: number;
  readonly offset: number;
  readonly rules: readonly RuleResult[];
  readonly scopes: readonly Scope[];
  readonly isActive: boolean;
  readonly planned: Wanted | undefined;
  readonly onPoint: () => void;
  readonly onTick: () => void;
  readonly onWanted: (wanted: Wanted) => void;
  readonly onOpen: () => void;
}

/** A clause that could be lifted. Its controls are for the mouse; the list has the keys. */
export function LiftLine(props: LiftLineProps) {
  const { row, index, offset, rules, scopes, isActive, planned, onPoint, onTick, onWanted, onOpen } = props;
  const { item, wanted, options, ticked, cost, done } = row;
  const { code, title, core, method } = item.clause;
  const helps = helpWords(row, rules, scopes);
  const choices = options.includes(wanted) ? options : [wanted, ...options];
  return (
    <div
      id={liftLineId(item.id)}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={ticked}
      className={`lift-line${isActive ? ' lift-active' : ''}`}
      style={{ transform: `translateY(${offset}px)` }}
      onMouseDown={onPoint}
      data-testid="lift-row"
      data-code={code}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={ticked}
          aria-label={`提升 ${code}`}
          onChange={onTick}
          onMouseDown={(event) => event.preventDefault()}
        />
      </span>
      <span role="gridcell" className="code">
        {code}
      </span>
      <span role="gridcell" className="lift-title">
        <button type="button" tabIndex={-1} className="ellipsis" title={`${title}\n点击打开条款`} onClick={onOpen}>
          {title}
        </button>
        {core && (
          <span className="star" role="img" aria-label="核心条款">
            ★
          </span>
        )}
        {planned && <small>已计划</small>}
      </span>
      <span role="gridcell">
        {item.result.method === 'graded' && item.result.grade ? (
          <GradeChip small grade={item.result.grade} />
        ) : (
          resultWords(item.result)
        )}
      </span>
      <span role="gridcell">
        {choices.length > 1 ? (
          <select
            tabIndex={-1}
            aria-label={`${code} 提升到`}
            value={wanted}
            onChange={({ target }) => {
              const next = choices.find((each) => each === target.value);
              if (next) onWanted(next);
            }}
          >
            {choices.map((each) => (
              <option key={each} value={each}>
                {liftWords(each, item.result)}
              </option>
            ))}
          </select>
        ) : (
          liftWords(wanted, item.result)
        )}
      </span>
      <span role="gridcell">{done ? <em className="good">已做到</em> : costWords(method, cost)}</span>
      <span role="gridcell" className="ellipsis" title={helps}>
        {helps}
      </span>
    </div>
  );
}
