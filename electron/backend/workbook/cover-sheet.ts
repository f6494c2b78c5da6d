import { cell, formula, heightFor } from './cells.ts';
import type { ReviewBookInput } from './review-book.ts';
import type { CellValue, Formula, Row, SheetModel } from './sheet-model.ts';
import { verdictTones } from './summary-sheet.ts';
import { thresholdRemarks } from './threshold-remarks.ts';

const valueWidth = 96;

/** Sheet 封面: whose assessment, against what, when, by which version, and how it stands. */
export function coverSheet(input: ReviewBookInput, verdict: Formula, footer: SheetModel['footer']): SheetModel {
  const { round, standard, target } = input.view;
  const remarks = thresholdRemarks({ standard, target, scoring: input.view.settings.scoring });
  const lines: readonly (readonly [string, CellValue])[] = [
    ['机构', input.institution],
    ['标准', standard.title],
    ['项目与版次', `${standard.programme}，${standard.edition}`],
    ['目标等级', target.edited ? `${target.label}（规则由本轮修改）` : target.label],
    ['评估轮次', round.title],
    ['导出时间', localTime(input.exportedAt)],
    ['自评结论', formula(verdict.formula, verdict.result)],
    ['阈值说明', remarks.threshold],
    ['标准说明', remarks.standard],
    ...(remarks.scoring === undefined ? [] : [['总分口径', remarks.scoring] as const]),
    ['软件', `达标 ${input.appVersion}（评分和核对均在本机完成）`],
  ];
  const firstLine = 3;
  const verdictLine = firstLine + lines.findIndex(([label]) => label === '自评结论');
  return {
    name: '封面',
    hidden: false,
    columns: [{ width: 3 }, { width: 16 }, { width: valueWidth }],
    rows: [
      { cells: [undefined, cell('title', '评审工作簿')], height: 48 },
      { cells: [], height: 8 },
      ...lines.map(([label, value]): Row => ({
        cells: [undefined, cell('label', label), cell('value', value)],
        height: Math.max(30, 8 + heightFor(typeof value === 'string' ? value : '', valueWidth)),
      })),
    ],
    frozen: { rows: 0, columns: 0 },
    filter: undefined,
    merges: ['B1:C1'],
    blocks: [],
    entries: [],
    tones: [{ range: `C${verdictLine}`, tones: verdictTones }],
    footer,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** In the time of the PC that exports: the reader sits in the same time zone. */
function localTime(instant: Date): string {
  const day = `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
  return `${day} ${two(instant.getHours())}:${two(instant.getMinutes())}`;
}
