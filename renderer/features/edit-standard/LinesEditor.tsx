import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { isForInputMethod } from '../../ui/key-press.ts';
import { pastedPoints } from './edit/points.ts';
import { useEditing } from './edit-context.ts';

export interface LineGroup {
  readonly id: string;
  /** Stands before its lines; a screen reader says `name`. */
  readonly mark?: ReactNode;
  readonly name: string;
  readonly remark?: string | undefined;
  readonly lines: readonly string[];
}

export interface LinePlace {
  readonly group: string;
  readonly at: number;
}

interface LinesEditorProps {
  readonly title: ReactNode;
  readonly groups: readonly LineGroup[];
  readonly onReplace: (place: LinePlace, count: number, texts: readonly string[]) => void;
  readonly onMove: (from: LinePlace, to: LinePlace) => void;
}

interface Focus extends LinePlace {
  readonly caret: 'start' | 'end';
}

const mostCharacters = 5000;

/** Texts in one or more groups, a line each. Enter begins the next, Backspace in an empty one takes it away. */
export function LinesEditor({ title, groups, onReplace, onMove }: LinesEditorProps) {
  const { store, isReadOnly } = useEditing();
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<Focus>();
  const focus = (place: LinePlace, caret: Focus['caret'] = 'end') => setWanted({ ...place, caret });
  useEffect(() => {
    if (!wanted) return;
    const selector = `[data-line="${CSS.escape(`${wanted.group}:${wanted.at}`)}"]`;
    const field = list.current?.querySelector<HTMLTextAreaElement>(selector);
    field?.focus();
    const caret = wanted.caret === 'end' ? (field?.value.length ?? 0) : 0;
    field?.setSelectionRange(caret, caret);
  }, [wanted]);
  const all = groups.flatMap(({ id, lines }) => lines.map((_, at) => ({ group: id, at })));
  const beside = ({ group, at }: LinePlace, by: 1 | -1) =>
    all[all.findIndex((place) => place.group === group && place.at === at) + by];
  const move = (from: LinePlace, by: 1 | -1) => {
    const index = groups.findIndex(({ id }) => id === from.group);
    const length = groups[index]?.lines.length ?? 0;
    const neighbour = groups[index + by];
    const isInside = from.at + by >= 0 && from.at + by < length;
    const to = isInside
      ? { group: from.group, at: from.at + by }
      : neighbour && { group: neighbour.id, at: by > 0 ? 0 : neighbour.lines.length };
    if (!to) return;
    onMove(from, to);
    focus(to);
  };
  const remove = (place: LinePlace) => {
    const next = beside(place, -1) ?? (beside(place, 1) && place);
    onReplace(place, 1, []);
    if (next) focus(next);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>, place: LinePlace) => {
    if (isForInputMethod(event.nativeEvent) || isReadOnly) return;
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const { group, at } = place;
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (event.altKey && by) move(place, by);
    else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      onReplace(place, 1, [value.slice(0, selectionStart).trimEnd(), value.slice(selectionEnd).trimStart()]);
      focus({ group, at: at + 1 }, 'start');
    } else if (['Backspace', 'Delete'].includes(event.key) && value === '') remove(place);
    else if (by && !event.shiftKey && !event.ctrlKey && selectionStart === (by < 0 ? 0 : value.length)) {
      const next = beside(place, by);
      if (!next) return;
      focus(next, by < 0 ? 'end' : 'start');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>, place: LinePlace) => {
    const pasted = pastedPoints(event.clipboardData.getData('text/plain'));
    if (pasted.length < 2 || isReadOnly) return;
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const [first = '', ...rest] = pasted;
    const texts = [value.slice(0, selectionStart) + first, ...rest];
    texts.push((texts.pop() ?? '') + value.slice(selectionEnd));
    onReplace(
      place,
      1,
      texts.map((text) => text.slice(0, mostCharacters)),
    );
    focus({ group: place.group, at: place.at + texts.length - 1 });
    event.preventDefault();
  };
  return (
    <div className="edit-lines" ref={list}>
      <h2>{title}</h2>
      {groups.map(({ id, mark, name, remark, lines }) => (
        <div key={id} className={`edit-tier${mark === undefined ? '' : ' edit-tier-marked'}`}>
          {mark}
          <ol aria-label={name}>
            {lines.map((text, at) => (
              // A line is known by where it stands: it has nothing else.
              <li key={at}>
                <span className="edit-line-number">{at + 1}</span>
                <textarea
                  rows={1}
                  className="edit-text edit-text-one"
                  aria-label={`${name}第 ${at + 1} 条`}
                  data-line={`${id}:${at}`}
                  value={text}
                  maxLength={mostCharacters}
                  readOnly={isReadOnly}
                  spellCheck={false}
                  onBlur={() => store.getState().pause()}
                  onChange={({ target }) => onReplace({ group: id, at }, 1, [target.value])}
                  onKeyDown={(event) => press(event, { group: id, at })}
                  onPaste={(event) => paste(event, { group: id, at })}
                />
                {!isReadOnly && (
                  <span className="edit-line-tools">
                    <Button
                      tone="quiet"
                      tabIndex={-1}
                      aria-label={`${name}第 ${at + 1} 条上移`}
                      title="上移（Alt+↑）"
                      onClick={() => move({ group: id, at }, -1)}
                    >
                      ↑
                    </Button>
                    <Button
                      tone="quiet"
                      tabIndex={-1}
                      aria-label={`${name}第 ${at + 1} 条下移`}
                      title="下移（Alt+↓）"
                      onClick={() => move({ group: id, at }, 1)}
                    >
                      ↓
                    </Button>
                    <Button
                      tone="quiet"
                      tabIndex={-1}
                      aria-label={`删除${name}第 ${at + 1} 条`}
                      title="删除"
                      onClick={() => remove({ group: id, at })}
                    >
                      <Icon name="close" size={12} />
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ol>
          {!isReadOnly && (
            <Button
              tone="quiet"
              className="edit-line-add"
              onClick={() => {
                const isOpen = lines.at(-1) === '';
                if (!isOpen) onReplace({ group: id, at: lines.length }, 0, ['']);
                focus({ group: id, at: lines.length - (isOpen ? 1 : 0) });
              }}
            >
              <Icon name="add" size={12} /> 添加{/^\w/.test(name) && ' '}
              {name}
            </Button>
          )}
          {remark && <small className="edit-remark">{remark}</small>}
          {isReadOnly && lines.length === 0 && <small className="edit-remark">没有</small>}
        </div>
      ))}
    </div>
  );
}
