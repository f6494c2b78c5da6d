const digits = '零一二三四五六七八九';

/** 一 to 九十九, or a number in figures; NaN for anything else. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [, tens, ten = '', ones = ''] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (tens === undefined) return Number.NaN;
  if (ten === '') return ones === '' ? digits.indexOf(tens) : Number.NaN;
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + Math.max(0, digits.indexOf(ones || '零'));
}

const numbering = /^第([一二三四五六七八九十]+|\d+)(?:部分|篇|章|节|单元)[\s　、，,：:.—-]*/;

/**
 * The title without the numbering that its code says already: `2.1 第二部分第一章 资源配置` is `资源配置`. Numbers that
 * are not those of the code stay.
 */
export function titleBeside(code: string, title: string): string {
  const numbers: number[] = [];
  let rest = title.trim();
  for (let found = numbering.exec(rest); found; found = numbering.exec(rest)) {
    numbers.push(numberOf(found[1] ?? ''));
    rest = rest.slice(found[0].length);
  }
  const ending = code.split('.').slice(-numbers.length).map(Number);
  const isRepeated =
    numbers.length > 0 && numbers.length === ending.length && numbers.every((number, at) => number === ending[at]);
  return isRepeated && rest !== '' ? rest : title;
}

/** A section's: “服务内容——医疗服务” is told apart from its neighbours by what comes last. */
export const sectionTitleBeside = (code: string, title: string): string =>
  titleBeside(code, title).split('——').at(-1) ?? title;
