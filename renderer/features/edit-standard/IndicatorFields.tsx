import type { PackClause } from '../../../shared/contract/pack-schema.ts';
import { editClause } from './edit/change-tree.ts';
import type { WorkClause } from './edit/work-pack.ts';
import { useEditing } from './edit-context.ts';
import { CheckField, ReadField, SelectField, TextField } from './Fields.tsx';
import { readTarget } from './read-fields.ts';

type Indicator = NonNullable<PackClause['indicator']>;

const directions = [
  { value: 'up', text: '越高越好' },
  { value: 'down', text: '越低越好' },
  { value: 'monitor', text: '只监测' },
] as const;
const periods = [
  { value: 'month', text: '每月' },
  { value: 'quarter', text: '每季度' },
  { value: 'year', text: '每年' },
] as const;
const oneOf = <Value extends string>(options: readonly { readonly value: Value }[], value: string): Value | undefined =>
  options.find((option) => option.value === value)?.value;

/** What a measured clause is made of. */
export function IndicatorFields({ clause, indicator }: { clause: WorkClause; indicator: Indicator }) {
  const { store } = useEditing();
  const isCount = indicator.denominator === null;
  const set = (fields: Partial<Indicator>, name?: string) =>
    store.getState().edit(
      `修改指标定义（${clause.code}）`,
      (work) =>
        editClause(work, clause.key, (before) => ({
          ...before,
          indicator: { ...(before.indicator ?? indicator), ...fields },
        })),
      name && `${clause.key}:${name}`,
    );
  return (
    <section className="edit-indicator" aria-label="指标定义">
      <TextField
        label={isCount ? '计数' : '分子'}
        value={indicator.numerator}
        maxLength={5000}
        onChange={(numerator) => set({ numerator }, 'numerator')}
      />
      {indicator.denominator !== null && (
        <TextField
          label="分母"
          value={indicator.denominator}
          maxLength={5000}
          onChange={(denominator) => set({ denominator }, 'denominator')}
        />
      )}
      <CheckField
        label="没有分母（计数）"
        checked={isCount}
        onChange={(checked) => set({ denominator: checked ? null : '' })}
      />
      <div className="edit-row">
        <SelectField
          label="方向"
          value={indicator.direction}
          options={directions}
          onChange={(value) => set({ direction: oneOf(directions, value) ?? indicator.direction })}
        />
        <SelectField
          label="周期"
          value={indicator.period}
          options={periods}
          onChange={(value) => set({ period: oneOf(periods, value) ?? indicator.period })}
        />
        <ReadField
          label="单位"
          className="edit-short"
          value={indicator.unit}
          shown={indicator.unit}
          placeholder="%"
          read={(typed) => (typed.length > 40 ? { fault: '单位最多 40 个字' } : { value: typed.trim() })}
          onChange={(unit) => set({ unit }, 'unit')}
        />
        <ReadField
          label="目标值"
          className="edit-grow"
          value={indicator.target ?? undefined}
          shown={indicator.target === undefined || indicator.target === null ? '' : String(indicator.target)}
          placeholder="0.85、85% 或文字"
          read={readTarget}
          onChange={(target) => set({ target }, 'target')}
        />
      </div>
      <TextField
        label="公式"
        value={indicator.formula ?? ''}
        maxLength={5000}
        onChange={(formula) => set({ formula }, 'formula')}
      />
    </section>
  );
}
