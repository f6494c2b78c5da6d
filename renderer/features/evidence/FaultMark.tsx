import type { FileFault } from '../../../shared/domain/evidence/evidence.ts';
import { fileFaultWords } from '../../../shared/errors/messages.ts';
import { shortFault } from './file-faults.ts';

/** Beside evidence of which a file cannot be used. */
export const FaultMark = ({ fault }: { fault: FileFault }) => (
  <span className="chip chip-bad" title={`${fileFaultWords[fault]}，请放回原文件`} data-testid="file-fault">
    {shortFault[fault]}
  </span>
);
