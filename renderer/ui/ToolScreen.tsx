import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { isForInputMethod } from './key-press.ts';
import { usePageKeys } from './use-page-keys.ts';
import './tool-screen.css';

interface ToolScreenProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** What can be done with the whole; the main one last. */
  readonly actions?: ReactNode;
  readonly back: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/** Esc takes the keyboard out of what may be half filled in first. */
const keepsFocus = 'input:not([type=radio], [type=checkbox]), textarea, select';

/** A screen of its own for one piece of work: how it is left, what it is, what can be done, and the work. Esc leaves it. */
export function ToolScreen({ title, subtitle, actions, back, onBack, children }: ToolScreenProps) {
  usePageKeys((event) => {
    if (event.key !== 'Escape' || isForInputMethod(event)) return;
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement.matches(keepsFocus)) activeElement.blur();
    else onBack();
  });
  return (
    <main className="tool">
      <header className="tool-head">
        <Button tone="quiet" onClick={onBack}>
          ← {back}
        </Button>
        <h1 className="ellipsis">{title}</h1>
        {subtitle !== undefined && <span className="tool-subtitle ellipsis">{subtitle}</span>}
        <span className="tool-actions">{actions}</span>
      </header>
      <div className="tool-body">{children}</div>
    </main>
  );
}
