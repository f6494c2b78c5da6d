import { Button } from '../../ui/Button.tsx';
import { editClause } from './edit/change-tree.ts';
import { departmentsOf } from './edit/departments.ts';
import type { WorkClause } from './edit/work-pack.ts';
import { useEditing, useWork } from './edit-context.ts';
import { ReadField } from './Fields.tsx';
import { readDepartments } from './read-fields.ts';

const mostOffered = 12;

/** Departments in one line; those that other clauses name are offered. */
export function Departments({ clause }: { clause: WorkClause }) {
  const { store, isReadOnly } = useEditing();
  const work = useWork();
  const offered = departmentsOf(work).filter((name) => !clause.departments.includes(name));
  const set = (departments: string[], group?: string) =>
    store
      .getState()
      .edit(
        `修改科室（${clause.code}）`,
        (before) => editClause(before, clause.key, (each) => ({ ...each, departments })),
        group,
      );
  return (
    <div className="edit-departments">
      <ReadField
        label="科室"
        grows
        value={clause.departments}
        shown={clause.departments.join('、')}
        read={readDepartments}
        placeholder="用顿号隔开，第一个为牵头科室"
        onChange={(departments) => set(departments, `${clause.key}:departments`)}
      />
      {!isReadOnly && offered.length > 0 && (
        <p className="edit-offers" aria-label="本标准已用的科室">
          {offered.slice(0, mostOffered).map((name) => (
            <Button key={name} tone="quiet" title="添加" onClick={() => set([...clause.departments, name])}>
              {name}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
