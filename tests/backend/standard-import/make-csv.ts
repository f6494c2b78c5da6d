let table: ReadonlyMap<string, readonly [number, number]> | undefined;

/** Node can read GBK but not write it: the table is turned around. */
export function gbk(text: string): Buffer {
  table ??= new Map(
    Array.from({ length: 0x7e }, (_high, high) => high + 0x81).flatMap((high) =>
      Array.from({ length: 0xbf }, (_low, low) => low + 0x40).flatMap((low) => {
        const character = new TextDecoder('gbk').decode(Uint8Array.of(high, low));
        return character.length === 1 && character !== '\ufffd' ? [[character, [high, low]] as const] : [];
      }),
    ),
  );
  const known = table;
  return Buffer.from(
    Array.from(text).flatMap((character) => {
      const bytes = character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : known.get(character);
      if (!bytes) throw new Error(`${character} is not in GBK`);
      return [...bytes];
    }),
  );
}

export const csv = (rows: readonly (readonly (string | number)[])[], delimiter = ','): string =>
  rows
    .map((cells) =>
      cells
        .map((cell) => (/["\n,;\t]/u.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell))
        .join(delimiter),
    )
    .join('\r\n');
