import { useMemo } from 'react';
import { useStore } from 'zustand';
import { methodLabels, ruleLabel } from '../../../shared/text/labels.ts';
import { grades } from '../../../shared/domain/grade/grade.ts';
import { methods, type Clause, type Method } from '../../../shared/domain/standard/standard.ts';
import { useServices } from '../../app/services.ts';
import { Icon } from '../../ui/Icon.tsx';
import { everything, isSameFilter, matchesFilter, type ClauseFilter } from './clause-filter.ts';
import { listedClauses } from './clause-rows.ts';
import { gapRulesOf } from './gap-rules.ts';

interface Tab {
  readonly text: string;
  readonly name: string;
  readonly filter: ClauseFilter;
}

const tabs: readonly Tab[] = [
  { text: '全部', name: '全部', filter: everything },
  { text: '未评', name: '未评', filter: { kind: 'unscored' } },
  { text: '不合格', name: '不合格：D、不通过、违反、未达标', filter: { kind: 'failing' } },
  { text: '差一步', name: '差一步：再满足一个要点可升一级，或达到通过', filter: { kind: 'one-step' } },
  { text: '无佐证', name: '无佐证', filter: { kind: 'no-evidence' } },
  { text: '★', name: '核心条款', filter: { kind: 'core' } },
];
const methodNames: Readonly<Record<Method, string>> = {
  graded: '等级',
  checklist: '是否',
  points: '分值',
  prerequisite: '前置',
  indicator: '指标',
};

/** By grade where there are graded clauses, by method where a standard mixes them. */
function finerTabs(clauses: readonly Clause[]): readonly Tab[] {
  const known = methods.filter((method) => clauses.some((clause) => clause.method === method));
  const byGrade = grades.map((grade): Tab => ({ text: grade, name: `${grade} 级`, filter: { kind: 'grade', grade } }));
  const byMethod = known.map((method): Tab => ({
    text: methodNames[method],
    name: methodLabels[method],
    filter: { kind: 'method', method },
  }));
  return [...(known.includes('graded') ? byGrade : []), ...(known.length > 1 ? byMethod : [])];
}

export function FilterBar() {
  const { round, checklist } = useServices();
  const open = useStore(round, (state) => state.open);
  const states = useStore(round, (state) => state.states);
  const filter = useStore(checklist, (state) => state.filter);
  const hits = useStore(checklist, (state) => state.hits);
  const text = useStore(checklist, (state) => state.searchText);
  const finer = useMemo(() => (open ? finerTabs(open.clauses) : []), [open]);
  const counts = useMemo(() => {
    const rules = open && gapRulesOf(open.standard);
    const count = (wanted: ClauseFilter) =>
      (open?.clauses ?? []).filter((clause) => {
        const state = states.get(clause.id);
        return state && rules && matchesFilter(clause, state, wanted, rules);
      }).length;
    return new Map([...tabs, ...finer].map((tab) => [tab, count(tab.filter)]));
  }, [open, states, finer]);
  if (!open) return null;
  const button = (tab: Tab) => {
    const count = counts.get(tab) ?? 0;
    const active = isSameFilter(filter, tab.filter);
    return (
      <button
        key={tab.name}
        type="button"
        aria-pressed={active}
        aria-label={`${tab.name} ${count} 条`}
        title={tab.name}
        className={tabs.includes(tab) ? 'filter-tab' : 'filter-tab filter-grade'}
        onClick={() => checklist.getState().setFilter(active ? everything : tab.filter)}
      >
        {tab.filter.kind === 'grade' ? <b className={`grade-letter-${tab.text}`}>{tab.text}</b> : tab.text}
        {tab.filter.kind !== 'core' && <span> {count}</span>}
      </button>
    );
  };
  const chip =
    filter.kind === 'short-of'
      ? `未达“${ruleLabel(filter.rule, open.standard.scopes)}”`
      : filter.kind === 'no-target'
        ? '未设目标'
        : undefined;
  const found =
    hits || chip
      ? listedClauses(open.clauses, open.standard, states, { filter, hits, held: undefined }).length
      : undefined;
  return (
    <div className="filters">
      <div className="filter-tabs" role="group" aria-label="筛选">
        {tabs.map(button)}
      </div>
      {(finer.length > 0 || found !== undefined) && (
        <div className="filter-line" role="group" aria-label="细分">
          {found !== undefined ? (
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
            finer.map(button)
          )}
        </div>
      )}
    </div>
  );
}
