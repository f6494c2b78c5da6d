import { useId, useState, type ReactNode, type Ref } from 'react';
import { useEditing } from './edit-context.ts';

interface LabelledProps {
  readonly label: ReactNode;
  readonly className?: string;
}

/** A field under its label. */
const Labelled = ({
  label,
  htmlFor,
  className = '',
  children,
}: LabelledProps & { readonly htmlFor: string; readonly children: ReactNode }) => (
  <div className={`edit-field ${className}`}>
    <label htmlFor={htmlFor}>{label}</label>
    {children}
  </div>
);

interface TextFieldProps extends LabelledProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly maxLength: number;
  readonly placeholder?: string;
  /** One line goes on to further ones when it is long, but takes no line breaks. */
  readonly lines?: 'one' | 'many';
  readonly field?: Ref<HTMLTextAreaElement>;
}

/** A text that grows with what is typed. */
export function TextField({ label, className, value, onChange, lines = 'one', field, ...rest }: TextFieldProps) {
  const { store, isReadOnly } = useEditing();
  const id = useId();
  return (
    <Labelled label={label} htmlFor={id} className={className ?? ''}>
      <textarea
        id={id}
        ref={field}
        className={`edit-text edit-text-${lines}`}
        rows={lines === 'one' ? 1 : 3}
        value={value}
        readOnly={isReadOnly}
        spellCheck={false}
        onBlur={() => store.getState().pause()}
        onChange={({ target }) => onChange(lines === 'one' ? target.value.replaceAll(/[\n\r]+/g, ' ') : target.value)}
        onKeyDown={(event) => {
          if (lines === 'one' && event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
        }}
        {...rest}
      />
    </Labelled>
  );
}

interface ReadFieldProps<Value> extends LabelledProps {
  readonly value: Value;
  readonly shown: string;
  /** What the typed text means; `fault` when it means nothing. */
  readonly read: (typed: string) => { readonly value: Value } | { readonly fault: string };
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly isNumber?: boolean;
  /** It may become long, and then goes on to further lines. */
  readonly grows?: boolean;
}

/** A short text that must be understood: taken as soon as it is, and left as it was until then. */
export function ReadField<Value>(props: ReadFieldProps<Value>) {
  const { label, className, value, shown, read, onChange, placeholder, isNumber = false, grows = false } = props;
  const { store, isReadOnly } = useEditing();
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: Value }>();
  const id = useId();
  // What was typed holds for the value it led to: an undo shows the value again.
  const text = typed && Object.is(typed.value, value) ? typed.text : shown;
  const meant = text === shown ? undefined : read(text);
  const fault = meant && 'fault' in meant ? meant.fault : undefined;
  const common = {
    id,
    value: text,
    readOnly: isReadOnly,
    placeholder,
    spellCheck: false,
    'aria-invalid': fault !== undefined,
    'aria-describedby': fault === undefined ? undefined : `${id}-fault`,
    onBlur: () => {
      store.getState().pause();
      if (fault === undefined) setTyped(undefined);
    },
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      const next = read(target.value);
      setTyped({ text: target.value, value: 'value' in next ? next.value : value });
      if ('value' in next) onChange(next.value);
    },
  };
  return (
    <Labelled label={label} htmlFor={id} className={className ?? ''}>
      {grows ? (
        <textarea
          {...common}
          rows={1}
          className="edit-text edit-text-one"
          maxLength={2000}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
          }}
        />
      ) : (
        <input {...common} className={`edit-input${isNumber ? ' edit-number' : ''}`} maxLength={200} />
      )}
      {fault !== undefined && (
        <small id={`${id}-fault`} className="edit-fault" role="alert">
          {fault}
        </small>
      )}
    </Labelled>
  );
}

interface SelectFieldProps extends LabelledProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
}

export function SelectField({ label, className, value, options, onChange }: SelectFieldProps) {
  const { isReadOnly } = useEditing();
  const id = useId();
  return (
    <Labelled label={label} htmlFor={id} className={className ?? ''}>
      <select
        id={id}
        className="edit-select"
        value={value}
        disabled={isReadOnly}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface CheckFieldProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  /** Some of several are, some are not. */
  readonly isMixed?: boolean;
  readonly title?: string;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ label, checked, isMixed = false, title, onChange }: CheckFieldProps) {
  const { isReadOnly } = useEditing();
  return (
    <label className="edit-check" title={title}>
      <input
        type="checkbox"
        checked={checked}
        disabled={isReadOnly}
        ref={(box) => {
          if (box) box.indeterminate = isMixed;
        }}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  );
}
