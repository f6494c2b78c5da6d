import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { StandardHits } from '../../../shared/contract/standard.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { InlineError } from '../../ui/InlineError.tsx';
import { FailedFace, PageFace } from '../../ui/PageFace.tsx';
import { isForInputMethod } from '../../ui/key-press.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { LibraryBar } from './LibraryBar.tsx';
import { libraryPlaces, rowOf, type LibraryPlace } from './library-place.ts';
import { filterStandards, groupByProgramme, resultRows, type LibraryFilter } from './library-rows.ts';
import { ReadingPage } from './ReadingPage.tsx';
import { ResultList } from './ResultList.tsx';
import { StandardTable } from './StandardTable.tsx';
import { useBeside } from './use-beside.ts';
import { useLibrary } from './use-library.ts';
import { WorksLine } from './WorksLine.tsx';
import './library.css';

interface Reading {
  readonly packId: string;
  readonly code: string | undefined;
}

/** 标准库: all standards, a search over all of their clauses, and each of them to be read and printed. */
export default function LibraryPage({ onLeave }: { onLeave?: (() => void) | undefined }) {
  const { app } = useServices();
  const workspace = useStore(app, (state) => state.workspace);
  const { standards, progress, error, load, version } = useLibrary();
  const beside = useBeside(version);
  const canChange = workspace !== undefined && workspace.readOnlyBecause === undefined;
  const [place, setPlace] = useState(() => libraryPlaces.get(workspace?.id, workspace?.type));
  const { filter } = place;
  const [words, setWords] = useState('');
  const [reading, setReading] = useState<Reading>();
  const search = useSearch(words);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [resultCursor, setResultCursor] = useState(0);

  const goTo = (change: Partial<LibraryPlace>) => {
    const next = { ...place, ...change };
    setPlace(next);
    libraryPlaces.keep(workspace?.id, next);
  };
  const setFilter = (next: LibraryFilter) => goTo({ filter: next, packId: undefined, scrollTop: 0 });
  const open = (packId: string, code?: string) => setReading({ packId, code });
  const close = () => setReading(undefined);
  const look = (text: string) => {
    setWords(text);
    setResultCursor(0);
    close();
  };
  usePageKeys((event) => {
    if (isForInputMethod(event)) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
      input.current?.focus();
      input.current?.select();
    } else if (event.key === 'Escape') {
      if (reading) close();
      else if (words !== '') look('');
      else if (document.activeElement === input.current) list.current?.focus();
      else if (onLeave) onLeave();
      else return;
    } else return;
    event.preventDefault();
  });
  const isLooking = words.trim() !== '';
  const isReading = reading !== undefined;
  useEffect(() => {
    // Back from reading the keyboard is where it was; while something is typed it stays in the field.
    if (!isReading && document.activeElement !== input.current) list.current?.focus({ preventScroll: true });
  }, [isReading, isLooking, standards]);

  const shown = standards && groupByProgramme(filterStandards(standards, filter));
  const results = standards && search.found && resultRows(standards, search.found);
  const summary = standards?.find(({ id }) => id === reading?.packId);
  return (
    <section className="page library" aria-label="标准库">
      <LibraryBar
        input={input}
        words={words}
        onWords={look}
        onDown={() => list.current?.focus()}
        filter={filter}
        onFilter={setFilter}
        own={workspace?.type}
        counts={{ shown: shown?.length ?? 0, all: standards?.length ?? 0 }}
        mode={isReading ? 'reading' : isLooking ? 'results' : 'table'}
        onBack={isReading ? close : onLeave}
        onImport={canChange ? () => app.getState().show({ kind: 'import-standard' }) : undefined}
        onNew={
          canChange
            ? () => app.getState().show({ kind: 'edit-standard', from: { kind: 'new', title: '新建标准' } })
            : undefined
        }
      />
      {error && <FailedFace error={error} onRetry={load} />}
      {!standards && !error && (
        <PageFace role="status">{progress ? <ProgressLine {...progress} /> : <p>正在打开标准库</p>}</PageFace>
      )}
      {standards && reading && summary && (
        <ReadingPage
          key={`${reading.packId} ${reading.code}`}
          summary={summary}
          wording={beside.worded.find(({ packId }) => packId === summary.id)}
          onChange={() => {
            close();
            load();
          }}
          code={reading.code}
          words={reading.code === undefined ? '' : words.trim()}
        />
      )}
      {standards && shown && !reading && !isLooking && (
        <div className="library-lists">
          <WorksLine works={beside.works} />
          <StandardTable
            list={list}
            rows={shown}
            cursor={rowOf(shown, place.packId)}
            onCursor={(row) => {
              const packId = shown[row]?.standard.id;
              if (packId !== place.packId) goTo({ packId });
            }}
            scrollTop={place.scrollTop}
            onScrolled={(scrollTop) => goTo({ scrollTop })}
            onOpen={open}
            onShowAll={() => setFilter({ institution: undefined, method: undefined })}
            worded={beside.worded}
            onChange={load}
          />
        </div>
      )}
      {results && search.found && !reading && isLooking && (
        <ResultList
          list={list}
          rows={results}
          found={search.found}
          words={words.trim()}
          cursor={resultCursor}
          onCursor={setResultCursor}
          onOpen={open}
          onClear={() => look('')}
        />
      )}
      {search.error && isLooking && !reading && (
        <PageFace>
          <InlineError {...search.error} />
        </PageFace>
      )}
      {standards?.length === 0 && <EmptyState text="没有可用的标准，请重新安装达标。" />}
    </section>
  );
}

interface Search {
  readonly found: StandardHits | undefined;
  readonly error: ErrorDto | undefined;
}

/** What the words find; an answer that was overtaken by the next letter is dropped. */
function useSearch(words: string): Search {
  const { api } = useServices();
  const [search, setSearch] = useState<Search>({ found: undefined, error: undefined });
  useEffect(() => {
    if (words.trim() === '') return;
    let isWanted = true;
    api['standard.search']({ text: words }).then(
      (found) => isWanted && setSearch({ found, error: undefined }),
      (cause: unknown) => isWanted && setSearch({ found: undefined, error: errorDtoOf(cause) }),
    );
    return () => {
      isWanted = false;
    };
  }, [api, words]);
  return search;
}
