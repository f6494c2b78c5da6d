import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { fileOf, Unreadable, type OfficeProgram } from './unreadable.ts';

export interface PackageLimits {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Uncompressed to compressed, for parts of a megabyte and more. */
  readonly ratio: number;
}

/** Far above what Excel writes for a score file, far below what would hurt the program. */
export const usualLimits: PackageLimits = {
  entries: 2000,
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  ratio: 200,
};

export interface Package {
  has(name: string): boolean;
  /** The part's bytes; refused when they are not what the directory promised. */
  stream(name: string): AsyncGenerator<Buffer>;
}

const damagedFor = (program: OfficeProgram): string =>
  `文件不完整或已损坏，可能没有传完。请重新复制一份，或在 ${program} 里打开后另存。`;
const suspiciousFor = (program: OfficeProgram): string =>
  `压缩包的结构不正常，不像是 ${program} 写的。请在 ${program} 里打开后另存。`;

/** Opens a zipped Office file: everything in its directory is checked before any part is unpacked. */
export async function openPackage(
  bytes: Buffer,
  program: OfficeProgram = 'Excel',
  limits: PackageLimits = usualLimits,
): Promise<Package> {
  const damaged = damagedFor(program);
  const suspicious = suspiciousFor(program);
  const entries = new Map<string, Entry>();
  const zip = await reading(damaged, () => fromBufferPromise(bytes, { lazyEntries: true, autoClose: false }));
  if (zip.entryCount > limits.entries) throw new Unreadable(suspicious);
  await reading(damaged, async () => {
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      total += entry.uncompressedSize;
      if (entry.isEncrypted()) throw new Unreadable('文件加了密码。请去掉密码后再导入。');
      if (entries.has(name) || total > limits.totalBytes || isBomb(entry, limits)) throw new Unreadable(suspicious);
      entries.set(name, entry);
    }
  });
  return {
    has: (name) => entries.has(name.toLowerCase()),
    stream(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry)
        throw new Unreadable(`不是 ${program} ${fileOf[program]}，或缺少应有的部分。请在 ${program} 里打开后另存。`);
      return inflate(zip, entry, damaged);
    },
  };
}

const pieceBytes = 64 * 1024;

function isBomb({ uncompressedSize, compressedSize }: Entry, limits: PackageLimits): boolean {
  if (uncompressedSize > limits.entryBytes) return true;
  return uncompressedSize > 1024 * 1024 && uncompressedSize > limits.ratio * compressedSize;
}

async function* inflate(zip: ZipFile, entry: Entry, damaged: string): AsyncGenerator<Buffer> {
  const stream = await reading(damaged, () => zip.openReadStreamPromise(entry));
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let checksum = 0;
  try {
    for (;;) {
      const chunk = await reading(damaged, () => chunks.next());
      if (chunk.done) break;
      checksum = crc32(chunk.value, checksum);
      // A part without compression comes in one piece, which the parser would hold several times over.
      for (let at = 0; at < chunk.value.length; at += pieceBytes) yield chunk.value.subarray(at, at + pieceBytes);
    }
  } finally {
    stream.destroy();
  }
  // yauzl checks sizes but not contents: one flipped byte would otherwise become another grade.
  if (checksum !== entry.crc32) throw new Unreadable(damaged);
}

/** Whatever the unzipper complains about is a damaged file to the user. */
async function reading<Result>(damaged: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof Unreadable ? cause : new Unreadable(damaged, { cause });
  }
}
