import type { SourceCell } from '../source.ts';
import { takeScore } from './amounts.ts';
import { parseCode, parseCodeCell, type ParsedCode } from './codes.ts';
import { takeMarks } from './marks.ts';
import type { RowView } from './row-view.ts';
import { listedIn } from './split-points.ts';
import { joinLines } from './text.ts';

export interface Named {
  readonly code: ParsedCode | undefined;
  readonly title: string;
  readonly score: number | undefined;
  readonly marks: Readonly<Record<'core' | 'optional' | 'triangle' | 'blackTriangle', boolean>>;
  readonly codeCell: SourceCell | undefined;
  readonly titleCell: SourceCell | undefined;
  /** The title is a list: ①…；②… Its numbers are those of points, not of the clause. */
  readonly items: readonly string[];
}

/** Number, title, score and marks of a row; the number may stand before the title, marks at either. */
export function nameOf(view: RowView): Named {
  const codeCell = view.of('code');
  const titled = view.of('title');
  // A cell that is merged over both columns holds the number and the title.
  const isOneCell = titled?.from?.row === view.row.row && titled.from.column === codeCell?.column;
  const titleCell = isOneCell ? undefined : titled;
  const inCode = takeMarks(joinLines(codeCell?.text ?? ''));
  const inTitle = takeMarks(joinLines(titleCell?.text ?? ''));
  const own = inCode.text === '' ? undefined : parseCodeCell(inCode.text);
  const items = titleCell ? listedIn(titleCell.text) : [];
  const before = own || items.length > 0 ? undefined : parseCode(inTitle.text);
  const text = before ? before.rest : own && own.rest !== '' && !titleCell ? own.rest : inTitle.text;
  return {
    // A date was a number once; which one, nobody can say.
    code: codeCell?.kind === 'date' ? undefined : (own ?? before),
    ...takeScore(text),
    marks: {
      core: inCode.core || inTitle.core,
      optional: inCode.optional || inTitle.optional,
      triangle: inCode.triangle || inTitle.triangle,
      blackTriangle: inCode.blackTriangle || inTitle.blackTriangle,
    },
    codeCell,
    titleCell,
    items,
  };
}
