import { useEffect, useEffectEvent, useRef } from 'react';
import { useEdit, useEditing } from './edit-context.ts';
import { TextField } from './Fields.tsx';

interface TitleFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (title: string) => void;
}

/** The title takes the keyboard when the form is entered from the tree. */
export function TitleField({ label, value, onChange }: TitleFieldProps) {
  const entering = useEdit((state) => state.entering);
  const field = useRef<HTMLTextAreaElement>(null);
  const { store } = useEditing();
  const enter = useEffectEvent(() => {
    if (store.getState().entered >= entering) return;
    store.setState({ entered: entering });
    field.current?.focus();
    field.current?.select();
  });
  useEffect(() => enter(), [entering]);
  return (
    <TextField label={label} className="edit-title" value={value} maxLength={300} onChange={onChange} field={field} />
  );
}
