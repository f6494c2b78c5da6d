import type { MouseEvent } from 'react';
import type { DraftProblem } from '../../../shared/contract/standard-draft.ts';
import type { Method } from '../../../shared/domain/standard/standard.ts';
import { Icon } from '../../ui/Icon.tsx';
import { titleBeside } from '../checklist/short-title.ts';
import type { TreeRow } from './tree-rows.ts';

export const treeId = (key: string): string => `tree-${key}`;

const methodWords: Readonly<Record<Method, string>> = {
  graded: '等级',
  checklist: '是否',
  points: '分值',
  prerequisite: '前置',
  indicator: '指标',
};
const levels = { chapter: 1, section: 2, clause: 3, point: 4, fact: 4 } as const;

interface TreeRowViewProps {
  readonly row: TreeRow;
  /** Against the usual: a clause unfolded, a chapter or section folded. */
  readonly isTurned: boolean;
  readonly isChosen: boolean;
  readonly severity: DraftProblem['severity'] | undefined;
  readonly onChoose: () => void;
  readonly onTurn: () => void;
}

export function TreeRowView({ row, isTurned, isChosen, severity, onChoose, onTurn }: TreeRowViewProps) {
  const { kind } = row;
  const isOpen = kind === 'clause' ? isTurned : !isTurned;
  const canTurn = kind === 'chapter' || kind === 'section' || kind === 'clause';
  return (
    <div
      id={treeId(row.key)}
      role="treeitem"
      aria-level={levels[kind]}
      aria-selected={isChosen}
      aria-expanded={canTurn ? isOpen : undefined}
      className={`tree-row tree-${kind}`}
      data-code={kind === 'clause' ? row.clause.code : undefined}
      onMouseDown={onChoose}
      onDoubleClick={canTurn ? onTurn : undefined}
    >
      {canTurn && <Fold isOpen={isOpen} onTurn={onTurn} />}
      <Contents row={row} severity={severity} />
    </div>
  );
}

/** The keyboard folds with the arrows; this is for the mouse. */
const Fold = ({ isOpen, onTurn }: { isOpen: boolean; onTurn: () => void }) => (
  <span
    className={`tree-fold${isOpen ? ' tree-open' : ''}`}
    aria-hidden="true"
    onMouseDown={(event: MouseEvent) => event.stopPropagation()}
    onClick={onTurn}
    onDoubleClick={(event: MouseEvent) => event.stopPropagation()}
  >
    <Icon name="chevron" size={12} />
  </span>
);

function Contents({ row, severity }: Pick<TreeRowViewProps, 'row' | 'severity'>) {
  switch (row.kind) {
    case 'chapter':
      return (
        <>
          <b className="ellipsis" title={row.chapter.title}>
            {row.chapter.code} {titleBeside(row.chapter.code, row.chapter.title)}
          </b>
          <small>{row.clauses} 条</small>
        </>
      );
    case 'section':
      return (
        <>
          <span className="ellipsis" title={row.section.title}>
            {row.section.code} {titleBeside(row.section.code, row.section.title)}
          </span>
          <small>{row.section.clauses.length}</small>
        </>
      );
    case 'clause': {
      const { code, title, core, optional, points } = row.clause;
      return (
        <>
          <span className="code">{code}</span>
          <span className="ellipsis" title={title}>
            {title}
          </span>
          {severity && (
            <span
              className={`tree-problem tree-problem-${severity}`}
              title={severity === 'error' ? '有错误' : '有提醒'}
            >
              {severity === 'error' ? '错' : '疑'}
            </span>
          )}
          {core && <span className="star">★</span>}
          {optional && <span className="tree-optional">可选</span>}
          <small className="tree-method">{methodWords[row.method]}</small>
          <small className="tree-amount">
            {points !== undefined ? `${points} 分` : row.method === 'indicator' ? '' : `${row.points} 点`}
          </small>
        </>
      );
    }
    case 'point':
      return (
        <>
          <span className={`tree-tier tree-tier-${row.tier}`}>{row.tier === 'yes' ? '·' : row.tier}</span>
          <span className="tree-text">{row.text}</span>
        </>
      );
    case 'fact':
      return (
        <>
          <span className="tree-label">{row.label}</span>
          <span className="tree-text">{row.text}</span>
        </>
      );
  }
}
