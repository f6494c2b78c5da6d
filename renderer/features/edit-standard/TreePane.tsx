import { useState } from 'react';
import { isZero } from '../../../shared/domain/number/rational.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { runningTotal, totalWords } from './edit/totals.ts';
import { indexOf, type Key } from './edit/work-pack.ts';
import { useEdit, useEditing, useWork } from './edit-context.ts';
import { RenumberDialog } from './RenumberDialog.tsx';
import { Tree } from './Tree.tsx';

/** The outline with what can be done to it, and under it what has been given out of the total. */
export function TreePane() {
  const { commands, isReadOnly } = useEditing();
  const work = useWork();
  const selected = useEdit((state) => state.selected);
  const [filter, setFilter] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<Key>>(new Set());
  const [isRenumbering, setRenumbering] = useState(false);
  const { clauses, chapters } = indexOf(work);
  const total = runningTotal(work);
  const hasSelection = selected.size > 0;
  const isFolded = folded.size > 0;
  return (
    <aside className="edit-side" aria-label="结构">
      <div className="edit-find">
        <input
          className="edit-input"
          type="search"
          aria-label="筛选编号、标题、要点"
          placeholder="筛选编号、标题、要点"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || !['Escape', 'Enter', 'ArrowDown'].includes(event.key)) return;
            if (event.key === 'Escape') setFilter('');
            document.querySelector<HTMLElement>('.edit-tree')?.focus();
            event.preventDefault();
          }}
        />
        <span className="edit-count">{clauses.size} 条</span>
        <Button tone="quiet" onClick={() => setFolded(isFolded ? new Set() : new Set(chapters.keys()))}>
          {isFolded ? '全部展开' : '全部收起'}
        </Button>
      </div>
      {!isReadOnly && (
        <div className="edit-tools" role="toolbar" aria-label="编辑结构">
          <Button tone="quiet" title="在后面添加条款（Ctrl+Enter）" onClick={() => commands.addClause()}>
            <Icon name="add" size={12} /> 条款
          </Button>
          <Button tone="quiet" title="在后面添加节" onClick={() => commands.addSection()}>
            <Icon name="add" size={12} /> 节
          </Button>
          <Button tone="quiet" title="在后面添加章" onClick={() => commands.addChapter()}>
            <Icon name="add" size={12} /> 章
          </Button>
          <i aria-hidden="true" />
          <Button tone="quiet" disabled={!hasSelection} title="上移（Alt+↑）" onClick={() => commands.step(-1)}>
            上移
          </Button>
          <Button tone="quiet" disabled={!hasSelection} title="下移（Alt+↓）" onClick={() => commands.step(1)}>
            下移
          </Button>
          <Button tone="quiet" disabled={!hasSelection} title="复制一份（Ctrl+D）" onClick={() => commands.duplicate()}>
            复制
          </Button>
          <Button tone="quiet" disabled={!hasSelection} title="删除（Delete）" onClick={() => commands.remove()}>
            删除
          </Button>
          <i aria-hidden="true" />
          <Button tone="quiet" onClick={() => setRenumbering(true)}>
            重排编号…
          </Button>
        </div>
      )}
      <Tree filter={filter} onClearFilter={() => setFilter('')} folded={folded} onFold={setFolded} />
      {total && (
        <p
          className={`edit-total${total.left && isZero(total.left) ? '' : ' edit-total-off'}`}
          role="status"
          data-testid="running-total"
        >
          {totalWords(total)}
        </p>
      )}
      {isRenumbering && <RenumberDialog onClose={() => setRenumbering(false)} />}
    </aside>
  );
}
