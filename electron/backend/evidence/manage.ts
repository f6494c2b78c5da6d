import type { Input } from '../../../shared/contract/contract.ts';
import type { RoundChange } from '../../../shared/contract/round.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import type { EvidenceFields } from '../../../shared/domain/evidence/evidence.ts';
import { evidenceNotFound } from '../../../shared/errors/messages.ts';
import type { OpenRound } from '../round/open-round.ts';
import type { EvidenceRepo } from './evidence-repo.ts';

/** @throws {AppError} evidence/not-found */
export function reuseEvidence(round: OpenRound, repo: EvidenceRepo, input: Input<'evidence.reuse'>): RoundChange {
  const clause = round.clause(input.clauseId);
  const evidence = find(repo, input.evidenceId);
  const present = round.state(clause.id).evidence.some((entry) => entry.id === evidence.id);
  const after = repo.nextPosition(round.id, clause.id);
  return round.apply(
    'do',
    `${clause.code} 引用佐证 ${evidence.number}`,
    present ? [] : [{ on: 'use', clauseId: clause.id, evidenceId: evidence.id, before: null, after }],
  );
}

/** Takes the use back; the file stays in the workspace, so that this can be undone. */
export function removeEvidence(round: OpenRound, input: Input<'evidence.remove'>): RoundChange {
  const clause = round.clause(input.clauseId);
  const { evidence } = round.state(clause.id);
  const index = evidence.findIndex((entry) => entry.id === input.evidenceId);
  const removed = evidence[index];
  if (!removed) throw evidenceNotFound();
  return round.apply('do', `${clause.code} 移除佐证 ${removed.number}`, [
    {
      on: 'use',
      clauseId: clause.id,
      evidenceId: removed.id,
      before: round.positionOf(clause.id, removed.id),
      after: null,
    },
  ]);
}

/** @throws {AppError} evidence/not-found */
export function describeEvidence(round: OpenRound, repo: EvidenceRepo, input: Input<'evidence.describe'>): RoundChange {
  const { roundId: _round, evidenceId, ...fields } = input;
  const before = fieldsOf(find(repo, evidenceId));
  return round.apply('do', `佐证 ${before.number} 信息`, [
    { on: 'describe', evidenceId, before, after: { ...before, ...fields } },
  ]);
}

function find(repo: EvidenceRepo, id: Evidence['id']): Evidence {
  const evidence = repo.load([id]).get(id);
  if (!evidence) throw evidenceNotFound();
  return evidence;
}

const fieldsOf = (evidence: Evidence): EvidenceFields => ({
  number: evidence.number,
  title: evidence.title,
  documentDate: evidence.documentDate,
  validUntil: evidence.validUntil,
  department: evidence.department,
  remark: evidence.remark,
});
