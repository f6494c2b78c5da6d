import { setClauses } from './edit/change-tree.ts';
import { setMethod } from './edit/methods.ts';
import { setCode } from './edit/recode.ts';
import { indexOf, methodOf, type ClausePlace, type WorkClause, type WorkPack } from './edit/work-pack.ts';
import { useEditing, useWork } from './edit-context.ts';
import { Departments } from './Departments.tsx';
import { CheckField, ReadField, SelectField, TextField } from './Fields.tsx';
import { IndicatorFields } from './IndicatorFields.tsx';
import { PointsEditor } from './PointsEditor.tsx';
import { asMethod, methodOptions } from './method-options.ts';
import { readCode, readScore } from './read-fields.ts';
import { TextList } from './TextList.tsx';
import { TitleField } from './TitleField.tsx';

/** Everything of one clause: what it asks on the left, what helps with it on the right. */
export function ClauseForm({ place }: { place: ClausePlace }) {
  const { store, commands } = useEditing();
  const work = useWork();
  const { clause, section } = place;
  const method = methodOf(work, place);
  const keys = new Set([clause.key]);
  const edit = (label: string, change: (before: WorkPack) => WorkPack, name?: string) =>
    store.getState().edit(`${label}（${clause.code}）`, change, name && `${clause.key}:${name}`);
  const set = (label: string, fields: Partial<WorkClause>, name?: string) =>
    edit(label, (before) => setClauses(before, keys, fields), name);
  return (
    <div className="edit-form edit-clause" data-testid="clause-form">
      <div className="edit-head">
        <ReadField
          label="编号"
          value={clause.code}
          shown={clause.code}
          read={readCode(work, 'clause', clause.key)}
          onChange={(code) => edit('修改编号', (before) => setCode(before, clause.key, code), 'code')}
        />
        <TitleField label="标题" value={clause.title} onChange={(title) => set('修改标题', { title }, 'title')} />
        <div className="edit-row edit-wide">
          <SelectField
            label="判定方式"
            value={method}
            options={methodOptions}
            onChange={(value) => edit('修改判定方式', (before) => setMethod(before, keys, asMethod(value) ?? method))}
          />
          {method === 'points' && (
            <ReadField
              label="满分"
              className="edit-short"
              isNumber
              value={clause.points}
              shown={clause.points === undefined ? '' : String(clause.points)}
              read={readScore}
              onChange={(points) => set('修改满分', { points }, 'points')}
            />
          )}
          <SelectField
            label="所属节"
            className="edit-grow"
            value={String(section.key)}
            options={[...indexOf(work).sections.values()].map((each) => ({
              value: String(each.section.key),
              text: `${each.section.code} ${each.section.title}`,
            }))}
            onChange={(value) => commands.moveTo([clause.key], Number(value), undefined)}
          />
          <CheckField
            label={
              <>
                核心条款 <span className="star">★</span>
              </>
            }
            checked={clause.core}
            onChange={(core) => set(core ? '设为核心条款' : '取消核心条款', { core })}
          />
          <CheckField
            label="可不适用"
            title="评分时可以判为不适用"
            checked={clause.optional}
            onChange={(optional) => set(optional ? '设为可不适用' : '取消可不适用', { optional })}
          />
        </div>
      </div>
      <div className="edit-column">
        {method === 'indicator' && clause.indicator && <IndicatorFields clause={clause} indicator={clause.indicator} />}
        <PointsEditor clause={clause} method={method} />
        {method === 'points' && <TextList clause={clause} name="deductions" />}
      </div>
      <div className="edit-column">
        <TextList clause={clause} name="evidence" />
        <TextList clause={clause} name="checks" />
        <Departments clause={clause} />
        <TextField
          label="说明"
          lines="many"
          value={clause.note ?? ''}
          maxLength={5000}
          onChange={(note) => set('修改说明', { note }, 'note')}
        />
      </div>
    </div>
  );
}
