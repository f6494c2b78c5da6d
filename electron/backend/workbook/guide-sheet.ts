import { cell, heightFor } from './cells.ts';
import type { SheetModel } from './sheet-model.ts';

const width = 120;
const lines = [
  '请在“条款评分”表中填写“评审等级”和“评审意见”两列（浅黄色），其他单元格受保护，不需要改动。',
  '评审等级从下拉列表中选择：A 优秀，B 良好，C 合格，D 不合格；只有可选条款才能评 E（不适用）。',
  '“比对”列自动给出自评与评审的差别：一致；偏高表示自评高于评审；偏低表示自评低于评审；一方为 E 时显示不一致。',
  '“结果汇总”随填写自动计算，左边是自评、右边是评审；还没有填写任何评审等级时显示“待评审”。',
  '适用数不含 E；还没有评的条款计入适用数、不算达到；比例只截取一位小数，不四舍五入。',
  '“高于建议的说明”一列有内容的，是自评等级高于要点判定得出的建议等级，请重点核对其理由。',
  '“佐证材料目录”中的文件名可以点开。请先把整个压缩包解压，并让本工作簿与“佐证材料”文件夹放在一起。',
  '可以筛选、调整列宽和打印，可以改文件名；请不要删除行和隐藏的列，导回时按行标识识别。',
  '各表的保护没有密码，只为防止误改。解除保护后改动的自评内容不会导回，评审等级和意见照常导回。',
  '填完后保存为 .xlsx 格式（不要另存为 .xls 或 .csv），发回给医院评审办，由其在达标中导入。',
];

/** Sheet 填表说明: how to fill in, in ten lines. */
export const guideSheet = (footer: SheetModel['footer']): SheetModel => ({
  name: '填表说明',
  hidden: false,
  columns: [{ width: 6 }, { width }],
  rows: [
    { cells: [cell('title', '填表说明')], height: 36 },
    ...lines.map((line, index) => ({
      cells: [cell('strong', index + 1), cell('value', line)],
      height: 8 + heightFor(line, width),
    })),
  ],
  frozen: { rows: 0, columns: 0 },
  filter: undefined,
  merges: ['A1:B1'],
  onePage: true,
  choices: [],
  tones: [],
  footer,
});
