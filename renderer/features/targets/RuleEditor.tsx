import { useId, useRef } from 'react';
import type { GradeRule, Rule, Standard } from '../../../shared/domain/standard/standard.ts';
import { ruleFault } from '../../../shared/errors/messages.ts';
import { scopeLabel } from '../../../shared/text/labels.ts';
import { countWords, outcomeWords, standWords, thresholdWords } from '../../app/rule-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { percentMeant, readThreshold } from './read-threshold.ts';
import { asKind, scopeChoices, type CheckedRule, type DraftRule } from './draft-rules.ts';

const kinds: readonly { readonly kind: Rule['kind']; readonly label: string }[] = [
  { kind: 'grade', label: '等级比例' },
  { kind: 'passing', label: '通过比例' },
  { kind: 'score', label: '得分' },
];
const grades: readonly GradeRule['grade'][] = ['A', 'B', 'C', 'D'];

interface RuleEditorProps {
  readonly draft: DraftRule;
  readonly checked: CheckedRule;
  readonly number: number;
  readonly standard: Standard;
  readonly isLast: boolean;
  readonly disabled: boolean;
  readonly onChange: (draft: DraftRule) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One rule as a line: what it counts, what it asks for, and how that would turn out. */
export function RuleEditor(props: RuleEditorProps) {
  const { draft, checked, number, standard, isLast, disabled, onChange, onMove, onRemove } = props;
  const { fault, result, rule, builtIn } = checked;
  const percent = fault === 'above-one' ? percentMeant(draft.typed, draft.kind) : undefined;
  const faultId = useId();
  const input = useRef<HTMLInputElement>(null);
  const known = scopeChoices(standard, draft.kind);
  const choices = known.some(({ scope }) => scope === draft.scope)
    ? known
    : [...known, { scope: draft.scope, label: scopeLabel(draft.scope, standard.scopes) || draft.scope }];
  const name = (what: string) => `第 ${number} 条规则的${what}`;
  const outcome = !result?.applicable ? '' : result.holds ? 'good' : 'bad';
  return (
    <li className="rule-editor" data-testid="rule-editor">
      <span className="rule-number">{number}</span>
      <select
        aria-label={name('范围')}
        disabled={disabled}
        value={draft.scope}
        onChange={({ target }) => onChange({ ...draft, scope: target.value })}
      >
        {choices.map(({ scope, label }) => (
          <option key={scope} value={scope}>
            {label}
          </option>
        ))}
      </select>
      <select
        aria-label={name('算法')}
        disabled={disabled}
        value={draft.kind}
        onChange={({ target }) => {
          const kind = kinds.find((each) => each.kind === target.value)?.kind;
          if (kind) onChange(asKind(draft, kind, standard));
        }}
      >
        {kinds.map(({ kind, label }) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </select>
      {draft.kind === 'grade' ? (
        <select
          aria-label={name('等级')}
          disabled={disabled}
          value={draft.grade}
          onChange={({ target }) =>
            onChange({ ...draft, grade: grades.find((each) => each === target.value) ?? draft.grade })
          }
        >
          {grades.map((grade) => (
            <option key={grade} value={grade}>
              {grade === 'A' ? 'A' : `${grade} 及以上`}
            </option>
          ))}
        </select>
      ) : (
        <span />
      )}
      <span className="rule-threshold">
        ≥
        <input
          ref={input}
          aria-label={name('要求')}
          aria-invalid={fault !== undefined}
          aria-describedby={fault ? faultId : undefined}
          disabled={disabled}
          value={draft.typed}
          maxLength={40}
          placeholder={draft.kind === 'score' ? '850 分、85%' : '90%、0.9、1/3'}
          onChange={({ target }) => onChange({ ...draft, typed: target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || percent === undefined) return;
            // The percentage is shown first; the next Enter saves it.
            event.preventDefault();
            onChange({ ...draft, typed: percent });
          }}
        />
      </span>
      {fault ? (
        <span id={faultId} className="rule-fault" role="alert">
          {percent === undefined ? (
            ruleFault(fault)
          ) : (
            <>
              请写 {percent} 或 {readThreshold(percent, draft.kind)?.atLeast}。
              <Button
                tone="link"
                disabled={disabled}
                onClick={() => {
                  onChange({ ...draft, typed: percent });
                  input.current?.focus();
                }}
              >
                改为 {percent}
              </Button>
            </>
          )}
        </span>
      ) : (
        result && (
          <span className="rule-outcome">
            <b>{standWords(result)}</b> / {thresholdWords(rule)} <em className={outcome}>{outcomeWords(result)}</em>
            <small>{countWords(result)}</small>
          </span>
        )
      )}
      <span className="rule-tools">
        {builtIn && (
          <Button
            tone="link"
            disabled={disabled}
            title="改回标准内置的要求"
            onClick={() => {
              input.current?.focus();
              onChange({ ...draft, typed: thresholdWords(builtIn) });
            }}
          >
            内置 {thresholdWords(builtIn)}
          </Button>
        )}
        <Button tone="quiet" disabled={disabled || number === 1} aria-label={name('上移')} onClick={() => onMove(-1)}>
          ↑
        </Button>
        <Button tone="quiet" disabled={disabled || isLast} aria-label={name('下移')} onClick={() => onMove(1)}>
          ↓
        </Button>
        <Button tone="quiet" disabled={disabled} aria-label={name('删除')} title="删除这条规则" onClick={onRemove}>
          <Icon name="close" size={14} />
        </Button>
      </span>
    </li>
  );
}
