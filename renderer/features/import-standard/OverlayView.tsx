import { useState } from 'react';
import type { OverlayPreview } from '../../../shared/contract/official-text.ts';
import { countOverlay, overlayLabels, overlayParts, overlayRows, type OverlayPart } from './overlay-rows.ts';
import { RowCell, RowTable } from './RowTable.tsx';

interface OverlayViewProps {
  readonly preview: OverlayPreview;
  readonly title: string;
  /** Clauses that get no text. */
  readonly left: ReadonlySet<string>;
  readonly onLeave: (codes: readonly string[], leave: boolean) => void;
}

/** Which clause of the standard gets which text of the file. */
export function OverlayView({ preview, title, left, onLeave }: OverlayViewProps) {
  const counts = countOverlay(preview);
  const [chosen, setPart] = useState<OverlayPart>();
  const part = chosen ?? (counts.doubtful > 0 ? 'doubtful' : 'matched');
  const rows = overlayRows(preview, part);
  const isMatched = part === 'matched' || part === 'doubtful';
  const taken = rows.filter(({ code }) => !left.has(code)).length;
  return (
    <>
      <header className="import-head">
        <h2 className="ellipsis" title={title}>
          覆到“{title}”
        </h2>
        <span role="group" aria-label="筛选条款" className="confirm-filters">
          {overlayParts.map((one) => (
            <button
              key={one}
              type="button"
              className="filter-tab"
              aria-pressed={part === one}
              onClick={() => setPart(one)}
            >
              {overlayLabels[one]} {counts[one]}
            </button>
          ))}
        </span>
        {isMatched && rows.length > 0 && (
          <label className="confirm-all">
            <input
              type="checkbox"
              checked={taken === rows.length}
              ref={(box) => {
                if (box) box.indeterminate = taken > 0 && taken < rows.length;
              }}
              onChange={({ target }) =>
                onLeave(
                  rows.map(({ code }) => code),
                  !target.checked,
                )
              }
            />
            全部覆上
          </label>
        )}
      </header>
      {part === 'doubtful' && counts.doubtful > 0 && (
        <p className="confirm-remark">编号相同，名称不同，可能是另一个版本。逐条看过，确实是同一条的再勾选。</p>
      )}
      <RowTable
        key={part}
        label="官方原文与标准的条款"
        className="overlay-table"
        heads={['覆上', '编号', '标准里的名称', '文件编号', '文件里的名称', '相似']}
        rows={rows}
        keyOf={({ code, officialCode }) => `${code}→${officialCode}`}
        empty="没有这样的条款。"
        renderRow={({ code, title: named, officialCode, officialTitle, match }) => (
          <>
            <RowCell>
              {match && (
                <input
                  type="checkbox"
                  aria-label={`把原文覆到 ${code}`}
                  checked={!left.has(code)}
                  onChange={({ target }) => onLeave([code], !target.checked)}
                />
              )}
            </RowCell>
            <RowCell>{code}</RowCell>
            <RowCell>{named}</RowCell>
            <RowCell>{officialCode}</RowCell>
            <RowCell>{officialTitle}</RowCell>
            <RowCell>{match && `${Math.floor(match.similarity * 100)}%`}</RowCell>
          </>
        )}
      />
    </>
  );
}
