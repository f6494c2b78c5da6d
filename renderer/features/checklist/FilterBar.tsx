import { useMemo } from 'react';
import { useStore } from 'zustand';
import { ruleLabel } from '../../../shared/text/labels.ts';
import { grades } from '../../../shared/domain/grade/grade.ts';
import { useServices } from '../../app/services.ts';
import { Icon } from '../../ui/Icon.tsx';
import { everything, isSameFilter, matchesFilter, type ClauseFilter } from './clause-filter.ts';
import { listedClauses } from './clause-rows.ts';

const tabs: readonly { readonly text: string; readonly name: string; readonly filter: ClauseFilter }[] = [
  { text: '全部', name: '全部', filter: everything },
  { text: '未评', name: '未评', filter: { kind: 'unscored' } },
  { text: '不合格', name: 'D 不合格', filter: { kind: 'grade', grade: 'D' } },
  { text: '差一步', name: '差一步：再满足一个要点可升一级', filter: { kind: 'one-step' } },
  { text: '无佐证', name: '无佐证', filter: { kind: 'no-evidence' } },
  { text: '★', name: '核心条款', filter: { kind: 'core' } },
];
const otherGrades = grades.filter((grade) => grade !== 'D');

export function FilterBar() {
  const { round, checklist } = useServices();
  const clauses = useStore(round, (state) => state.open?.clauses);
  const states = useStore(round, (state) => state.states);
  const filter = useStore(checklist, (state) => state.filter);
  const hits = useStore(checklist, (state) => state.hits);
  const text = useStore(checklist, (state) => state.searchText);
  const counter = useMemo(
    () => (wanted: ClauseFilter) =>
      (clauses ?? []).filter((clause) => {
        const state = states.get(clause.id);
        return state !== undefined && matchesFilter(clause, state, wanted);
      }).length,
    [clauses, states],
  );
  const tab = (wanted: ClauseFilter, label: string, name: string, isGrade: boolean) => {
    const count = counter(wanted);
    const active = isSameFilter(filter, wanted);
    return (
      <button
        key={name}
        type="button"
        aria-pressed={active}
        aria-label={`${name} ${count} 条`}
        title={name}
        className={isGrade ? 'filter-grade' : 'filter-tab'}
        onClick={() => checklist.getState().setFilter(active ? everything : wanted)}
      >
        {isGrade ? <b className={`grade-letter-${label}`}>{label}</b> : label}
        {wanted.kind !== 'core' && <span> {count}</span>}
      </button>
    );
  };
  const chip = filter.kind === 'short-of' ? `未达“${ruleLabel(filter.rule)}”` : undefined;
  const found = hits || chip ? listedClauses(clauses ?? [], states, { filter, hits, held: undefined }).length : 0;
  return (
    <div className="filters">
      <div className="filter-tabs" role="group" aria-label="筛选">
        {tabs.map(({ text: label, name, filter: wanted }) => tab(wanted, label, name, false))}
      </div>
      <div className="filter-line" role="group" aria-label="按等级筛选">
        {chip || hits ? (
          <button
            type="button"
            className="filter-chip"
            title="清除筛选（Esc）"
            onClick={() => checklist.getState().clear()}
          >
            <span className="ellipsis">{[chip, hits && `“${text}”`].filter(Boolean).join(' · ')}</span>
            <b>{found} 条</b>
            <Icon name="close" size={12} />
            <span className="visually-hidden">清除筛选</span>
          </button>
        ) : (
          otherGrades.map((grade) => tab({ kind: 'grade', grade }, grade, `${grade} 级`, true))
        )}
      </div>
    </div>
  );
}
