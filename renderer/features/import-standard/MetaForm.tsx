import type { KeyboardEvent } from 'react';
import { withMeta, type MetaCorrection } from './corrections.ts';
import { useCorrections, useImport } from './import-context.ts';

const fields: readonly { readonly name: keyof MetaCorrection; readonly label: string; readonly limit: number }[] = [
  { name: 'title', label: '名称', limit: 300 },
  { name: 'edition', label: '版本', limit: 200 },
  { name: 'issuer', label: '发布方', limit: 300 },
  { name: 'programme', label: '项目', limit: 100 },
  { name: 'document', label: '文号', limit: 300 },
];

/** What a table cannot say of a standard. A field is taken over when it is left. */
export function MetaForm() {
  const { draft } = useImport();
  const { corrections, correct } = useCorrections();
  const press = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>, before: string) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') event.currentTarget.value = before;
    else if (event.key === 'Enter') {
      event.preventDefault();
      event.currentTarget.blur();
    }
  };
  return (
    <div className="settings-meta">
      {fields.map(({ name, label, limit }) => {
        const value = corrections.meta?.[name] ?? draft.pack?.[name] ?? '';
        const shared = {
          key: value,
          defaultValue: value,
          maxLength: limit,
          placeholder: '未注明',
          spellCheck: false,
          onBlur: ({ target }: { readonly target: { readonly value: string } }) => {
            if (target.value.trim() !== value) correct(withMeta(corrections, name, target.value));
          },
        };
        return (
          <label key={name}>
            <span>{label}</span>
            {name === 'title' ? (
              <textarea rows={1} {...shared} key={value} onKeyDown={(event) => press(event, value)} />
            ) : (
              <input type="text" {...shared} key={value} onKeyDown={(event) => press(event, value)} title={value} />
            )}
          </label>
        );
      })}
    </div>
  );
}
