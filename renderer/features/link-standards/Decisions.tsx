import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { LinkState, LinkSuggestion } from '../../../shared/contract/clause-link.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { isTyping } from '../checklist/typing.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { rowAfter } from '../../ui/list-keys.ts';
import { panelId, tabId } from '../../ui/Tabs.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { LinkBar } from './LinkBar.tsx';
import { LinkDetail } from './LinkDetail.tsx';
import { linkCommand, type Focus, type LinkCommand } from './link-keys.ts';
import { above, countOf, keyOf, rowsOf } from './link-rows.ts';
import { LinkTable } from './LinkTable.tsx';
import { useDecisions } from './use-decisions.ts';
import type { JoinLink } from './use-links.ts';

const ManualLink = lazy(() => import('./ManualLink.tsx'));

interface DecisionsProps {
  readonly packIds: readonly [string, string];
  readonly links: readonly LinkSuggestion[];
  readonly titles: readonly [string, string];
  readonly decide: (pairs: readonly LinkSuggestion[], state: LinkState) => void;
  readonly join: JoinLink;
  /** How many pairs are confirmed now. */
  readonly onConfirmed: (count: number) => void;
}

const nothing: Readonly<Record<LinkState, string>> = {
  suggested: '没有待确认的了。要求相同而没有列出的，可以手工关联。',
  confirmed: '还没有确认的关联。在“待确认”里按 Enter 确认，或者手工关联。',
  dismissed: '没有排除过的。',
};
const nothingAlike = '这两个标准里没有找到要求相近的条款。可以手工关联，或者在左侧换一个标准。';

/** The pairs with what is decided on them, and all that can be done with them. */
export function Decisions({ packIds, links, titles, decide, join, onConfirmed }: DecisionsProps) {
  const isReadOnly = useReadOnly();
  const { said, canUndo, take, note, undo, redo } = useDecisions(decide);
  const [tab, setTab] = useState<LinkState>(() =>
    countOf(links, 'confirmed') > 0 && countOf(links, 'suggested') === 0 ? 'confirmed' : 'suggested',
  );
  const [words, setWords] = useState('');
  const [threshold, setThreshold] = useState(70);
  const [wanted, setWanted] = useState(0);
  /** A pair that was just linked by hand, wherever it stands. */
  const [joined, setJoined] = useState<string>();
  const [isJoining, setJoining] = useState(false);
  const table = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const rows = rowsOf(links, tab, words);
  const found = joined === undefined ? -1 : rows.findIndex((row) => keyOf(row) === joined);
  const cursor = Math.max(0, found >= 0 ? found : Math.min(wanted, rows.length - 1));
  const goTo = (row: number) => {
    setJoined(undefined);
    setWanted(row);
  };
  const current = rows[cursor];
  const confirmed = countOf(links, 'confirmed');
  const tell = useEffectEvent(onConfirmed);
  useEffect(() => tell(confirmed), [confirmed]);
  const focusTable = () => table.current?.focus({ preventScroll: true });
  useEffect(focusTable, []);

  const decideOn = (link: LinkSuggestion | undefined, state: LinkState) => {
    if (isReadOnly || !link || link.state === state) return;
    goTo(cursor); // the row leaves this tab; the next one moves up under the cursor
    take({ pairs: [link], from: link.state, to: state });
  };
  const matching = above(rows, threshold);
  const confirmAll = () => {
    if (isReadOnly || tab !== 'suggested' || matching.length === 0) return;
    take({ pairs: matching, from: 'suggested', to: 'confirmed' });
    goTo(0);
  };
  const showJoined = (link: LinkSuggestion, from: LinkState) => {
    note({ pairs: [link], from, to: 'confirmed' });
    setJoining(false);
    setTab('confirmed');
    setWords('');
    setJoined(keyOf(link));
  };
  const obey = (command: LinkCommand) => {
    switch (command.do) {
      case 'step':
      case 'first':
      case 'last':
        return goTo(rowAfter(command, cursor, rows.length));
      case 'confirm':
        return decideOn(current, 'confirmed');
      case 'dismiss':
        return decideOn(current, 'dismissed');
      case 'forget':
        return decideOn(current, 'suggested');
      case 'confirm-all':
        return confirmAll();
      case 'undo':
        return isReadOnly ? undefined : undo();
      case 'redo':
        return isReadOnly ? undefined : redo();
      case 'filter':
        field.current?.focus();
        return field.current?.select();
    }
  };
  usePageKeys((event) => {
    const command = linkCommand(event, focusOf(event.target));
    if (!command) return;
    event.preventDefault();
    obey(command);
  });
  return (
    <div className="link-work">
      <LinkBar
        links={links}
        tab={tab}
        onTab={(next) => {
          setTab(next);
          goTo(0);
          focusTable();
        }}
        words={words}
        onWords={(next) => {
          setWords(next);
          goTo(0);
        }}
        field={field}
        onDown={focusTable}
        threshold={threshold}
        onThreshold={setThreshold}
        matching={matching.length}
        onConfirmAll={confirmAll}
        onJoin={() => setJoining(true)}
        isReadOnly={isReadOnly}
      />
      <div
        id={panelId('link')}
        role="tabpanel"
        aria-labelledby={tabId('link', tab)}
        className={current ? 'link-panel' : 'link-panel link-panel-empty'}
      >
        <LinkTable table={table} titles={titles} rows={rows} cursor={cursor} onCursor={goTo} />
        {current ? (
          <LinkDetail
            key={keyOf(current)}
            link={current}
            isReadOnly={isReadOnly}
            onDecide={(state) => decideOn(current, state)}
          />
        ) : (
          <EmptyState text={words.trim() === '' ? emptyWords(links, tab) : `没有编号或标题含“${words.trim()}”的条款。`}>
            {!isReadOnly && words.trim() === '' && tab !== 'dismissed' && (
              <Button onClick={() => setJoining(true)}>手工关联…</Button>
            )}
          </EmptyState>
        )}
      </div>
      <footer className="link-status">
        <span className="ellipsis" role="status">
          {said}
        </span>
        {canUndo && !isReadOnly && (
          <Button
            tone="link"
            onClick={() => {
              undo();
              focusTable();
            }}
          >
            撤销
          </Button>
        )}
        {!isReadOnly && <span>Enter 或 Y 确认　N 排除　Ctrl+Z 撤销　Ctrl+Y 重做</span>}
      </footer>
      <Suspense>
        {isJoining && (
          <ManualLink
            packIds={packIds}
            titles={titles}
            links={links}
            first={current?.clause.code}
            join={join}
            onJoined={showJoined}
            onClose={() => setJoining(false)}
          />
        )}
      </Suspense>
    </div>
  );
}

const emptyWords = (links: readonly LinkSuggestion[], tab: LinkState): string =>
  links.length === 0 && tab === 'suggested' ? nothingAlike : nothing[tab];

function focusOf(target: EventTarget | null): Focus {
  // A list of choices takes letters too.
  if (target instanceof HTMLSelectElement || isTyping(target)) return 'field';
  return target instanceof HTMLButtonElement ? 'control' : 'table';
}
