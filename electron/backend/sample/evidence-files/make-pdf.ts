import { pdfFile, ucs2Hex } from './pdf-file.ts';
import { widthOf, wrapLines } from './wrap-lines.ts';

export interface PdfDocument {
  readonly title: string;
  /** Paragraphs; a line with tabs is a row of a table. */
  readonly lines: readonly string[];
  readonly department: string;
  readonly date: string;
}

const institution = '示例卫生院';
const left = 70;
const right = 525;
const bottom = 90;
const size = 12;
const leading = 22;

/** A plausible A4 document of the sample institution: title, paragraphs, tables, and a seal under it all. */
export function makePdf({ title, lines, department, date }: PdfDocument): Buffer {
  const pages: string[][] = [];
  let operators: string[] = [];
  let y = 0;

  const newPage = (): void => {
    operators = [
      ...textAt(institution, left, 800, 9),
      ...textAt(department, right - 9 * widthOf(department), 800, 9),
      `0.6 G 0.5 w ${left} 793 m ${right} 793 l S 0 G`,
    ];
    pages.push(operators);
    y = 765;
  };
  const room = (height: number): void => {
    if (y - height < bottom) newPage();
  };

  newPage();
  for (const line of wrapLines(title, 23)) {
    y -= 26;
    operators.push('0.4 w 2 Tr', ...textAt(line, centre(line, 18), y, 18), '0 Tr');
  }
  const made = `${department}　${date}`;
  y -= 28;
  operators.push(...textAt(made, centre(made, 10.5), y, 10.5));
  y -= 14;

  for (const [index, line] of lines.entries()) {
    if (line.includes('\t')) {
      if (!lines[index - 1]?.includes('\t')) y -= 8;
      room(24);
      operators.push(...tableRow(line.split('\t'), y - 24));
      y -= 24;
      continue;
    }
    for (const part of wrapLines(`　　${line}`, (right - left) / size)) {
      room(leading);
      y -= leading;
      operators.push(...textAt(part, left, y, size));
    }
  }

  room(130);
  operators.push(...seal(department, date, y - 60));
  return pdfFile(
    title,
    pages.map((page, index) => {
      const foot = `第 ${index + 1} 页 共 ${pages.length} 页`;
      return [...page, ...textAt(foot, centre(foot, 9), 50, 9)].join('\n');
    }),
  );
}

const centre = (text: string, points: number): number => (595 - widthOf(text) * points) / 2;

const textAt = (text: string, x: number, y: number, points: number): readonly string[] => [
  `BT /F ${points} Tf 1 0 0 1 ${x.toFixed(1)} ${y.toFixed(1)} Tm ${ucs2Hex(text)} Tj ET`,
];

function tableRow(cells: readonly string[], y: number): readonly string[] {
  const width = (right - left) / cells.length;
  return cells.flatMap((cell, index) => [
    `0.5 w ${(left + index * width).toFixed(1)} ${y} ${width.toFixed(1)} 24 re S`,
    ...textAt(wrapLines(cell, (width - 8) / 10.5)[0] ?? '', left + index * width + 5, y + 8, 10.5),
  ]);
}

/** Who made it and when, under a round red seal. */
function seal(department: string, date: string, y: number): readonly string[] {
  const x = 400;
  const byline = `${institution}${department}`;
  return [
    ...textAt(byline, right - widthOf(byline) * size, y + 8, size),
    ...textAt(date, right - widthOf(date) * size, y - 14, size),
    'q 0.82 0.1 0.1 RG 0.82 0.1 0.1 rg 2 w',
    circle(x, y - 22, 46),
    ...textAt(institution, x - 2.5 * 13, y - 4, 13),
    star(x, y - 28, 14),
    ...textAt('自评专用', x - 2 * 10, y - 56, 10),
    'Q',
  ];
}

const curve = (...points: readonly number[]): string => `${points.map((point) => point.toFixed(1)).join(' ')} c`;

function circle(x: number, y: number, r: number): string {
  const k = r * 0.5523;
  return [
    `${x + r} ${y} m`,
    curve(x + r, y + k, x + k, y + r, x, y + r),
    curve(x - k, y + r, x - r, y + k, x - r, y),
    curve(x - r, y - k, x - k, y - r, x, y - r),
    curve(x + k, y - r, x + r, y - k, x + r, y),
    's',
  ].join(' ');
}

function star(x: number, y: number, r: number): string {
  const corners = Array.from({ length: 10 }, (_corner, index) => {
    const angle = Math.PI / 2 + (index * Math.PI) / 5;
    const length = index % 2 === 0 ? r : r * 0.382;
    return `${(x + length * Math.cos(angle)).toFixed(1)} ${(y + length * Math.sin(angle)).toFixed(1)} ${index === 0 ? 'm' : 'l'}`;
  });
  return `${corners.join(' ')} f`;
}
