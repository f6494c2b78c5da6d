import type { PackRule } from '../../../shared/contract/pack-schema.ts';
import { thresholdWords } from '../../app/rule-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { readThreshold } from '../targets/read-threshold.ts';
import { asRuleKind, packFigure, ruleKind, ruleScope, scopeChoices, type RuleKind } from './edit/targets.ts';
import { useEditing, useWork } from './edit-context.ts';
import { ReadField, SelectField } from './Fields.tsx';

const kinds: readonly { readonly value: RuleKind; readonly text: string }[] = [
  { value: 'grade', text: '等级比例' },
  { value: 'passing', text: '通过比例' },
  { value: 'score', text: '得分' },
];
const grades = ['A', 'B', 'C', 'D'] as const;

interface RuleRowProps {
  readonly rule: PackRule;
  readonly number: number;
  readonly onChange: (rule: PackRule, isTyping: boolean) => void;
  readonly onRemove: () => void;
}

/** What a rule counts, and what it asks for. */
export function RuleRow({ rule, number, onChange, onRemove }: RuleRowProps) {
  const { isReadOnly } = useEditing();
  const work = useWork();
  const kind = ruleKind(rule);
  const scope = ruleScope(rule);
  const known = scopeChoices(work, kind).map((choice) => ({ value: choice.scope, text: choice.label }));
  const choices = known.some(({ value }) => value === scope)
    ? known
    : [...known, { value: scope, text: `${scope.replace(/^chapter:/, '第 ')}（已不在标准里）` }];
  return (
    <li className="edit-rule" data-testid="edit-rule">
      <span className="edit-line-number">{number}</span>
      <SelectField
        label={<span className="visually-hidden">第 {number} 条规则的范围</span>}
        className="edit-grow"
        value={scope}
        options={choices}
        onChange={(value) => onChange('score' in rule ? { ...rule, score: value } : { ...rule, scope: value }, false)}
      />
      <SelectField
        label={<span className="visually-hidden">第 {number} 条规则的算法</span>}
        value={kind}
        options={kinds}
        onChange={(value) =>
          onChange(asRuleKind(rule, kinds.find((each) => each.value === value)?.value ?? kind), false)
        }
      />
      {!('score' in rule) && rule.grade !== 'yes' && (
        <SelectField
          label={<span className="visually-hidden">第 {number} 条规则的等级</span>}
          value={rule.grade}
          options={grades.map((grade) => ({ value: grade, text: grade === 'A' ? 'A' : `${grade} 及以上` }))}
          onChange={(value) =>
            onChange({ ...rule, grade: grades.find((grade) => grade === value) ?? rule.grade }, false)
          }
        />
      )}
      <span className="edit-rule-least">≥</span>
      <ReadField
        label={<span className="visually-hidden">第 {number} 条规则的要求</span>}
        className="edit-short"
        isNumber
        value={'score' in rule ? `${rule.atLeast} ${rule.of ?? ''}` : String(rule.atLeast)}
        shown={shownThreshold(rule)}
        placeholder={kind === 'score' ? '850 分、85%' : '90%、1/3'}
        read={(typed) => {
          const read = readThreshold(typed, kind);
          if (!read) return { fault: kind === 'score' ? '应为分数或比例，如 850 分、85%' : '应为比例，如 90%、1/3' };
          return { value: kind === 'score' ? `${read.atLeast} ${read.of === 'share' ? 'share' : ''}` : read.atLeast };
        }}
        onChange={(value) => {
          const [figure = '', of] = (value ?? '').split(' ');
          const atLeast = packFigure(figure);
          if (!('score' in rule)) {
            onChange({ ...rule, atLeast }, true);
            return;
          }
          const { of: _, ...rest } = rule;
          onChange({ ...rest, atLeast, ...(of === 'share' && { of }) }, true);
        }}
      />
      {!isReadOnly && (
        <Button tone="quiet" aria-label={`删除第 ${number} 条规则`} title="删除这条规则" onClick={onRemove}>
          <Icon name="close" size={12} />
        </Button>
      )}
    </li>
  );
}

function shownThreshold(rule: PackRule): string {
  const atLeast = String(rule.atLeast);
  if ('score' in rule) return thresholdWords({ kind: 'score', scope: rule.score, of: rule.of ?? 'points', atLeast });
  return thresholdWords({ kind: 'passing', scope: rule.scope, atLeast });
}
