import { useRef, type KeyboardEvent, type MouseEvent } from 'react';
import './segments.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  /** What stands in it; `name` is what a screen reader says. */
  readonly text: string;
  readonly name: string;
  readonly disabled?: boolean;
  readonly title?: string | undefined;
}

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly kind: 'mark' | 'grade' | 'outcome';
  readonly options: readonly Segment<Value>[];
  readonly value: Value | undefined;
  readonly onChoose: (value: Value) => void;
  readonly disabled?: boolean;
  readonly testId?: string;
}

/** One of a few, side by side. The chosen one stays chosen when it is clicked again: a double click is not two choices. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { label, kind, options, value, onChoose, disabled = false, testId } = props;
  const group = useRef<HTMLDivElement>(null);
  const entry = value ?? options.find((option) => !option.disabled)?.value;
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const radios = [...(group.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
    const at = radios.findIndex((radio) => radio === document.activeElement);
    radios[(at + by + radios.length) % radios.length]?.focus();
    event.preventDefault();
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      tabIndex={-1}
      className={`segments segments-${kind}`}
      onKeyDown={move}
      data-testid={testId}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          aria-label={option.name}
          title={option.title ?? (option.name === option.text ? undefined : option.name)}
          disabled={disabled || option.disabled}
          tabIndex={option.value === entry ? 0 : -1}
          className={`segment segment-${option.value.replace('/', '')}`}
          onMouseDown={keepFocus}
          onClick={() => option.value !== value && onChoose(option.value)}
        >
          {option.text}
        </button>
      ))}
    </div>
  );
}

/** A click with the mouse leaves the keyboard where it was: in the list. */
const keepFocus = (event: MouseEvent) => event.preventDefault();
