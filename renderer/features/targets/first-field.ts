/** For a button that goes away, or goes dead, with what it does: the first field of its form takes the focus. */
export function focusFirstField(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('input:enabled, select:enabled')?.focus();
}
