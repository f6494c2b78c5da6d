import { Unreadable } from '../score-file/unreadable.ts';

/** What the bytes are, whatever the name says. */
export type Content = 'zip' | 'text';

const saveAs = '请用 WPS 或 Office 打开它，另存为 .xlsx 或 .docx 后再导入。';

/** @throws {Unreadable} named by what the file is, so that the user knows what to do with it. */
export function recognise(bytes: Buffer): Content {
  const start = bytes.subarray(0, 8).toString('latin1');
  if (start.startsWith('PK\u0003\u0004')) return 'zip';
  if (start.startsWith('PK\u0005\u0006')) throw new Unreadable(`里面什么都没有。${saveAs}`);
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) throw new Unreadable(compoundFile(bytes));
  if (start.startsWith('%PDF')) throw new Unreadable('这是 PDF。请用 WPS 转成 .xlsx 或 .docx 后再导入。');
  if (start.startsWith('{\\rtf')) throw new Unreadable(`这是 RTF 文档。${saveAs}`);
  if (start.startsWith('Rar!') || start.startsWith('7z\u00bc\u00af') || start.startsWith('\u001f\u008b')) {
    throw new Unreadable('这是压缩包。请先解压，再导入里面的文件。');
  }
  const markup = markupOf(bytes);
  if (markup) throw new Unreadable(`${markup}，改了扩展名也不是表格文件。${saveAs}`);
  const isUtf16 = start.startsWith('\u00ff\u00fe') || start.startsWith('\u00fe\u00ff');
  if (!isUtf16 && bytes.subarray(0, 65_536).includes(0)) {
    throw new Unreadable('不是 Excel、Word、CSV 或标准包文件，或已损坏。请重新复制一份。');
  }
  return 'text';
}

/** The container of Office before 2007, and of newer files with a password. Stream names in it are UTF-16. */
function compoundFile(bytes: Buffer): string {
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) return '文件设了打开密码。请在 WPS 或 Office 里去掉密码、另存后再导入。';
  if (has('WordDocument')) return `这是旧版 Word（.doc）文档。${saveAs}`;
  if (has('Workbook') || has('Book')) return `这是旧版 Excel（.xls）工作簿。${saveAs}`;
  return `这是旧版 Office 文件，或已损坏。${saveAs}`;
}

function markupOf(bytes: Buffer): string | undefined {
  const head = bytes
    .subarray(0, 2048)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .replaceAll('\u0000', '')
    .replace(/^(?:\u00ff\u00fe|\u00fe\u00ff)/u, '')
    .trimStart()
    .toLowerCase();
  if (head.startsWith('mime-version:')) return '这是网页存档（MHT）';
  if (!head.startsWith('<')) return undefined;
  if (head.includes('schemas-microsoft-com:office:spreadsheet') && !head.includes('<html')) {
    return '这是 XML 表格（Excel 2003）';
  }
  return head.startsWith('<?xml') && !head.includes('<html') ? '这是 XML 文件' : '这是网页（HTML）';
}

/** Which Office file a zip is, by the parts in it. */
export function recogniseZip(has: (name: string) => boolean): 'xlsx' | 'docx' {
  if (has('xl/workbook.bin')) throw new Unreadable(`这是 .xlsb 格式。${saveAs}`);
  if (has('xl/workbook.xml')) return 'xlsx';
  if (has('word/document.xml')) return 'docx';
  if (has('ppt/presentation.xml')) throw new Unreadable('这是演示文稿。请导入 Excel 或 Word 文件。');
  if (has('mimetype')) throw new Unreadable(`这是 OpenDocument（.ods、.odt）文件。${saveAs}`);
  if (has('[Content_Types].xml')) throw new Unreadable(`不是 Excel 工作簿或 Word 文档，或缺少应有的部分。${saveAs}`);
  throw new Unreadable('这是压缩包。请先解压，再导入里面的文件。');
}
