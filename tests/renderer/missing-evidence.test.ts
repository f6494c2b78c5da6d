import { expect, test } from 'vitest';
import { departmentsIn, missingEvidence } from '../../renderer/features/evidence/missing-evidence.ts';
import type { Evidence } from '../../shared/domain/evidence/evidence.ts';
import type { EvidenceId } from '../../shared/domain/id.ts';
import type { ClauseState } from '../../shared/domain/round/clause-state.ts';
import { clause, state } from './fixture.ts';

const evidence = (title: string): Evidence => ({
  id: title as EvidenceId,
  number: '1',
  title,
  documentDate: '',
  validUntil: '',
  department: '',
  remark: '',
  files: [],
  usedBy: [],
});
const asked = (code: string, suggestedEvidence: readonly string[], departments: readonly string[] = []) => ({
  ...clause(code),
  suggestedEvidence,
  departments,
});
const listed = (clauses: readonly ReturnType<typeof asked>[], ...states: readonly ClauseState[]) =>
  missingEvidence(clauses, new Map(states.map((each) => [each.clauseId, each]))).map((each) => ({
    code: each.clause.code,
    departments: each.departments,
    suggestions: each.suggestions,
  }));

test('what is attached is not missing; a clause that has all it needs is not listed', () => {
  const clauses = [asked('1.1.1', ['手卫生制度', '培训签到表']), asked('1.1.2', ['应急预案']), asked('1.2.1', [])];
  const states = [
    state('1.1.1', { evidence: [evidence('手卫生制度（2026年修订）.pdf')] }),
    state('1.1.2', { evidence: [evidence('应急预案')] }),
    state('1.2.1'),
  ];
  expect(listed(clauses, ...states)).toEqual([{ code: '1.1.1', departments: [], suggestions: ['培训签到表'] }]);
});

test('what does not apply needs no evidence', () => {
  const clauses = [{ ...asked('1.1.1', ['手卫生制度']), optional: true }];
  expect(listed(clauses, state('1.1.1'))).toHaveLength(1);
  expect(listed(clauses, state('1.1.1', { ownGrade: 'E' }))).toEqual([]);
});

test('the department of this round stands for those that the standard suggests', () => {
  const clauses = [asked('1.1.1', ['手卫生制度'], ['院感科', '护理部']), asked('1.1.2', ['处方点评'], ['药剂科'])];
  const states = [state('1.1.1', { leadDepartment: '医务科' }), state('1.1.2')];
  expect(listed(clauses, ...states).map(({ departments }) => departments)).toEqual([['医务科'], ['药剂科']]);
});

test('departments: those with most clauses first', () => {
  const clauses = [
    asked('1.1.1', ['甲乙'], ['药剂科']),
    asked('1.1.2', ['甲乙'], ['院感科', '护理部']),
    asked('1.2.1', ['甲乙'], ['护理部']),
  ];
  const missing = missingEvidence(clauses, new Map(clauses.map(({ id, code }) => [id, state(code)])));
  expect(departmentsIn(missing)).toEqual(['护理部', '药剂科', '院感科']);
});
