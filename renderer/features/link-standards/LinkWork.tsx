import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { LinkState, LinkSuggestion } from '../../../shared/contract/clause-link.ts';
import { useServices } from '../../app/services.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { isTyping } from '../checklist/typing.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { InlineError } from '../../ui/InlineError.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { LinkBar } from './LinkBar.tsx';
import { LinkDetail } from './LinkDetail.tsx';
import { linkCommand, type Focus } from './link-keys.ts';
import { above, countOf, keyOf, rowsOf } from './link-rows.ts';
import { LinkTable } from './LinkTable.tsx';
import { useLinks } from './use-links.ts';

interface LinkWorkProps {
  readonly packId: string;
  readonly otherPackId: string;
  readonly titles: readonly [string, string];
  /** How many pairs are confirmed now. */
  readonly onConfirmed: (count: number) => void;
}

const nothing: Readonly<Record<LinkState, string>> = {
  suggested: '没有待确认的了。',
  confirmed: '还没有确认的关联。在“待确认”里按 Enter 确认。',
  dismissed: '没有排除过的。',
};

/** The pairs of two standards, to be decided on one by one or many at once. */
export function LinkWork({ packId, otherPackId, titles, onConfirmed }: LinkWorkProps) {
  const { state, reload, cancel, decide } = useLinks(packId, otherPackId);
  if (!state || state.kind === 'working') {
    return (
      <div className="link-face link-working" role="status">
        {state?.progress && (
          <ProgressLine {...state.progress}>
            <Button tone="link" onClick={cancel}>
              取消
            </Button>
          </ProgressLine>
        )}
      </div>
    );
  }
  if (state.kind === 'failed') {
    return (
      <div className="link-face">
        <InlineError {...state.error} />
        <Button onClick={reload}>重试</Button>
      </div>
    );
  }
  if (state.kind === 'cancelled') {
    return (
      <EmptyState text="比较已取消。">
        <Button onClick={reload}>重新比较</Button>
      </EmptyState>
    );
  }
  if (state.links.length === 0) {
    return <EmptyState text="这两个标准里没有找到要求相近的条款，可以在左侧换一个标准。" />;
  }
  return <Decisions links={state.links} titles={titles} decide={decide} onConfirmed={onConfirmed} />;
}

interface DecisionsProps {
  readonly links: readonly LinkSuggestion[];
  readonly titles: readonly [string, string];
  readonly decide: (pairs: readonly LinkSuggestion[], state: LinkState) => void;
  readonly onConfirmed: (count: number) => void;
}

function Decisions({ links, titles, decide, onConfirmed }: DecisionsProps) {
  const { app } = useServices();
  const isReadOnly = useReadOnly();
  const [tab, setTab] = useState<LinkState>(() => (countOf(links, 'suggested') > 0 ? 'suggested' : 'confirmed'));
  const [words, setWords] = useState('');
  const [threshold, setThreshold] = useState(70);
  const [wanted, setWanted] = useState(0);
  const table = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const rows = rowsOf(links, tab, words);
  const cursor = Math.max(0, Math.min(wanted, rows.length - 1));
  const current = rows[cursor];
  const confirmed = countOf(links, 'confirmed');
  const tell = useEffectEvent(onConfirmed);
  useEffect(() => tell(confirmed), [confirmed]);
  const focusTable = () => table.current?.focus({ preventScroll: true });
  useEffect(focusTable, []);

  const decideOn = (link: LinkSuggestion | undefined, state: LinkState) => {
    if (isReadOnly || !link || link.state === state) return;
    setWanted(cursor); // the row leaves this tab; the next one moves up under the cursor
    decide([link], state);
  };
  const matching = above(rows, threshold);
  const confirmAll = () => {
    if (isReadOnly || tab !== 'suggested' || matching.length === 0) return;
    decide(matching, 'confirmed');
    setWanted(0);
    app.getState().notify(`已确认 ${matching.length} 条相似度不低于 ${threshold}% 的关联`, {
      action: { label: '撤销', run: () => decide(matching, 'suggested') },
    });
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('[role=dialog], [role=menu]')) return;
    const command = linkCommand(event, focusOf(event.target));
    if (!command) return;
    event.preventDefault();
    switch (command.do) {
      case 'move':
        return setWanted(Math.max(0, Math.min(cursor + command.by, rows.length - 1)));
      case 'first':
        return setWanted(0);
      case 'last':
        return setWanted(rows.length - 1);
      case 'confirm':
        return decideOn(current, 'confirmed');
      case 'dismiss':
        return decideOn(current, 'dismissed');
      case 'forget':
        return decideOn(current, 'suggested');
      case 'confirm-all':
        return confirmAll();
      case 'filter':
        field.current?.focus();
        return field.current?.select();
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <div className="link-work">
      <LinkBar
        links={links}
        tab={tab}
        onTab={(next) => {
          setTab(next);
          setWanted(0);
          focusTable();
        }}
        words={words}
        onWords={(next) => {
          setWords(next);
          setWanted(0);
        }}
        field={field}
        onDown={focusTable}
        threshold={threshold}
        onThreshold={setThreshold}
        matching={matching.length}
        onConfirmAll={confirmAll}
        isReadOnly={isReadOnly}
      />
      <div
        id="link-panel"
        role="tabpanel"
        aria-labelledby={`link-tab-${tab}`}
        className={current ? 'link-panel' : 'link-panel link-panel-empty'}
      >
        <LinkTable table={table} titles={titles} rows={rows} cursor={cursor} onCursor={setWanted} />
        {current ? (
          <LinkDetail
            key={keyOf(current)}
            link={current}
            isReadOnly={isReadOnly}
            onDecide={(state) => decideOn(current, state)}
          />
        ) : (
          <EmptyState text={words.trim() === '' ? nothing[tab] : `没有编号或标题含“${words.trim()}”的条款。`} />
        )}
      </div>
    </div>
  );
}

function focusOf(target: EventTarget | null): Focus {
  // A list of choices takes letters too.
  if (target instanceof HTMLSelectElement || isTyping(target)) return 'field';
  return target instanceof HTMLButtonElement ? 'control' : 'table';
}
