import { useRef, useState, type RefObject } from 'react';
import { institutionTypes, type InstitutionType } from '../../../shared/domain/institution.ts';
import { methods } from '../../../shared/domain/standard/standard.ts';
import { methodLabels } from '../../../shared/text/labels.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import type { LibraryFilter } from './library-rows.ts';

interface LibraryBarProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly words: string;
  readonly onWords: (words: string) => void;
  /** From the field into what it found. */
  readonly onDown: () => void;
  readonly filter: LibraryFilter;
  readonly onFilter: (filter: LibraryFilter) => void;
  /** The workspace's institution type. */
  readonly own: InstitutionType | undefined;
  readonly counts: { readonly shown: number; readonly all: number };
  readonly mode: 'table' | 'results' | 'reading';
  readonly onBack: (() => void) | undefined;
  /** Undefined where nothing can be added. */
  readonly onImport: (() => void) | undefined;
  readonly onNew: (() => void) | undefined;
}

/** Search, and what the table is narrowed to. */
export function LibraryBar(props: LibraryBarProps) {
  const { filter, onFilter, own, counts, mode, onBack, onImport, onNew } = props;
  return (
    <header className="library-bar">
      {onBack && (
        <Button onClick={onBack} title="Esc">
          {mode === 'reading' ? '返回列表' : '返回'}
        </Button>
      )}
      <h1>标准库</h1>
      <SearchField {...props} />
      {mode === 'table' && (
        <>
          <label className="library-type">
            机构类型
            <select
              className="select"
              value={filter.institution ?? ''}
              onChange={({ target }) =>
                onFilter({ ...filter, institution: institutionTypes.find((type) => type === target.value) })
              }
            >
              <option value="">全部</option>
              {institutionTypes.map((type) => (
                <option key={type} value={type}>
                  {type}
                </option>
              ))}
            </select>
          </label>
          {own && (
            <Button
              tone="link"
              onClick={() => onFilter({ ...filter, institution: filter.institution === undefined ? own : undefined })}
            >
              {filter.institution === undefined ? `只看${own}` : '显示全部'}
            </Button>
          )}
          <div className="filter-tabs library-methods" role="group" aria-label="评分方式">
            {[undefined, ...methods].map((method) => (
              <button
                key={method ?? ''}
                type="button"
                className="filter-tab"
                aria-pressed={filter.method === method}
                onClick={() => onFilter({ ...filter, method })}
              >
                {method ? methodLabels[method] : '全部'}
              </button>
            ))}
          </div>
          <div className="library-actions">
            <span className="library-count" role="status">
              {counts.all > 0 &&
                (counts.shown < counts.all ? `${counts.shown} / ${counts.all} 个标准` : `${counts.all} 个标准`)}
            </span>
            {onNew && <Button onClick={onNew}>新建</Button>}
            {onImport && <Button onClick={onImport}>导入标准…</Button>}
          </div>
        </>
      )}
    </header>
  );
}

/** What an input method is still composing is not looked for. */
function SearchField({ input, words, onWords, onDown }: LibraryBarProps) {
  const [composing, setComposing] = useState<string>();
  const isComposing = useRef(false);
  return (
    <div className="search-box library-search">
      <input
        ref={input}
        type="search"
        aria-label="搜索标准和条款"
        placeholder="搜索全部标准的标题、要点（支持拼音首字母）"
        value={composing ?? words}
        maxLength={200}
        spellCheck={false}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={({ currentTarget }) => {
          isComposing.current = false;
          setComposing(undefined);
          onWords(currentTarget.value);
        }}
        onChange={({ target }) => {
          if (isComposing.current) setComposing(target.value);
          else onWords(target.value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || !['Enter', 'ArrowDown'].includes(event.key)) return;
          event.preventDefault();
          onDown();
        }}
      />
      {words === '' && composing === undefined && <Kbd>Ctrl F</Kbd>}
    </div>
  );
}
