import type { Draft } from '../../../electron/backend/standard-import/detect/detect-standard.ts';
import { methodOf } from '../../../electron/backend/standard/check-pack.ts';

/** A draft as a page of text: the tree with methods, marks, scores and points. */
export function outline({ pack }: Draft): string {
  if (!pack) return '（没有条款）';
  const lines = [`${pack.title}｜${pack.method}${pack.totalPoints === undefined ? '' : `｜${pack.totalPoints} 分`}`];
  for (const chapter of pack.chapters) {
    lines.push(`${chapter.code} ${chapter.title}`);
    for (const section of chapter.sections) {
      lines.push(`  ${section.code} ${section.title}`);
      for (const clause of section.clauses) {
        const method = methodOf(pack, chapter, section, clause);
        const { indicator: measure } = clause;
        const more = [
          clause.core ? '★' : '',
          clause.optional ? '可选' : '',
          clause.points === undefined ? '' : `${clause.points}分`,
          method === pack.method ? '' : method,
          ...(clause.deductions ?? []).map((text) => `扣:${text}`),
          ...clause.checks.map((text) => `法:${text}`),
          ...clause.departments.map((text) => `科:${text}`),
          ...clause.evidence.map((text) => `证:${text}`),
          measure
            ? `${measure.numerator}÷${measure.denominator ?? '—'} ${measure.unit} ${measure.direction} ${measure.period}${measure.target === undefined ? '' : ` ${measure.target}`}`
            : '',
          clause.note === undefined ? '' : `注:${clause.note}`,
        ].filter((text) => text !== '');
        lines.push(`    ${[`${clause.code} ${clause.title}`, ...more].join('｜')}`);
        for (const tier of ['C', 'B', 'A', 'yes'] as const) {
          for (const text of clause.requirements?.[tier] ?? [])
            lines.push(`      ${tier === 'yes' ? '·' : tier} ${text.replaceAll('\n', '⏎')}`);
        }
      }
    }
  }
  return lines.map(shorten).join('\n');
}

export const problemLines = ({ problems }: Draft): readonly string[] =>
  problems.map(({ severity, where, message }) => `${severity === 'error' ? '错误' : '提醒'} ${where}：${message}`);

const shorten = (line: string): string => (line.length > 300 ? `${line.slice(0, 60)}…（${line.length} 字）` : line);
