import { getDocument, GlobalWorkerOptions, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { PdfAssets } from './pdf-assets.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Opens a PDF with the character maps, fonts and decoders of our own bundle; nothing is fetched from elsewhere. */
export const openPdf = (data: Uint8Array): PDFDocumentLoadingTask =>
  getDocument({
    data,
    BinaryDataFactory: PdfAssets,
    useWorkerFetch: false,
    useSystemFonts: true,
    isEvalSupported: false,
    enableXfa: false,
  });
