import type { Evidence } from '../../shared/domain/evidence/evidence.ts';
import type { EvidenceId } from '../../shared/domain/id.ts';

/** Evidence of which nothing is known but its number, without a file. */
export const bareEvidence = (id: string): Evidence => ({
  id: id as EvidenceId,
  number: id,
  title: id,
  documentDate: '',
  validUntil: '',
  department: '',
  remark: '',
  files: [],
  usedBy: [],
});
