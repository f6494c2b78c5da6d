import type { DragEvent, MouseEvent } from 'react';
import type { Method } from '../../../shared/domain/standard/standard.ts';
import { methodLabels } from '../../../shared/text/labels.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { DropPlace } from './drop-place.ts';
import type { Spot } from './faults.ts';
import type { TreeRow } from './tree-rows.ts';

export const rowId = (spot: Spot) => `edit-row-${spot}`;
const methodMarks: Readonly<Record<Method, string>> = {
  graded: '等级',
  checklist: '是否',
  points: '分值',
  prerequisite: '前置',
  indicator: '指标',
};
const levels = { head: 1, targets: 1, chapter: 1, section: 2, clause: 3 } as const;

export interface RowActions {
  readonly press: (row: TreeRow, event: MouseEvent) => void;
  readonly click: (row: TreeRow, event: MouseEvent) => void;
  readonly enter: () => void;
  readonly fold: (spot: Spot, folded: boolean) => void;
  readonly dragStart: (row: TreeRow, event: DragEvent) => void;
  readonly dragOver: (row: TreeRow, event: DragEvent) => void;
  readonly dragEnd: () => void;
  readonly drop: (event: DragEvent) => void;
}

interface TreeRowViewProps {
  readonly row: TreeRow;
  readonly offset: number;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  /** Faults of it, or of what is folded under it. */
  readonly faults: number;
  /** Errors of the import that nobody has dealt with yet, likewise. */
  readonly remarks: number;
  readonly mark: DropPlace['mark'] | undefined;
  readonly isDraggable: boolean;
  readonly actions: RowActions;
}

/** One line of the outline. */
export function TreeRowView(props: TreeRowViewProps) {
  const { row, offset, isSelected, isCurrent, faults, remarks, mark, isDraggable, actions } = props;
  const { spot, kind, code, title, method, core, optional, score, folded } = row;
  return (
    <div
      id={rowId(spot)}
      role="treeitem"
      aria-level={levels[kind]}
      aria-selected={isSelected}
      aria-expanded={folded === undefined ? undefined : !folded}
      className={`edit-tree-row edit-tree-${kind}${isCurrent ? ' edit-tree-current' : ''}${mark ? ` edit-drop-${mark}` : ''}`}
      style={{ transform: `translateY(${offset}px)` }}
      data-code={code}
      draggable={isDraggable && typeof spot === 'number'}
      onMouseDown={(event) => actions.press(row, event)}
      onClick={(event) => actions.click(row, event)}
      onDoubleClick={actions.enter}
      onDragStart={(event) => actions.dragStart(row, event)}
      onDragOver={(event) => actions.dragOver(row, event)}
      onDragEnd={actions.dragEnd}
      onDrop={actions.drop}
    >
      <span
        className={`edit-fold${folded === false ? ' edit-unfolded' : ''}`}
        aria-hidden="true"
        onMouseDown={(event) => {
          if (folded === undefined) return;
          event.stopPropagation();
          actions.fold(spot, !folded);
        }}
      >
        {folded !== undefined && <Icon name="chevron" size={12} />}
      </span>
      {code !== '' && <span className="code">{code}</span>}
      <span className="ellipsis edit-tree-title" title={title}>
        {title || <em>（没有标题）</em>}
      </span>
      <Mark count={faults} words="处要改正" className="edit-tree-fault" />
      <Mark count={remarks} words="处导入错误没有处理" className="edit-tree-fault edit-tree-remark" />
      {core && (
        <span className="star" role="img" aria-label="核心条款" title="核心条款">
          ★
        </span>
      )}
      {optional && (
        <span className="edit-tree-optional" title="可不适用">
          可缺
        </span>
      )}
      {method && (
        <span className="edit-tree-method" title={methodLabels[method]}>
          {methodMarks[method]}
        </span>
      )}
      {score !== '' && <span className="edit-tree-score">{score}</span>}
    </div>
  );
}

const Mark = ({ count, words, className }: { count: number; words: string; className: string }) =>
  count > 0 && (
    <span className={className} role="img" aria-label={`${count} ${words}`} title={`${count} ${words}`}>
      !
    </span>
  );
