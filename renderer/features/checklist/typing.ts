const edited = new WeakSet<EventTarget>();

/** Whether keys go into a text field. */
export const isTyping = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type));

/** A field in which something was typed since it got the focus keeps its own undo. */
export const hasLocalEdits = (target: EventTarget | null): boolean => target !== null && edited.has(target);

const note = (event: Event) => void (event.target && edited.add(event.target));
const forget = (event: Event) => void (event.target && edited.delete(event.target));

/** Watches the page for typing; returns how to stop. */
export function watchEdits(page: Window): () => void {
  page.addEventListener('input', note, true);
  page.addEventListener('focusout', forget, true);
  return () => {
    page.removeEventListener('input', note, true);
    page.removeEventListener('focusout', forget, true);
  };
}
