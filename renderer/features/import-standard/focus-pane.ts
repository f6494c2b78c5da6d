/** Puts the keyboard on a list or grid of the page. */
export const focusPane = (testId: string): void =>
  document.querySelector<HTMLElement>(`[data-testid="${testId}"]`)?.focus({ preventScroll: true });

const entries = '[role=grid], [role=tree], [role=listbox], input, select, button';

/** The pane after or before the one that has the keyboard. */
export function focusNextPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = here < 0 ? (by === 1 ? 0 : panes.length - 1) : (here + by + panes.length) % panes.length;
  const pane = panes[next];
  const list = pane?.querySelector<HTMLElement>('[role=grid], [role=tree], [role=listbox]');
  (list ?? pane?.querySelector<HTMLElement>(entries))?.focus({ preventScroll: true });
}
