import { keyOf } from './text.ts';

export const prerequisiteWords = /前置(?:要求|条件|条款)|一票否决|否决(?:条款|项)/u;

export interface Marked {
  /** Without its marks. */
  readonly text: string;
  readonly core: boolean;
  readonly optional: boolean;
  /** △ means core in some standards and optional in others. */
  readonly triangle: boolean;
  /** ▲ is a sign of its own: in indicator lists it marks what is reported upwards. */
  readonly blackTriangle: boolean;
}

const words = /[(（【[]\s*(★|☆|▲|△|\*|核心(?:条款|指标|项)?|重点(?:条款|项)?|可选(?:条款|项)?)\s*[)）】\]]/gu;
const signs = /^[★☆▲△＊*]+\s*|\s*[★☆▲△＊*]+$/gu;

/** Takes ★, △ and the like off a code or title. */
export function takeMarks(text: string): Marked {
  const found: string[] = [];
  const take = (mark: string): string => {
    found.push(mark);
    return '';
  };
  const inside = text.replace(words, (_all, mark: string) => take(mark));
  const bare = inside
    .split('\n')
    .map((line) => line.replace(signs, take).trim())
    .join('\n')
    .replace(/([\d.．])\s*([★☆▲△])\s*/gu, (_all, digit: string, mark: string) => `${digit}${take(mark)} `)
    .trim();
  const all = found.join('');
  return {
    text: bare,
    core: /[★☆＊*核重]/u.test(all),
    optional: all.includes('可选'),
    triangle: all.includes('△'),
    blackTriangle: all.includes('▲'),
  };
}

/** A cell of the column 核心 or 可选; undefined when it is no mark that is known. */
export function readTick(text: string): boolean | 'triangle' | undefined {
  const key = keyOf(text);
  if (key === '△') return 'triangle';
  if (/^(?:★|☆|▲|\*|√|✓|✔|●|■|☑|是|Y|YES|TRUE|V|1|核心|核心条款|核心指标|重点|可选|可选条款)$/u.test(key)) return true;
  return /^(?:|否|N|NO|FALSE|0|×|✗|X|-|—|—{2}|\/|无|一般|普通|基本|非核心|□|○)$/u.test(key) ? false : undefined;
}

/** The same of the column 是否否决项, where the word itself may stand. */
export const readVeto = (text: string): boolean | 'triangle' | undefined =>
  /^(?:是[(（]?)?(?:一票否决|否决|前置)(?:项|条款|要求|条件)?[)）]?$/u.test(keyOf(text)) || readTick(text);

/** What △ stands for, when a remark in the file says so. */
export function triangleMeaning(remarks: readonly string[]): 'core' | 'optional' | undefined {
  for (const remark of remarks) {
    const said = /△([^★▲;；。]*)/u.exec(remark)?.[1];
    if (said === undefined) continue;
    if (/可选|不适用|选择/u.test(said)) return 'optional';
    if (/核心|重点|关键/u.test(said)) return 'core';
  }
  return undefined;
}

/** Whether a remark in the file says that ▲ stands for core. */
export const isBlackTriangleCore = (remarks: readonly string[]): boolean =>
  remarks.some((remark) => /核心|重点|关键/u.test(/▲([^★△;；。]*)/u.exec(remark)?.[1] ?? ''));
