import { describe, expect, test } from 'vitest';
import type { ClauseId, EvidenceId, PointId, StandardId, TargetId } from '../../../shared/domain/id.ts';
import { invert, isIdle, type Patch } from '../../../shared/domain/round/patch.ts';

const clauseId = 'c' as ClauseId;
const evidenceId = 'e' as EvidenceId;
const described = {
  title: '手卫生制度',
  number: '1.1.1-01',
  documentDate: '2026-01-01',
  validUntil: '',
  department: '院感科',
  remark: '',
};

/** One of each kind, so that a new kind is a compile error here until it stands. */
const each: { readonly [Kind in Patch['on']]: Extract<Patch, { on: Kind }> } = {
  mark: { on: 'mark', clauseId, pointId: 'p' as PointId, before: null, after: 'met' },
  grade: { on: 'grade', clauseId, before: { grade: null, reason: '' }, after: { grade: 'A', reason: '有数据' } },
  score: { on: 'score', clauseId, before: { score: '3', reason: '扣' }, after: { score: null, reason: '' } },
  figure: { on: 'figure', clauseId, period: '2026-01', before: null, after: { numerator: '1', denominator: null } },
  'own-target': { on: 'own-target', clauseId, before: 'better', after: '0.85' },
  note: { on: 'note', clauseId, before: '', after: '一' },
  use: { on: 'use', clauseId, evidenceId, before: null, after: 0 },
  describe: {
    on: 'describe',
    evidenceId,
    before: described,
    after: { ...described, title: '手卫生制度（2026）' },
  },
  standard: {
    on: 'standard',
    before: { standardId: 's@1' as StandardId, targetId: 'basic' as TargetId, position: clauseId },
    after: { standardId: 's@2' as StandardId, targetId: 'basic' as TargetId, position: null },
  },
  level: { on: 'level', before: 'basic' as TargetId, after: 'recommended' as TargetId },
  rules: {
    on: 'rules',
    targetId: 'basic' as TargetId,
    before: null,
    after: [{ kind: 'grade', scope: 'all', grade: 'C', atLeast: '1/3' }],
  },
  scoring: { on: 'scoring', before: null, after: { full: '1000', parts: [] } },
  plan: { on: 'plan', clauseId, before: null, after: 'full' },
};
const patches: readonly Patch[] = Object.values(each);

describe.each(patches.map((patch) => [patch.on, patch] as const))('%s', (_on, patch) => {
  test('撤销换回原值，别的不动；撤销两次是原样', () => {
    expect(invert([patch])).toEqual([{ ...patch, before: patch.after, after: patch.before }]);
    expect(invert(invert([patch]))).toEqual([patch]);
  });

  test('前后一样就不算做过', () => {
    expect(isIdle(patch)).toBe(false);
    expect(isIdle({ ...patch, after: patch.before } as Patch)).toBe(true);
  });
});

test('一次做的几样，按相反的次序撤销', () => {
  expect(invert(patches).map(({ on }) => on)).toEqual(patches.map(({ on }) => on).toReversed());
});
