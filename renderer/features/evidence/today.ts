const two = (value: number) => String(value).padStart(2, '0');

/** The calendar day where the user is, as YYYY-MM-DD. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
