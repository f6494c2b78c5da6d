import { useEffect, useId, useRef, type ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** The main one last. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** A question over the screen; Esc closes it, and the keyboard stays in it. */
export function Dialog({ title, onClose, actions, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => box.current?.showModal(), []);
  return (
    <dialog
      ref={box}
      role="dialog"
      aria-labelledby={id}
      className="edit-dialog"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      <div className="edit-dialog-actions">{actions}</div>
    </dialog>
  );
}
