/** The virtual displays that windows of the tests may open on; a real one is one and has no name here. */
export const displays: readonly (string | undefined)[] = process.env['VIRTUAL_DISPLAYS']?.split(' ') ?? [undefined];

/** The display of this worker, as a variable of the environment. */
export function ownDisplay(): Readonly<Record<string, string>> {
  const display = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
  return display === undefined ? {} : { DISPLAY: display };
}
