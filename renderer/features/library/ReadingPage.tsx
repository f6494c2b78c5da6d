import { useStore } from 'zustand';
import type { WordedStandard } from '../../../shared/contract/official-text.ts';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { useServices } from '../../app/services.ts';
import { usePrinting } from '../../app/printing/use-printing.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { Button } from '../../ui/Button.tsx';
import { FailedFace, PageFace } from '../../ui/PageFace.tsx';
import { PrintDocument } from './PrintDocument.tsx';
import { StandardMore } from './StandardMore.tsx';
import { StandardReader } from './StandardReader.tsx';

interface ReadingPageProps {
  readonly summary: StandardSummary;
  /** The clause to begin at. */
  readonly code: string | undefined;
  readonly words: string;
  readonly wording: WordedStandard | undefined;
  /** The library is another one. */
  readonly onChange: () => void;
}

/** A standard of the library: to be read, printed, or made a round of. */
export function ReadingPage({ summary, code, words, wording, onChange }: ReadingPageProps) {
  const { api, app } = useServices();
  const canMakeRound = useStore(app, ({ workspace }) => workspace !== undefined && !workspace.readOnlyBecause);
  const printing = usePrinting(summary.title);
  const { value: found, error, again } = useAnswer(summary.id, () => api['standard.read']({ packId: summary.id }));
  if (error) return <FailedFace error={error} onRetry={again} />;
  if (!found) return <PageFace role="status" label="正在打开标准" />;
  return (
    <>
      <StandardReader {...found} code={code} words={words}>
        <div className="reading-actions">
          {canMakeRound && (
            <Button tone="primary" onClick={() => app.getState().show({ kind: 'choose-standard', packId: summary.id })}>
              用这个标准建轮次
            </Button>
          )}
          <Button disabled={printing.isBusy} onClick={() => void printing.savePdf()}>
            存为 PDF
          </Button>
          <Button disabled={printing.isBusy} onClick={printing.print}>
            打印
          </Button>
          <StandardMore standard={summary} wording={wording} onChange={onChange} />
          {wording && (
            <span className="reading-busy ellipsis" title={wording.source}>
              有官方原文 {wording.clauses} 条（{wording.source}），评分时在条款旁对照
            </span>
          )}
          {printing.isBusy && (
            <span role="status" className="reading-busy">
              {printing.label}
            </span>
          )}
        </div>
      </StandardReader>
      {printing.isBusy && <PrintDocument {...found} onReady={printing.onReady} />}
    </>
  );
}
