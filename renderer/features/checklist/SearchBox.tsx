import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { focusOn, focusTarget } from './focus-targets.ts';

/** Searches the round and filters the list. Enter and the arrow keys go on to the list, Esc leaves. */
export function SearchBox() {
  const { checklist, app } = useServices();
  const text = useStore(checklist, (state) => state.searchText);
  // There the keys search all standards.
  const isLibrary = useStore(app, ({ screen }) => screen.kind === 'round' && screen.page === 'library');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => focusTarget('search', input), []);
  const showList = () => app.getState().show({ kind: 'round', page: 'checklist' });
  return (
    <div className="search-box">
      <input
        ref={input}
        type="search"
        aria-label="搜索条款、要点、材料"
        placeholder="搜索条款、材料"
        title="搜索条款、要点、材料，支持拼音首字母"
        value={text}
        maxLength={200}
        spellCheck={false}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || !['Enter', 'ArrowDown'].includes(event.key)) return;
          event.preventDefault();
          showList();
          const found = checklist.getState().selected;
          if (event.key === 'Enter' && found) checklist.getState().select(found); // chosen: Esc stays there
          focusOn('list');
        }}
        onChange={(event) => {
          showList();
          checklist.getState().search(event.target.value);
        }}
      />
      {text === '' && !isLibrary && <Kbd>Ctrl F</Kbd>}
    </div>
  );
}
