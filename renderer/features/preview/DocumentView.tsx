import { useEffect, useEffectEvent, useState } from 'react';
import type { DocumentText, TextBlock } from '../../../shared/contract/evidence.ts';
import type { EvidenceFileId } from '../../../shared/domain/id.ts';
import { errorDtoOf, isCancelled } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';

interface DocumentViewProps {
  readonly fileId: EvidenceFileId;
  readonly onFail: (why: string) => void;
}

/** What a Word or Excel file says, as plain text: its looks are the business of the program that wrote it. */
export function DocumentView({ fileId, onFail }: DocumentViewProps) {
  const { api } = useServices();
  const [text, setText] = useState<DocumentText>();
  const fail = useEffectEvent((cause: unknown) => {
    if (!isCancelled(cause)) onFail(errorDtoOf(cause).message);
  });
  useEffect(() => {
    let isHere = true;
    api['evidence.readText']({ fileId }).then(
      (read) => isHere && setText(read),
      (cause: unknown) => isHere && fail(cause),
    );
    return () => {
      isHere = false;
    };
  }, [api, fileId]);
  if (!text) return <p className="preview-wait">正在读取文字…</p>;
  return (
    <div className="document-text" data-testid="document-text">
      <p className="document-hint">只显示文字，版式、图片和文本框请用系统程序打开查看。</p>
      {text.sections.map(({ name, blocks }, at) => (
        <section key={at} aria-label={name === '' ? '正文' : `工作表 ${name}`}>
          {name !== '' && <h4 className="document-sheet">{name}</h4>}
          {blocks.map((block, index) => (
            <Block key={index} block={block} />
          ))}
        </section>
      ))}
      {text.sections.length === 0 && <p className="preview-wait">里面没有文字。</p>}
      {text.isCut && <p className="preview-wait">文件很长，这里只显示开头部分。</p>}
    </div>
  );
}

function Block({ block }: { block: TextBlock }) {
  if (block.kind === 'paragraph') return <p className={block.isHeading ? 'document-heading' : ''}>{block.text}</p>;
  return (
    <div className="document-table" role="group" aria-label="表格" tabIndex={0}>
      <table>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>
              {row.map((text, column) => (
                <td key={column}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
