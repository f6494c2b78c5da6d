/** Text as it may stand in a pack: lines trimmed, empty ones gone, no invisible characters; the wording untouched. */
export const cleanText = (text: string): string => (mayBeUnclean.test(text) ? clean(text) : text);

/** Clean text is asked for again and again on its way: one look tells it. */
const mayBeUnclean = /[^\P{Cc}\n]|[\u00a0\u3000\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|^\s|\s$|\s[ \n]|\n\s/u;

const clean = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/[\t\u00a0\u3000 ]+/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** Lines of one sentence put together again: Chinese without a gap, Latin words with a space. */
export const joinLines = (text: string): string => joinAll(cleanText(text).split('\n'));

/** The same for lines that are clean. */
export const joinAll = (lines: readonly string[]): string =>
  lines.map((line, index) => (needsGap(lines[index - 1] ?? '', line) ? ` ${line}` : line)).join('');

const needsGap = (left: string, right: string): boolean =>
  /[A-Za-z0-9,.;:)]/u.test(left.slice(-1)) && /^[A-Za-z0-9(]/u.test(right);

/** What a header or a mark says, however it is typed: full-width forms, spaces and case do not count. */
export const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]/gu, '')
    .toUpperCase();

/** Departments, methods of checking: short names in one cell. */
export const splitNames = (text: string): readonly string[] =>
  unique(
    cleanText(text)
      .split(/[、，,;；/／\n]|\s(?=\p{Script=Han})/u)
      .map((name) =>
        stripNumber(name)
          .replace(/[。.]$/u, '')
          .trim(),
      ),
  );

/** Sentences or names of documents in one cell: a line or a `；` each. */
export const splitItems = (text: string): readonly string[] =>
  unique(
    cleanText(text)
      .split(/\n|[；;](?![^（(]{0,80}[）)])/u)
      .map((part) =>
        stripNumber(part)
          .replace(/[。；;]$/u, '')
          .trim(),
      ),
  );

const listNumber = /^(?:\d{1,2}[.．、)）](?!\d)|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]|[-•·●■◆*])\s*/u;
const stripNumber = (text: string): string => text.trim().replace(listNumber, '');

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts.filter((text) => text !== ''))];

/** The beginning of a text, to tell which one is meant. */
export const excerpt = (text = ''): string => {
  const line = joinLines(text.slice(0, 200));
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
};
