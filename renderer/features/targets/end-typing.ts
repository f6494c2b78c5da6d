/** What was typed in this field is saved: from here on Ctrl+Z undoes the saving, not the typing. Focus stays. */
export function endTyping(field: Element | null): void {
  if (!(field instanceof HTMLInputElement) || document.activeElement !== field) return;
  field.blur();
  field.focus();
}
