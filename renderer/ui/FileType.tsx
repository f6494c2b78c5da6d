const kinds: Readonly<Record<string, string>> = {
  pdf: 'red',
  doc: 'blue',
  docx: 'blue',
  wps: 'blue',
  xls: 'green',
  xlsx: 'green',
  et: 'green',
  csv: 'green',
  ppt: 'amber',
  pptx: 'amber',
  jpg: 'amber',
  jpeg: 'amber',
  png: 'amber',
  bmp: 'amber',
  gif: 'amber',
  webp: 'amber',
};

/** The extension as a small chip: PDF, XLSX. */
export const FileType = ({ extension }: { extension: string }) => (
  <span className={`file-type file-type-${kinds[extension] ?? 'grey'}`}>
    {extension.slice(0, 4).toUpperCase() || '文件'}
  </span>
);
