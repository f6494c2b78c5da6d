import { useEffect, useState, type RefObject } from 'react';
import { usePreviewKeys } from './use-preview-keys.ts';

interface PdfPlaceProps {
  readonly pages: RefObject<HTMLElement | null>;
  readonly count: number;
}

const pagesIn = (pages: HTMLElement) => [...pages.querySelectorAll<HTMLElement>('.pdf-page')];

/** Which page is in sight, and the keys that go to the next. */
export function PdfPlace({ pages, count }: PdfPlaceProps) {
  const [page, setPage] = useState(1);
  useEffect(() => {
    const scroller = pages.current?.parentElement;
    if (!scroller) return undefined;
    const look = () => {
      const { top, height } = scroller.getBoundingClientRect();
      const begun = pagesIn(scroller).filter((each) => each.getBoundingClientRect().top <= top + height / 2);
      setPage(Math.max(1, begun.length));
    };
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    return () => scroller.removeEventListener('scroll', look);
  }, [pages, count]);
  usePreviewKeys(({ key }) => {
    if (key !== 'PageDown' && key !== 'PageUp') return false;
    const next = page + (key === 'PageDown' ? 1 : -1);
    const target = pages.current && pagesIn(pages.current)[next - 1];
    target?.scrollIntoView({ block: 'start' });
    return true;
  });
  return (
    <span className="pdf-place" role="status" aria-label={`第 ${page} 页，共 ${count} 页`}>
      {page} / {count}
    </span>
  );
}
