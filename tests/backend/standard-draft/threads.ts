/** How many threads of ours this process has. */
export const threads = (): number =>
  (process.report.getReport() as { readonly workers: readonly unknown[] }).workers.length;
