import { shortTitle } from '../../../shared/text/short-title.ts';

export const outputs = [
  { kind: 'workbook', label: '评审工作簿（.xlsx）', hint: '给专家填写的 Excel 文件' },
  { kind: 'bundle-folder', label: '工作簿和佐证文件夹', hint: '工作簿里的链接直接打开佐证，适合放在 U 盘上' },
  { kind: 'bundle-zip', label: '工作簿和佐证压缩包（.zip）', hint: '同上，合成一个文件，便于传送' },
] as const;
export type OutputKind = (typeof outputs)[number]['kind'];

const endings: Readonly<Record<OutputKind, string>> = { workbook: '.xlsx', 'bundle-folder': '', 'bundle-zip': '.zip' };

/**
 * “某某卫生院-乡镇卫生院服务能力-2026 年下半年自评-评审工作簿.xlsx”: two rounds of one title do not overwrite each other.
 * The save dialog makes it legal where it must.
 */
export function suggestedName(
  institution: string,
  round: { readonly title: string; readonly standardTitle: string },
  kind: OutputKind,
): string {
  const standard = shortTitle(round.standardTitle);
  const parts = [institution, ...(round.title.includes(standard) ? [] : [standard]), round.title, '评审工作簿'];
  return `${parts.join('-')}${endings[kind]}`;
}
