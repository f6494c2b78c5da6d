import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ResultBar } from '../../ui/ResultBar.tsx';
import { outlineOf } from './outline.ts';
import { sectionTitleBeside, titleBeside } from './short-title.ts';

/** Chapters and sections with how far they have come. A click goes there in the list. */
export function OutlineTree() {
  const { round, checklist } = useServices();
  const open = useStore(round, (state) => state.open);
  const states = useStore(round, (state) => state.states);
  const selected = useStore(checklist, (state) => state.selected);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const tree = useRef<HTMLDivElement>(null);
  const outline = useMemo(() => (open ? outlineOf(open.standard, states) : []), [open, states]);
  const here = selected && open?.clauseById.get(selected);

  useEffect(() => {
    tree.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [here?.section]);
  const fold = (chapter: string, folded: boolean) =>
    setCollapsed((before) => {
      const next = new Set(before);
      if (folded) next.add(chapter);
      else next.delete(chapter);
      return next;
    });
  const press = (event: KeyboardEvent<HTMLElement>, code: string, isChapter: boolean) => {
    const items = [...(tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])];
    const at = items.indexOf(event.currentTarget);
    if (event.key === 'ArrowDown') items[at + 1]?.focus();
    else if (event.key === 'ArrowUp') items[at - 1]?.focus();
    else if (event.key === 'ArrowLeft' && isChapter) fold(code, true);
    else if (event.key === 'ArrowRight' && isChapter) fold(code, false);
    else if (event.key === 'Enter' || event.key === ' ') checklist.getState().jumpTo(code);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const item = (code: string, title: string, isChapter: boolean) => ({
    role: 'treeitem',
    tabIndex: (here ? here.section === code : isChapter && code === outline[0]?.chapter.code) ? 0 : -1,
    'aria-level': isChapter ? 1 : 2,
    'aria-selected': !isChapter && here?.section === code,
    title: `${code} ${title}`,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => press(event, code, isChapter),
    onClick: () => checklist.getState().jumpTo(code),
  });
  return (
    <nav className="outline" aria-label="章节">
      <div role="tree" aria-label="章节" ref={tree}>
        {outline.map(({ chapter, progress, results, scorePercent, sections }) => {
          const folded = collapsed.has(chapter.code);
          return (
            <div key={chapter.code} role="none">
              <div className="outline-chapter" aria-expanded={!folded} {...item(chapter.code, chapter.title, true)}>
                <span
                  className={`outline-fold${folded ? '' : ' outline-open'}`}
                  aria-hidden="true"
                  onClick={(event) => {
                    event.stopPropagation();
                    fold(chapter.code, !folded);
                  }}
                >
                  <Icon name="chevron" size={12} />
                </span>
                <span className="ellipsis">
                  {chapter.code} {titleBeside(chapter.code, chapter.title)}
                </span>
                <small>
                  {scorePercent !== undefined && progress.scored > 0 && <b title="得分率">{scorePercent}%</b>}
                  {progress.scored}/{progress.total}
                </small>
                <ResultBar counts={results} total={progress.total} />
              </div>
              {!folded &&
                sections.map((section) => (
                  <div key={section.code} className="outline-section" {...item(section.code, section.title, false)}>
                    <span className="ellipsis">
                      {section.code} {sectionTitleBeside(section.code, section.title)}
                    </span>
                    <small>
                      {section.progress.scored}/{section.progress.total}
                    </small>
                  </div>
                ))}
            </div>
          );
        })}
      </div>
    </nav>
  );
}
