import { Button } from '../../ui/Button.tsx';
import { setClauses } from './edit/change-tree.ts';
import { readNames } from './edit/departments.ts';
import { setMethod } from './edit/methods.ts';
import { amountWords } from './edit/totals.ts';
import { add, parseRational, zero } from '../../../shared/domain/number/rational.ts';
import { indexOf, methodOf, type ClausePlace, type WorkPack } from './edit/work-pack.ts';
import { useEditing, useWork } from './edit-context.ts';
import { CheckField, ReadField, SelectField } from './Fields.tsx';
import { asMethod, methodOptions } from './method-options.ts';
import { readScore } from './read-fields.ts';

const mixed = { value: '', text: '（不一）' };

/** What several clauses have in common; a change is made to all of them. */
export function SelectionForm({ places }: { places: readonly ClausePlace[] }) {
  const { store, commands, isReadOnly } = useEditing();
  const work = useWork();
  const clauses = places.map(({ clause }) => clause);
  const keys = new Set(clauses.map(({ key }) => key));
  const words = `（${clauses.length} 条条款）`;
  const common = <Value,>(values: readonly Value[]): Value | undefined =>
    values.every((value) => value === values[0]) ? values[0] : undefined;
  const method = common(places.map((place) => methodOf(work, place)));
  const section = common(places.map((place) => place.section.key));
  const points = common(clauses.map((clause) => clause.points));
  const departments = common(clauses.map((clause) => clause.departments.join('、')));
  const [cores, optionals] = [
    clauses.filter(({ core }) => core).length,
    clauses.filter((each) => each.optional).length,
  ];
  const sum = clauses.reduce((total, each) => add(total, parseRational(String(each.points ?? 0)) ?? zero), zero);
  const edit = (label: string, change: (before: WorkPack) => WorkPack) => store.getState().edit(label + words, change);
  return (
    <div className="edit-form" data-testid="selection-form">
      <div className="edit-head">
        <h2 className="edit-wide">已选 {clauses.length} 条条款</h2>
        <div className="edit-row edit-wide">
          <SelectField
            label="判定方式"
            value={method ?? ''}
            options={[...(method ? [] : [mixed]), ...methodOptions]}
            onChange={(value) => {
              const chosen = asMethod(value);
              if (chosen) edit('修改判定方式', (before) => setMethod(before, keys, chosen));
            }}
          />
          {method === 'points' && (
            <ReadField
              label="每条满分"
              className="edit-short"
              isNumber
              value={points}
              shown={points === undefined ? '' : String(points)}
              placeholder="不一"
              read={readScore}
              onChange={(value) => edit('修改满分', (before) => setClauses(before, keys, { points: value }))}
            />
          )}
          <SelectField
            label="所属节"
            className="edit-grow"
            value={String(section ?? '')}
            options={[
              ...(section === undefined ? [mixed] : []),
              ...[...indexOf(work).sections.values()].map((each) => ({
                value: String(each.section.key),
                text: `${each.section.code} ${each.section.title}`,
              })),
            ]}
            onChange={(value) => value !== '' && commands.moveTo([...keys], Number(value), undefined)}
          />
          <CheckField
            label={
              <>
                核心条款 <span className="star">★</span>
              </>
            }
            checked={cores === clauses.length}
            isMixed={cores > 0 && cores < clauses.length}
            onChange={(core) =>
              edit(core ? '设为核心条款' : '取消核心条款', (before) => setClauses(before, keys, { core }))
            }
          />
          <CheckField
            label="可不适用"
            checked={optionals === clauses.length}
            isMixed={optionals > 0 && optionals < clauses.length}
            onChange={(optional) =>
              edit(optional ? '设为可不适用' : '取消可不适用', (before) => setClauses(before, keys, { optional }))
            }
          />
        </div>
      </div>
      <div className="edit-column">
        <ReadField
          label="科室"
          grows
          value={departments}
          shown={departments ?? ''}
          placeholder={departments === undefined ? '不一；填写后全部改成这里写的' : '用顿号隔开'}
          read={(typed) => ({ value: readNames(typed).join('、') })}
          onChange={(value) =>
            edit('修改科室', (before) => setClauses(before, keys, { departments: readNames(value ?? '') }))
          }
        />
        {method === 'points' && <p className="edit-remark">满分合计 {amountWords(sum)} 分</p>}
        {!isReadOnly && (
          <div className="edit-row">
            <Button onClick={() => commands.duplicate()}>复制</Button>
            <Button onClick={() => commands.remove()}>删除</Button>
          </div>
        )}
      </div>
    </div>
  );
}
