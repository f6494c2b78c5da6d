import { marks, type Mark } from '../../../shared/domain/grade/grade.ts';
import type { Method } from '../../../shared/domain/standard/standard.ts';
import { markLabels } from '../../../shared/text/labels.ts';

/** A prerequisite is violated or it is not. */
export const knownMarks = (method: Method): readonly Mark[] =>
  method === 'prerequisite' ? marks.filter((mark) => mark !== 'partial') : marks;

const short: Readonly<Record<Mark, string>> = { met: '符合', partial: '部分', unmet: '不符', 'n/a': '—' };
const yesNo: Readonly<Record<Mark, string>> = { met: '是', partial: '部分', unmet: '否', 'n/a': '—' };
const violated: Readonly<Record<Mark, string>> = { met: '无违反', partial: '部分', unmet: '有违反', 'n/a': '—' };

/** What stands on the marks of a point, and what a screen reader says. */
export function markOptions(method: Method) {
  const texts = method === 'prerequisite' ? violated : method === 'checklist' ? yesNo : short;
  const hasOwnWords = method === 'prerequisite';
  return knownMarks(method).map((mark) => ({
    value: mark,
    text: texts[mark],
    name: hasOwnWords && mark !== 'n/a' ? texts[mark] : markLabels[mark],
  }));
}

/** The mark as it is shown: anything short of met violates a prerequisite. */
export const shownMark = (method: Method, mark: Mark | undefined): Mark | undefined =>
  method === 'prerequisite' && mark === 'partial' ? 'unmet' : mark;
