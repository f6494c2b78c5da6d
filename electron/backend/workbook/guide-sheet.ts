import type { Method } from '../../../shared/domain/standard/standard.ts';
import { cell, heightFor } from './cells.ts';
import { clauseSheetName } from './clause-sheet.ts';
import { indicatorSheetName } from './indicator-sheet.ts';
import { longTextSheetName } from './long-texts.ts';
import { pointsSheetName } from './points-sheet.ts';
import { prerequisiteSheetName } from './prerequisite-sheet.ts';
import type { SheetModel } from './sheet-model.ts';

const width = 120;

/** Sheet 填表说明: how to fill in the sheets that are there, in ten lines. */
export const guideSheet = (methods: ReadonlySet<Method>, footer: SheetModel['footer']): SheetModel => ({
  name: '填表说明',
  hidden: false,
  columns: [{ width: 6 }, { width }],
  rows: [
    { cells: [cell('title', '填表说明')], height: 36 },
    ...linesFor(methods).map((line, index) => ({
      cells: [cell('strong', index + 1), cell('value', line)],
      height: 8 + heightFor(line, width),
    })),
  ],
  frozen: { rows: 0, columns: 0 },
  filter: undefined,
  merges: ['A1:B1'],
  blocks: [],
  entries: [],
  tones: [],
  footer,
});

const when = (there: boolean, text: string): readonly string[] => (there ? [text] : []);

const sheetsOf = [
  [clauseSheetName, ['graded', 'checklist']],
  [prerequisiteSheetName, ['prerequisite']],
  [pointsSheetName, ['points']],
  [indicatorSheetName, ['indicator']],
] as const;

function linesFor(methods: ReadonlySet<Method>): readonly string[] {
  const [graded, checklist] = [methods.has('graded'), methods.has('checklist')];
  const [prerequisite, points, indicator] = [
    methods.has('prerequisite'),
    methods.has('points'),
    methods.has('indicator'),
  ];
  const sheets = sheetsOf.filter(([, held]) => held.some((method) => methods.has(method)));
  const names = sheets.map(([name]) => `“${name}”`).join('、');
  return [
    `请在${names}表中填写浅黄色的两列（评审结果和“评审意见”），其他单元格受保护，不需要改动。`,
    `${[
      ...when(graded, '等级从下拉列表中选择：A 优秀，B 良好，C 合格，D 不合格，只有可选条款才能评 E（不适用）'),
      ...when(checklist, '是否条款选“通过”或“不通过”'),
      ...when(prerequisite, '前置要求选“无违反”或“违反”'),
      ...when(points, '分值填 0 到满分之间的数，最多两位小数'),
      ...when(indicator, '指标选“认可”（同意自评结果）、“不认可”或“缺报”'),
      ...when(!graded || methods.size > 1, '只有可选条款才能选或填“不适用”'),
    ].join('；')}。`,
    `${[
      ...when(graded, '“比对”列给出自评与评审的差别：一致；偏高、偏低指自评高于、低于评审；一方为 E 时显示不一致'),
      ...when(!graded && (checklist || prerequisite), '“比对”列给出自评与评审是否一致'),
      ...when(points, '“评审－自评”列给出得分之差，扣减显示为红色'),
      ...when(indicator, '没有填的指标按缺报统计'),
    ].join('；')}。`,
    '“结果汇总”随填写自动计算，左边是自评、右边是评审；还没有填写任何评审结果时显示“待评审”，没有填的条款按未评统计。',
    '适用数不含不适用的条款；还没有评的条款计入适用数、不算达到；比例和得分只截取、不四舍五入。',
    `${[
      ...when(graded, '“高于建议的说明”一列有内容的，是自评等级高于要点判定得出的建议等级'),
      ...when(points, '“调整理由”一列有内容的，是自评得分与要点得出的建议得分不同'),
      ...when(!graded && !points, '“自评说明”写明自评的依据'),
    ].join('；')}，请重点核对。`,
    '“佐证材料目录”中的文件名可以点开。请先把整个压缩包解压，并让本工作簿与“佐证材料”文件夹放在一起。',
    `可以筛选、调整列宽和打印，可以改文件名；请不要删除行和隐藏的列，各行靠行标识对应条款。有文字长得一行打印不下时，全文印在“${longTextSheetName}”。`,
    '各表的保护没有密码，只为防止误改。需要修改的请写在评审结果和“评审意见”里，不要改动自评内容。',
    '填完后保存为 .xlsx 格式（不要另存为 .xls 或 .csv），发回给医院评审办。',
  ];
}
