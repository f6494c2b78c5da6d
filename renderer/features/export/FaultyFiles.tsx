import type { FaultyFile } from '../../../shared/contract/exchange.ts';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { fileFaultWords } from '../../../shared/errors/messages.ts';

interface FaultyFilesProps {
  readonly files: readonly FaultyFile[];
  readonly onShow: (clauseId: ClauseId) => void;
}

/** The evidence files that stand in the way of a bundle, with the way to their clauses. */
export const FaultyFiles = ({ files, onShow }: FaultyFilesProps) => (
  <div className="faulty-files" role="alert">
    <p>
      {`有 ${files.length} 个佐证文件缺失或被改动过，没有导出，也没有写入任何文件。`}
      {'可以到条款里放回原文件；也可以跳过它们，工作簿和清单里会注明“文件缺失”。'}
    </p>
    <ul tabIndex={0} aria-label="缺失或被改动过的文件">
      {files.map(({ fileId, number, title, fault, clauses }) => (
        <li key={fileId} data-testid="faulty-file">
          <b>{title}</b> <small>{number}</small>
          <span className="faulty-why">{fileFaultWords[fault]}</span>
          <span className="faulty-clauses">
            {clauses.map(({ id, code, title: of }) => (
              <button key={id} type="button" className="button button-link" onClick={() => onShow(id)}>
                {code} {of}
              </button>
            ))}
          </span>
        </li>
      ))}
    </ul>
  </div>
);
