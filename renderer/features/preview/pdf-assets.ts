// As separate files: an inlined one would be a data: address, which the page may not fetch.
const cMaps = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});
const fonts = import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});
const decoders = import.meta.glob<string>('../../../node_modules/pdfjs-dist/wasm/*.wasm', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});
const byName = new Map(
  Object.entries({ ...cMaps, ...fonts, ...decoders }).map(([path, url]) => [
    path.slice(path.lastIndexOf('/') + 1),
    url,
  ]),
);

/** What pdf.js asks for while it reads: character maps, the fonts that PDFs need not embed, image decoders. */
export class PdfAssets {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const url = byName.get(filename);
    if (url === undefined) throw new Error(`no such asset: ${filename}`);
    const response = await fetch(new URL(url, document.baseURI));
    if (!response.ok) throw new Error(`asset ${filename}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
