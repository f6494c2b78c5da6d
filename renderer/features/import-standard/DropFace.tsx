import { Button } from '../../ui/Button.tsx';
import { FileType } from '../../ui/FileType.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

const kinds = [
  ['xlsx', 'Excel 工作簿'],
  ['docx', 'Word 文档'],
  ['csv', '表格文本'],
  ['yaml', '达标标准包'],
] as const;

const steps = [
  ['识别', '章、节、条款、要点、分值和指标，从表格和正文里读出来'],
  ['核对', '原表和识别结果并排，列的用途可以改，问题逐条列出并指到单元格'],
  ['导入', '作为本院标准，或把官方原文按编号覆到内置标准上'],
] as const;

/** Nothing is read yet: what can be, and that it does no harm. */
export function DropFace({ isOver, onPick }: { isOver: boolean; onPick: () => void }) {
  const button = useFocusOnMount<HTMLDivElement>();
  return (
    <div className="import-face">
      <div className={`import-drop${isOver ? ' import-drop-over' : ''}`} ref={button}>
        {isOver ? (
          <p className="import-drop-title">松开，开始读取</p>
        ) : (
          <p className="import-drop-title">
            把标准文件拖到这里，或
            <Button tone="primary" onClick={onPick}>
              选择文件…
            </Button>
          </p>
        )}
        <ul className="import-kinds" aria-label="可以读取的文件">
          {kinds.map(([extension, words]) => (
            <li key={extension}>
              <FileType extension={extension} /> {words}
            </li>
          ))}
        </ul>
        <p className="import-hint">
          旧格式 .doc、.xls、.wps、.et 请先用 WPS 或 Office 打开，另存为 .docx 或 .xlsx；PDF 请先转成其中一种。
        </p>
      </div>
      <ol className="import-steps" aria-label="步骤">
        {steps.map(([name, words], at) => (
          <li key={name}>
            <b>
              {at + 1} {name}
            </b>
            <span>{words}</span>
          </li>
        ))}
      </ol>
      <p className="import-promise">文件只在本机读取；确认导入之前，什么都不会写入。</p>
    </div>
  );
}
