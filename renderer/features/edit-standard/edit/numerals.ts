/** How a part of a code counts: `3`, `03`, `三`, `c`. */
export interface Counting {
  readonly style: 'digits' | 'chinese' | 'lower' | 'upper';
  /** Filled up with zeros to so many digits. */
  readonly width: number;
  readonly value: number;
}

const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

function chinese(value: number): string | undefined {
  if (value < 1 || value > 99) return undefined;
  const [tens, rest] = [Math.floor(value / 10), ones[value % 10] ?? ''];
  return tens === 0 ? rest : `${tens === 1 ? '' : ones[tens]}十${rest}`;
}

const chineseValues = new Map(Array.from({ length: 99 }, (_, at) => [chinese(at + 1), at + 1]));

/** Undefined for what is no number. */
export function countingOf(text: string): Counting | undefined {
  if (/^\d{1,9}$/.test(text)) return { style: 'digits', width: text.length, value: Number(text) };
  if (/^[a-z]$/.test(text)) return { style: 'lower', width: 1, value: text.charCodeAt(0) - 96 };
  if (/^[A-Z]$/.test(text)) return { style: 'upper', width: 1, value: text.charCodeAt(0) - 64 };
  const value = chineseValues.get(text);
  return value === undefined ? undefined : { style: 'chinese', width: 1, value };
}

/** Undefined when the style does not go so far. */
export function numeral({ style, width, value }: Counting): string | undefined {
  switch (style) {
    case 'digits':
      return String(value).padStart(width, '0');
    case 'chinese':
      return chinese(value);
    case 'lower':
    case 'upper':
      return value > 26 ? undefined : String.fromCharCode(value + (style === 'lower' ? 96 : 64));
  }
}
