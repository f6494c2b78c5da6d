import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fetchBytes } from './file-content.ts';
import { openPdf } from './pdf-document.ts';
import { PdfPage } from './PdfPage.tsx';
import { PdfPlace } from './PdfPlace.tsx';

export default function PdfView({ fileId, title, onFail }: { fileId: string; title: string; onFail: () => void }) {
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const pages = useRef<HTMLDivElement>(null);
  const fail = useEffectEvent(onFail);
  useEffect(() => {
    const stop = new AbortController();
    let release: (() => void) | undefined;
    const read = async () => {
      const task = openPdf(await fetchBytes(fileId, stop.signal));
      release = () => void task.destroy();
      const opened = await task.promise;
      if (!stop.signal.aborted) setPdf(opened);
    };
    read().catch((cause: unknown) => {
      if (stop.signal.aborted) return;
      console.error(cause);
      fail();
    });
    return () => {
      stop.abort();
      release?.();
    };
  }, [fileId]);
  if (!pdf) return <p className="preview-wait">正在打开…</p>;
  return (
    <div ref={pages} className="pdf" role="document" aria-label={title} data-testid="pdf">
      {Array.from({ length: pdf.numPages }, (_, index) => (
        <PdfPage key={index} pdf={pdf} number={index + 1} />
      ))}
      <PdfPlace pages={pages} count={pdf.numPages} />
    </div>
  );
}
