import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { RoundView } from '../../../shared/contract/round.ts';
import { marks as allMarks, type Grade, type Mark } from '../../../shared/domain/grade/grade.ts';
import type {
  ClauseId,
  EvidenceFileId,
  EvidenceId,
  PointId,
  RoundId,
  StandardId,
  TargetId,
} from '../../../shared/domain/id.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import { gradeOf, isCounted, type ClauseState } from '../../../shared/domain/round/clause-state.ts';
import {
  clausesOf,
  type Clause,
  type Standard,
  type TargetLevel,
  type Tier,
} from '../../../shared/domain/standard/standard.ts';
import { tallyClauses } from '../../../shared/domain/verdict/tally.ts';
import { judge, type Verdict } from '../../../shared/domain/verdict/verdict.ts';

interface PackFile {
  id: string;
  title: string;
  programme: string;
  edition: string;
  confidence: 'high' | 'medium' | 'low';
  note?: string;
  targets: {
    id: string;
    label: string;
    rules: { scope: string; grade: 'A' | 'B' | 'C'; atLeast: number }[];
    note?: string;
  }[];
  chapters: {
    code: string;
    title: string;
    excludedFromRules?: boolean;
    sections: {
      code: string;
      title: string;
      clauses: {
        code: string;
        title: string;
        core?: boolean;
        optional?: boolean;
        requirements?: Partial<Record<Tier, string[]>>;
      }[];
    }[];
  }[];
}

/** A small reader of built-in packs, kept apart from the product's own on purpose. */
export function readStandard(name = 'jcx-township-2022', excluded: readonly string[] = []): Standard {
  const pack = parse(
    readFileSync(new URL(`../../../resources/standards/${name}.yaml`, import.meta.url), 'utf8'),
  ) as PackFile;
  return {
    id: `standard-${pack.id}` as StandardId,
    packId: pack.id,
    title: pack.title,
    programme: pack.programme,
    edition: pack.edition,
    confidence: pack.confidence,
    note: pack.note,
    targets: pack.targets.map((target) => ({
      id: target.id as TargetId,
      label: target.label,
      confidence: 'low',
      note: target.note,
      rules: target.rules.map((rule) => ({ ...rule, atLeast: String(rule.atLeast) })),
    })),
    chapters: pack.chapters.map((chapter) => ({
      code: chapter.code,
      title: chapter.title,
      excludedFromRules: excluded.includes(chapter.code),
      sections: chapter.sections.map((section) => ({
        code: section.code,
        title: section.title,
        clauses: section.clauses.map((clause): Clause => ({
          id: `c:${clause.code}` as ClauseId,
          code: clause.code,
          title: clause.title,
          method: 'graded',
          core: clause.core ?? false,
          optional: clause.optional ?? false,
          chapter: chapter.code,
          section: section.code,
          counts: !excluded.includes(chapter.code),
          points: (['C', 'B', 'A'] as const).flatMap((tier) =>
            (clause.requirements?.[tier] ?? []).map((text, index) => ({
              id: `p:${clause.code}:${tier}${index}` as PointId,
              tier,
              text,
            })),
          ),
          suggestedEvidence: [],
          checks: [],
          departments: [],
          genericTiers: [],
        })),
      })),
    })),
  };
}

/** A deterministic stand-in for chance (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const departments = ['医务科', '护理部', '院感科', '公卫科', '办公室'];

/** A round with seeded random marks, grades by hand, notes and evidence. */
export function randomRound(
  options: {
    seed?: number;
    standard?: Standard;
    target?: Pick<TargetLevel, 'rules'>;
    met?: number;
    evidence?: number;
  } = {},
): RoundView {
  const { seed = 1, standard = readStandard(), met = 0.9, evidence = 0.4 } = options;
  const chance = seeded(seed);
  const chosen = standard.targets.at(-1);
  if (!chosen) throw new Error('the pack has no target');
  const target: TargetLevel = { ...chosen, ...options.target };
  const shared = evidenceOf('1.1.1-99', '院感防控管理制度汇编', 1);
  const states = clausesOf(standard).map((clause, index): ClauseState => {
    const marks: Record<PointId, Mark> = {};
    for (const point of clause.points) {
      if (chance() < 0.01) continue;
      marks[point.id] = chance() < met ? 'met' : (allMarks[Math.floor(chance() * 4)] ?? 'met');
    }
    const ownGrade: Grade | undefined = clause.optional && chance() < 0.5 ? 'E' : chance() < 0.05 ? 'B' : undefined;
    const own = chance() < evidence;
    return {
      clauseId: clause.id,
      marks,
      ownGrade,
      reason: ownGrade === 'B' ? '上级检查已确认' : '',
      note: chance() < 0.5 ? `现场查看与资料一致，见第 ${index + 1} 号记录。` : '',
      status: 'draft',
      leadDepartment: departments[index % departments.length] ?? '',
      evidence: [
        ...(own ? [evidenceOf(`${clause.code}-01`, `${clause.title}工作记录`, 1 + Math.floor(chance() * 2))] : []),
        ...(index % 20 === 0 ? [shared] : []),
      ],
    };
  });
  return {
    round: {
      id: 'round-1' as RoundId,
      title: '2026 年度自评',
      standardId: standard.id,
      standardTitle: standard.title,
      targetLabel: target.label,
      createdAt: '2026-03-01T00:00:00Z',
      archived: false,
    },
    standard,
    target,
    states,
    verdict: verdictOf({ standard, target, states }),
    history: { undo: undefined, redo: undefined },
    position: undefined,
  };
}

/** What the product's own rules say, straight from the states. */
export function verdictOf(view: Pick<RoundView, 'standard' | 'target' | 'states'>): Verdict {
  return judge(view.target, tallyOf(view));
}

export function tallyOf(view: Pick<RoundView, 'standard' | 'states'>) {
  const states = new Map(view.states.map((state) => [state.clauseId, state]));
  return tallyClauses(
    clausesOf(view.standard)
      .filter(isCounted)
      .map((clause) => {
        const state = states.get(clause.id);
        return { chapter: clause.chapter, core: clause.core, grade: state && gradeOf(clause, state).grade };
      }),
  );
}

export function evidenceOf(number: string, title: string, files: number, extension = 'pdf'): Evidence {
  return {
    id: `e:${number}` as EvidenceId,
    number,
    title,
    documentDate: '2025-11-03',
    validUntil: '',
    department: '医务科',
    remark: '',
    files: Array.from({ length: files }, (_file, index) => ({
      id: `f:${number}:${index}` as EvidenceFileId,
      name: `${title} 第${index + 1}份.${extension}`,
      extension,
      bytes: 0,
      preview: 'pdf',
    })),
    usedBy: [],
  };
}

/** The round with one clause's state changed. */
export const withState = (view: RoundView, index: number, change: Partial<ClauseState>): RoundView => {
  const states = view.states.map((state, at) => (at === index ? { ...state, ...change } : state));
  return { ...view, states, verdict: verdictOf({ ...view, states }) };
};
