import type { RefObject } from 'react';
import type { LinkState, LinkSuggestion } from '../../../shared/contract/clause-link.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { countOf, tabs, thresholds } from './link-rows.ts';

interface LinkBarProps {
  readonly links: readonly LinkSuggestion[];
  readonly tab: LinkState;
  readonly onTab: (tab: LinkState) => void;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly field: RefObject<HTMLInputElement | null>;
  /** From the field into the table. */
  readonly onDown: () => void;
  readonly threshold: number;
  readonly onThreshold: (percent: number) => void;
  /** How many “confirm all” would confirm. */
  readonly matching: number;
  readonly onConfirmAll: () => void;
  /** To a pair that was not suggested. */
  readonly onJoin: () => void;
  readonly isReadOnly: boolean;
}

/** What of the pairs is shown, and what can be done with many of them at once. */
export function LinkBar(props: LinkBarProps) {
  const { links, tab, onTab, words, onWords, field, onDown, threshold, onThreshold, matching } = props;
  return (
    <div className="link-bar">
      <Tabs
        label="关联"
        name="link"
        tabs={tabs.map(({ value, text }) => ({ value, text, count: countOf(links, value) }))}
        chosen={tab}
        onChoose={onTab}
      />
      <div className="link-find">
        <input
          ref={field}
          className="link-field"
          aria-label="筛选条款"
          placeholder="编号或标题"
          value={words}
          maxLength={100}
          spellCheck={false}
          onChange={({ target }) => onWords(target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || !['Enter', 'ArrowDown'].includes(event.key)) return;
            event.preventDefault();
            onDown();
          }}
        />
        {words === '' && <Kbd>Ctrl F</Kbd>}
      </div>
      {!props.isReadOnly && <Button onClick={props.onJoin}>手工关联…</Button>}
      {tab === 'suggested' && !props.isReadOnly && (
        <div className="link-all">
          <label>
            相似度
            <select
              className="select"
              value={threshold}
              aria-label="一并确认的相似度下限"
              onChange={({ target }) => onThreshold(Number(target.value))}
            >
              {thresholds.map((percent) => (
                <option key={percent} value={percent}>
                  ≥ {percent}%
                </option>
              ))}
            </select>
          </label>
          <Button disabled={matching === 0} onClick={props.onConfirmAll}>
            全部确认 {matching} 条 <Kbd>Shift A</Kbd>
          </Button>
        </div>
      )}
    </div>
  );
}
