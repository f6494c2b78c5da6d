import { useEffect } from 'react';
import { useServices } from '../../app/services.ts';
import { isTyping } from './typing.ts';

/** Ctrl+V anywhere on the checklist adds what is on the clipboard as evidence; text into a field stays text. */
export function usePaste() {
  const { checklist, evidence, app } = useServices();
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const hasText = event.clipboardData?.types.includes('text/plain') ?? false;
      if (app.getState().dialog || document.querySelector('[role=dialog]')) return;
      if (files.length === 0 || (isTyping(event.target) && hasText)) return;
      const clauseId = checklist.getState().selected;
      if (!clauseId) return;
      event.preventDefault();
      void evidence.getState().add(clauseId, files);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [app, checklist, evidence]);
}
