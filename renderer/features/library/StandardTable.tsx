import { useEffect, useEffectEvent, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { WordedStandard } from '../../../shared/contract/official-text.ts';
import { methodLabels } from '../../../shared/text/labels.ts';
import { methods } from '../../../shared/domain/standard/standard.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Confidence } from '../choose-standard/Confidence.tsx';
import { StandardMore } from './StandardMore.tsx';
import { roundsUsing, stepTo, type TableRow } from './library-rows.ts';
import '../../ui/rows.css';

interface StandardTableProps {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly rows: readonly TableRow[];
  readonly cursor: number;
  readonly onCursor: (row: number) => void;
  /** Where the table was left. */
  readonly scrollTop: number;
  readonly onScrolled: (scrollTop: number) => void;
  readonly onOpen: (packId: string) => void;
  readonly onShowAll: () => void;
  readonly worded: readonly WordedStandard[];
  readonly onChange: () => void;
}

const rowId = (packId: string) => `library-${packId}`;
const methodHeads = {
  graded: '等级',
  checklist: '是否',
  points: '分值',
  prerequisite: '前置',
  indicator: '指标',
} as const;

const isMenuKey = ({ key, shiftKey }: { key: string; shiftKey: boolean }): boolean =>
  key === 'ContextMenu' || (key === 'F10' && shiftKey);
const openMenuOf = (id: string): void => document.getElementById(id)?.querySelector('button')?.click();

/** One row a standard. The keyboard stays on the table; its row is pointed at by id. */
export function StandardTable({
  list,
  rows,
  cursor,
  onCursor,
  scrollTop,
  onScrolled,
  onOpen,
  onShowAll,
  worded,
  onChange,
}: StandardTableProps) {
  const { app } = useServices();
  const rounds = useStore(app, (state) => state.rounds);
  const current = rows[cursor]?.standard.id;
  const restore = useEffectEvent(() => list.current?.scrollTo({ top: scrollTop }));
  useEffect(() => restore(), []);
  useEffect(() => {
    if (current !== undefined) document.getElementById(rowId(current))?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (rows.length === 0) {
    return (
      <EmptyState text="没有符合筛选的标准。">
        <Button onClick={onShowAll}>显示全部</Button>
      </EmptyState>
    );
  }
  return (
    <div
      ref={list}
      className="rows library-table"
      role="grid"
      aria-label="标准"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={current === undefined ? undefined : rowId(current)}
      tabIndex={0}
      onScrollEnd={({ currentTarget }) => onScrolled(currentTarget.scrollTop)}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Enter' && current !== undefined) onOpen(current);
        else if (isMenuKey(event) && current !== undefined) openMenuOf(rowId(current));
        else {
          const next = stepTo(event.key, cursor, rows.length);
          if (next === undefined) return;
          onCursor(next);
        }
        event.preventDefault();
      }}
    >
      <div role="row" className="row-head library-row library-head">
        <span role="columnheader">项目</span>
        <span role="columnheader">标准</span>
        <span role="columnheader">版本</span>
        {methods.map((method) => (
          <span key={method} role="columnheader" className="library-number" title={methodLabels[method]}>
            {methodHeads[method]}
          </span>
        ))}
        <span role="columnheader" className="library-number">
          总分
        </span>
        <span role="columnheader">可信度</span>
        <span role="columnheader">适用机构</span>
        <span role="columnheader">用于轮次</span>
        <span role="columnheader">
          <span className="visually-hidden">操作</span>
        </span>
      </div>
      {rows.map(({ standard, startsProgramme }, index) => {
        const used = roundsUsing(rounds, standard.id);
        return (
          <div
            key={standard.id}
            id={rowId(standard.id)}
            role="row"
            aria-selected={index === cursor}
            className={`row library-row${startsProgramme ? ' library-first' : ''}`}
            data-testid={`library-${standard.id}`}
            onMouseDown={() => onCursor(index)}
            onClick={() => onOpen(standard.id)}
          >
            <span role="gridcell" className="ellipsis library-programme" title={standard.programme}>
              {startsProgramme ? standard.programme : <span className="visually-hidden">{standard.programme}</span>}
            </span>
            <span role="gridcell" className="ellipsis library-title" title={standard.title}>
              {standard.own && <span className="chip chip-grey">本院</span>} {standard.title}
            </span>
            <span role="gridcell" className="ellipsis" title={standard.edition}>
              {standard.edition}
            </span>
            {methods.map((method) => (
              <span key={method} role="gridcell" className="library-number">
                {standard.clauses[method] ?? ''}
              </span>
            ))}
            <span role="gridcell" className="library-number">
              {standard.totalPoints ?? ''}
            </span>
            <span role="gridcell">
              <Confidence level={standard.confidence} isShort />
            </span>
            <span role="gridcell" className="ellipsis" title={standard.appliesTo.join('、')}>
              {standard.appliesTo.join('、')}
            </span>
            <span role="gridcell" className="ellipsis" title={used.map(({ title }) => title).join('、')}>
              {used.length > 1 ? `${used.length} 个轮次` : used[0]?.title}
            </span>
            <span role="gridcell">
              <StandardMore
                isBrief
                standard={standard}
                wording={worded.find(({ packId }) => packId === standard.id)}
                onChange={onChange}
              />
            </span>
          </div>
        );
      })}
    </div>
  );
}
