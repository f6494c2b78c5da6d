export type Expiry = { readonly kind: 'none' } | { readonly kind: 'valid' | 'soon' | 'expired'; readonly text: string };

const noticeDays = 60;

/** How long a document is still valid, seen from `today`; both as YYYY-MM-DD. The day itself still counts. */
export function expiryOf(validUntil: string, today: string): Expiry {
  if (validUntil === '') return { kind: 'none' };
  const days = Math.round((Date.parse(validUntil) - Date.parse(today)) / 86_400_000);
  if (days < 0) return { kind: 'expired', text: `已过期 ${-days} 天` };
  if (days === 0) return { kind: 'soon', text: '今天到期' };
  return days <= noticeDays
    ? { kind: 'soon', text: `${days} 天后到期` }
    : { kind: 'valid', text: `有效至 ${validUntil}` };
}
