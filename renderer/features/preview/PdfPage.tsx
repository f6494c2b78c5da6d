import { useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

const width = 760;

/** One page, drawn when it comes near the view. */
export function PdfPage({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(number === 1);
  const [ratio, setRatio] = useState(1.414);
  useEffect(() => {
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNear(true);
      },
      { rootMargin: '800px' },
    );
    if (canvas.current) watcher.observe(canvas.current);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    if (!isNear) return undefined;
    let isGone = false;
    let task: RenderTask | undefined;
    const draw = async () => {
      const page = await pdf.getPage(number);
      const element = canvas.current;
      if (isGone || !element) return;
      const size = page.getViewport({ scale: 1 });
      setRatio(size.height / size.width);
      const viewport = page.getViewport({ scale: (width / size.width) * Math.min(2, window.devicePixelRatio || 1) });
      element.width = Math.floor(viewport.width);
      element.height = Math.floor(viewport.height);
      task = page.render({ canvas: element, viewport });
      await task.promise;
      element.dataset['drawn'] = 'yes';
    };
    draw().catch((cause: unknown) => {
      if (!isGone) console.error(cause);
    });
    return () => {
      isGone = true;
      task?.cancel();
    };
  }, [isNear, number, pdf]);
  return (
    <canvas
      ref={canvas}
      className="pdf-page"
      role="img"
      aria-label={`第 ${number} 页`}
      style={{ aspectRatio: String(1 / ratio) }}
    />
  );
}
