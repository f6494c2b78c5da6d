import { codeFault, type CodeFault } from './edit/codes.ts';
import { readNames } from './edit/departments.ts';
import { packFigure } from './edit/targets.ts';
import { readAmount } from './edit/totals.ts';
import type { Key, NodeKind, WorkPack } from './edit/work-pack.ts';
import { brief, parseRational } from '../../../shared/domain/number/rational.ts';

type Read<Value> = { readonly value: Value } | { readonly fault: string };

const codeFaults: Readonly<Record<CodeFault, string>> = {
  empty: '请填写编号',
  malformed: '只能用文字、数字、点和短横，首尾为文字或数字',
  'too-long': '编号最多 40 个字',
  taken: '已有这个编号',
};

/** A code as typed; full-width digits and dots count. */
export const readCode =
  (work: WorkPack, kind: NodeKind, key: Key) =>
  (typed: string): Read<string> => {
    const code = typed.normalize('NFKC').trim();
    const fault = codeFault(work, kind, key, code);
    return fault ? { fault: codeFaults[fault] } : { value: code };
  };

export const readScore = (typed: string): Read<number | undefined> => {
  if (typed.trim() === '') return { value: undefined };
  const value = readAmount(typed);
  return value === undefined ? { fault: '应为大于 0 的数，小数至多 6 位' } : { value };
};

/** `60%`, `0.6`, `2/3` */
export const readShare = (typed: string): Read<number | string | undefined> => {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '');
  if (text === '') return { value: undefined };
  const percent = text.endsWith('%') ? parseRational(text.slice(0, -1)) : undefined;
  const value = percent
    ? parseRational(`${percent.numerator}/${percent.denominator * 100n}`)
    : text.endsWith('%')
      ? undefined
      : parseRational(text);
  if (!value || value.numerator <= 0n || value.numerator > value.denominator) {
    return { fault: '应为 0 到 1 的小数、百分数或 2/3 这样的分数' };
  }
  return { value: percent ? packFigure(brief(value, 6)) : packFigure(text) };
};

/** A figure to compare with, or advice in words. */
export const readTarget = (typed: string): Read<number | string | undefined> => {
  const text = typed.trim();
  if (text === '') return { value: undefined };
  const figure = text.normalize('NFKC');
  const percent = /^(\d{1,9}(?:\.\d{1,9})?)%$/.exec(figure)?.[1];
  const share = percent === undefined ? undefined : parseRational(percent);
  if (share) return { value: Number(brief({ ...share, denominator: share.denominator * 100n }, 12)) };
  return { value: /^-?\d{1,15}(?:\.\d{1,15})?$/.test(figure) ? Number(figure) : text };
};

const longestName = 5000;
export const readDepartments = (typed: string): Read<string[]> => {
  const names = readNames(typed);
  return names.some((name) => name.length > longestName) ? { fault: '名称过长' } : { value: names };
};
