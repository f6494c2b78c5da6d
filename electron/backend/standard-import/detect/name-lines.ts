import type { Method } from '../../../../shared/domain/standard/standard.ts';
import { takeScore } from './amounts.ts';
import type { ClauseEntry, Entry } from './entries.ts';
import { takeMarks } from './marks.ts';
import { codeOfClause } from './name-columns.ts';
import { newClause } from './new-clause.ts';

/**
 * The clause that the numbered line right above its points names, `1.1.1 ★医疗服务`; undefined when it names none.
 * `first` is where its points begin.
 */
export function clauseOfLine(above: Entry | undefined, first: string, method: Method): ClauseEntry | undefined {
  if (above?.kind !== 'heading' || above.line === undefined) return undefined;
  const { line, where: codeWhere } = above;
  const code = codeOfClause(line);
  if (!code) return undefined;
  // A paragraph before a table stands in no table that is shown: there the clause is found at its points.
  const where = isParagraph.test(codeWhere) ? first : codeWhere;
  const given = { where, code, codeWhere, isNumberCode: false, titleWording: line, scoreWhere: codeWhere, method };
  return newClause({ ...given, ...takeScore(code.rest), expectsPoints: true }, takeMarks(line));
}

const isParagraph = /^第 \d+ 段$/u;
