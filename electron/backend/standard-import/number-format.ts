/** How a cell's number is shown, as far as it changes what it means. */
export type Shown =
  | { readonly as: 'general' }
  | { readonly as: 'date' }
  | { readonly as: 'decimals'; readonly decimals: number }
  | { readonly as: 'percent'; readonly decimals: number };

const general: Shown = { as: 'general' };

/** Formats that Excel does not spell out in the file; 27–36 and 50–58 are dates in Chinese versions. */
export function builtInFormat(id: number): Shown {
  if (id === 1) return { as: 'decimals', decimals: 0 };
  if (id === 2) return { as: 'decimals', decimals: 2 };
  if (id === 9) return { as: 'percent', decimals: 0 };
  if (id === 10) return { as: 'percent', decimals: 2 };
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? { as: 'date' } : general;
}

/** A format code such as `0.00`, `0.0%` or `yyyy"年"m"月"`. */
export function formatOf(code: string): Shown {
  const [first = ''] = code.split(';');
  const bare = first.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./gu, '');
  if (/[ymdhs]/iu.test(bare) && !/general/iu.test(bare)) return { as: 'date' };
  const decimals = /0\.(0+)/u.exec(bare)?.[1]?.length ?? 0;
  if (bare.includes('%')) return { as: 'percent', decimals };
  return /^#?,?#*0(?:\.0+)?$/u.test(bare.trim()) ? { as: 'decimals', decimals } : general;
}

/** A number as Excel shows it, but never with fewer digits than it has. */
export function showNumber(value: number, shown: Shown, uses1904: boolean): string {
  const exact = Number(value.toPrecision(15));
  switch (shown.as) {
    case 'general':
      return plain(exact);
    case 'decimals':
      return padded(plain(exact), shown.decimals);
    case 'percent':
      return `${padded(plain(Number((exact * 100).toPrecision(15))), shown.decimals)}%`;
    case 'date':
      return dateText(exact, uses1904) ?? plain(exact);
  }
}

const plain = (value: number): string =>
  Math.abs(value) < 1e15 && (Math.abs(value) >= 1e-6 || value === 0) ? String(value) : value.toExponential();

function padded(text: string, decimals: number): string {
  if (decimals === 0 || text.includes('e')) return text;
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(decimals, '0')}`;
}

/** Days since 1899-12-30, where Excel's February 1900 has 29 days; or since 1904 in files from old Macs. */
function dateText(days: number, uses1904: boolean): string | undefined {
  const day = Math.floor(days) + (uses1904 ? 1462 : 0);
  if (day < 1 || day > 2_958_465 || day === 60) return undefined;
  const minutes = Math.round((days - Math.floor(days)) * 1440);
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 + day : 30 + day, 0, minutes)).toISOString();
  return minutes === 0 ? date.slice(0, 10) : `${date.slice(0, 10)} ${date.slice(11, 16)}`;
}
