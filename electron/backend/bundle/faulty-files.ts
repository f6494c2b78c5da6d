import type { FaultyFile } from '../../../shared/contract/exchange.ts';
import type { RoundView } from '../../../shared/contract/round.ts';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import type { EvidenceFiles } from '../evidence/open-evidence-file.ts';
import { planBundle } from './plan-bundle.ts';

/** What a bundle of the round would lack, each with the clauses it serves. */
export async function faultyFiles(
  view: Pick<RoundView, 'standard' | 'states'>,
  { faultOf }: Pick<EvidenceFiles, 'faultOf'>,
): Promise<readonly FaultyFile[]> {
  const byCode = new Map(clausesOf(view.standard).map((clause) => [clause.code, clause]));
  const found: FaultyFile[] = [];
  for (const { fileId, number, title, clauses } of planBundle(view).files) {
    const fault = await faultOf(fileId);
    if (!fault) continue;
    const served = clauses.flatMap((code) => byCode.get(code) ?? []);
    found.push({
      fileId,
      fault,
      number,
      title,
      clauses: served.map(({ id, code, title: of }) => ({ id, code, title: of })),
    });
  }
  return found;
}
