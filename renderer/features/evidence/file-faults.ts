import type { Evidence, FileFault } from '../../../shared/domain/evidence/evidence.ts';
import type { EvidenceFileId } from '../../../shared/domain/id.ts';
import { fileFaultIn } from '../../../shared/errors/messages.ts';
import { CallError } from '../../app/call-error.ts';

/** What is known to be wrong with stored files, from whatever touched them since the window opened. */
export type FileFaults = ReadonlyMap<EvidenceFileId, FileFault>;

export const withFault = (faults: FileFaults, fileId: EvidenceFileId, fault: FileFault | undefined): FileFaults => {
  if (faults.get(fileId) === fault) return faults;
  const changed = new Map(faults);
  if (fault) changed.set(fileId, fault);
  else changed.delete(fileId);
  return changed;
};

/** The first of its files that is known to be missing or changed. */
export function faultyFileOf(
  { files }: Pick<Evidence, 'files'>,
  faults: FileFaults,
): { readonly fileId: EvidenceFileId; readonly fault: FileFault } | undefined {
  for (const { id } of files) {
    const fault = faults.get(id);
    if (fault) return { fileId: id, fault };
  }
  return undefined;
}

/** What a refused call says about the file. */
export const faultToldBy = (cause: unknown): FileFault | undefined =>
  cause instanceof CallError ? fileFaultIn(cause.dto.code) : undefined;

/** On a row, where there is room for four characters. */
export const shortFault: Readonly<Record<FileFault, string>> = { missing: '文件缺失', changed: '文件被改' };
