import { markLabels } from '../../../shared/text/labels.ts';
import type { Grade, Mark } from '../../../shared/domain/grade/grade.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import type { Suggestion } from '../../../shared/domain/grade/suggest-grade.ts';

const shown = 3;

interface OpenPoint {
  readonly number: number;
  readonly mark: Mark | undefined;
}

/** Why the suggestion is what it is, in one line: “要点 5 部分符合，再满足它可升 B”. */
export function suggestionReason({ grade, hindrance }: Suggestion, points: number): string {
  if (points === 0) return '没有要点，请直接评级';
  if (!hindrance) return '要点全部符合';
  if (grade === undefined) {
    const unmarked = hindrance.open.filter(({ mark }) => mark === undefined);
    return `${hindrance.tier} 级还有 ${unmarked.length} 个要点未判定，判完给出建议`;
  }
  const lift = hindrance.open.length === 1 ? '再满足它' : `再满足这 ${hindrance.open.length} 条`;
  return `要点 ${openPoints(hindrance.open)}，${lift}可升 ${hindrance.tier}`;
}

/** What a result is called that the points do not give. */
export function raisedWords({ method }: Pick<Clause, 'method'>, { grade }: Suggestion): string {
  if (method === 'points') return '与建议不同';
  return grade === undefined ? '直接评级' : '高于建议';
}

/** A grade by hand that the points no longer give and nobody explained. */
export const unexplainedText = (grade: Grade): string => `原来评的 ${grade} 高于建议，没有写明理由，现在按要点计`;

/** “4、5 未判定，6 不符合”: neighbours with the same mark share it. */
export function openPoints(open: readonly OpenPoint[]): string {
  const groups: { words: string; numbers: number[] }[] = [];
  for (const { number, mark } of open.slice(0, shown)) {
    const words = mark === undefined ? '未判定' : markLabels[mark];
    const last = groups.at(-1);
    if (last?.words === words) last.numbers.push(number);
    else groups.push({ words, numbers: [number] });
  }
  const text = groups.map(({ words, numbers }) => `${numbers.join('、')} ${words}`).join('，');
  return open.length > shown ? `${text}等` : text;
}
