import type { ProblemList } from '../problem-list.ts';
import { isKnownUnit } from '../../standard/known-units.ts';
import type { PackClause } from '../../../../shared/contract/pack-schema.ts';
import type { ClauseEntry } from './entries.ts';
import { excerpt, keyOf } from './text.ts';

type Indicator = NonNullable<PackClause['indicator']>;

/** The indicator that a row describes. What it does not say is guessed and told. */
export function readMeasure({ title, measures, where }: ClauseEntry, problems: ProblemList): Indicator {
  const text = (role: Parameters<typeof measures.get>[0]) => measures.get(role)?.text ?? '';
  const placeOf = (role: Parameters<typeof measures.get>[0]) => measures.get(role)?.where ?? where;
  const formula = text('formula');
  const parts = partsOf(formula.slice(0, longestFormula));
  const numerator = text('numerator') || parts?.numerator || title;
  const denominator = absent.test(text('denominator')) ? '' : text('denominator') || parts?.denominator || '';
  const unit = unitOf(text('unit'), formula, text('target'), title, denominator !== '');
  if (!isKnownUnit(unit)) {
    problems.warning('不认识的单位', placeOf('unit'), `单位“${unit}”不认识，已留空。请在导入后补上。`);
  }
  const known = isKnownUnit(unit) ? unit : '';
  const target = readTarget(text('target'), known);
  if (typeof target === 'string' && /[\d０-９]/u.test(target)) {
    const message = `目标值“${excerpt(target)}”不是可以比较的数，按文字保留，不会自动判定达标。`;
    problems.warning('写成文字的目标值', placeOf('target'), message);
  }
  return {
    numerator,
    denominator: denominator === '' ? null : denominator,
    unit: known,
    direction: directionOf(text('direction'), text('target'), placeOf('direction'), problems),
    ...(target !== undefined && { target }),
    period: periodOf(text('period')),
    ...(known === '%' ? { multiplier: 100 } : known === '‰' ? { multiplier: 1000 } : {}),
    ...(formula !== '' && { formula }),
  };
}

/** What is longer is prose. */
const longestFormula = 2000;

const absent = /^(?:[-—/]+|无|不适用)$/u;

/** `甲 ÷ 乙 × 100%` */
function partsOf(formula: string): { readonly numerator: string; readonly denominator: string } | undefined {
  const named = /分子\s*[:：]\s*(.+?)[;；,，。\s]*分母\s*[:：]\s*(.+?)(?:[;；。\s]*[×xX*＊].*)?[;；。\s]*$/u.exec(
    formula,
  );
  if (named?.[1] && named[2]) return { numerator: named[1], denominator: named[2] };
  const right = formula.replace(/^.*公式\s*[:：]/u, '').replace(/^[^=＝]*[=＝]/u, '');
  const found = /^(.+?)\s*[÷/／]\s*(.+?)(?:\s*[×xX*＊]\s*[\d,，]+\s*[%％‰]?)?\s*$/u.exec(right);
  if (!found?.[1] || !found[2]) return undefined;
  const strip = (part: string) => part.trim().replace(/^[(（]([^()（）]*)[)）]$/u, '$1');
  return { numerator: strip(found[1]), denominator: strip(found[2]) };
}

function unitOf(said: string, formula: string, target: string, title: string, isRatio: boolean): string {
  const unit = said.normalize('NFKC').replace(/\s/gu, '').replace('百分比', '%').replace('千分比', '‰');
  if (unit !== '' && !absent.test(unit)) return unit;
  const hints = `${formula} ${target}`.normalize('NFKC');
  if (hints.includes('‰')) return '‰';
  if (hints.includes('%') || (isRatio && /(?:率|占比|比例|构成比)$/u.test(title))) return '%';
  return '';
}

/** 85 % is 0.85; what is no figure stays as advice in words. */
function readTarget(said: string, unit: string): number | string | undefined {
  const key = keyOf(said);
  if (key === '' || absent.test(said)) return undefined;
  const found =
    /^(?:[≥≤<>=]|不低于|不高于|不少于|不超过|达到|大于等于|小于等于)*=?(\d{1,9}(?:\.\d{1,6})?)([%‰]?)(?:及?以[上下])?$/u.exec(
      key,
    );
  if (!found?.[1]) return said;
  const figure = Number(found[1]);
  const sign = found[2] !== '' ? found[2] : unit;
  const scale = sign === '%' ? 100 : sign === '‰' ? 1000 : 1;
  // A share may have been typed as one: 0.85 of a percentage.
  const isShare = found[2] === '' && scale > 1 && figure <= 1;
  return isShare ? figure : Number((figure / scale).toFixed(9));
}

function directionOf(said: string, target: string, where: string, problems: ProblemList): Indicator['direction'] {
  const key = keyOf(said);
  if (/提高|上升|升高|增|越高|正向|高优|↑|UP/u.test(key)) return 'up';
  if (/降低|下降|减少|越低|逆向|负向|反向|低优|↓|DOWN/u.test(key)) return 'down';
  if (key !== '' && !/监测|比较|中性|适度|-|—|\/|定量|定性|MONITOR/u.test(key)) {
    problems.warning('看不懂的指标导向', where, `指标导向“${said}”看不懂，暂作只监测、不评判。`);
  }
  if (key === '' && /^\s*(?:≥|>|不低于|不少于|达到)/u.test(target)) return 'up';
  if (key === '' && /^\s*(?:≤|<|不高于|不超过)/u.test(target)) return 'down';
  return 'monitor';
}

function periodOf(said: string): Indicator['period'] {
  if (said.includes('季')) return 'quarter';
  return said.includes('月') ? 'month' : 'year';
}
