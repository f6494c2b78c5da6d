import path from 'node:path';
import type { RoundScoring, RoundTarget, RoundView } from '../../../shared/contract/round.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import { marks as allMarks, type Mark } from '../../../shared/domain/grade/grade.ts';
import type { EvidenceFileId, EvidenceId, PointId, RoundId } from '../../../shared/domain/id.ts';
import { periodsUpTo } from '../../../shared/domain/indicator/period.ts';
import type { Figure } from '../../../shared/domain/indicator/read-indicator.ts';
import { resultOf, yesAtRateOf, type ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import { blankState, isCounted, type ClauseState } from '../../../shared/domain/round/clause-state.ts';
import { clausesOf, type Clause, type Rule, type Standard } from '../../../shared/domain/standard/standard.ts';
import { tallyClauses, type Tally } from '../../../shared/domain/verdict/tally.ts';
import { judge, type Verdict } from '../../../shared/domain/verdict/verdict.ts';
import { parsePack, readPackBytes } from '../../../electron/backend/standard/read-pack-file.ts';
import { toStandard } from '../../../electron/backend/standard/to-standard.ts';

const packs = path.resolve(import.meta.dirname, '../../../resources/standards');

/** A built-in standard; `excluded` chapters stand in no rules. */
export function readStandard(name = 'jcx-township-2022', excluded: readonly string[] = []): Standard {
  const file = `${name}.yaml`;
  const { bytes, sha256 } = readPackBytes(packs, file);
  const standard = toStandard(parsePack(bytes, file), sha256);
  return withClauses(standard, (clause) => ({
    ...clause,
    counts: clause.counts && !excluded.includes(clause.chapter),
  }));
}

/** The standard with each clause changed. */
export const withClauses = (standard: Standard, change: (clause: Clause, index: number) => Clause): Standard => {
  let index = 0;
  return {
    ...standard,
    chapters: standard.chapters.map((chapter) => ({
      ...chapter,
      sections: chapter.sections.map((section) => ({
        ...section,
        clauses: section.clauses.map((clause) => change(clause, index++)),
      })),
    })),
  };
};

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

interface RoundOptions {
  readonly seed?: number;
  readonly standard?: Standard;
  /** Rules other than the standard's own. */
  readonly rules?: readonly Rule[];
  /** Chance of a met point. */
  readonly met?: number;
  readonly evidence?: number;
}

/** A round with seeded random results of every method, notes and evidence. */
export function randomRound(options: RoundOptions = {}): RoundView {
  const { seed = 1, standard = readStandard(), met = 0.9, evidence = 0.4 } = options;
  const chance = seeded(seed);
  const chosen = standard.targets.at(-1);
  if (!chosen) throw new Error('the pack has no target');
  const target: RoundTarget = {
    ...chosen,
    rules: options.rules ?? chosen.rules,
    builtIn: chosen.rules,
    edited: options.rules !== undefined,
  };
  const shared = evidenceOf('1.1.1-99', '院感防控管理制度汇编', 1);
  const states = clausesOf(standard).map((clause, index): ClauseState => {
    const scored = randomInput(clause, chance, met);
    const own = chance() < evidence;
    return {
      ...blankState(clause.id),
      ...scored,
      note: chance() < 0.5 ? `现场查看与资料一致，见第 ${index + 1} 号记录。` : '',
      leadDepartment: departments[index % departments.length] ?? '',
      evidence: [
        ...(own ? [evidenceOf(`${clause.code}-01`, `${clause.title}工作记录`, 1 + Math.floor(chance() * 2))] : []),
        ...(index % 20 === 0 && evidence > 0 ? [shared] : []),
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
    settings: { targetId: target.id, targets: [target], scoring: scoringOf(standard), plan: {} },
    states,
    verdict: verdictOf({ standard, target, states }),
    history: { undo: undefined, redo: undefined },
    position: undefined,
  };
}

const scoringOf = ({ scoring }: Standard): RoundScoring | undefined =>
  scoring && { effective: scoring, builtIn: scoring, edited: false };

type Input = Partial<ClauseState>;

function randomInput(clause: Clause, chance: () => number, met: number): Input {
  const marks: Record<PointId, Mark> = {};
  for (const point of clause.points) {
    const isLeft = met < 0 || chance() < 0.01;
    if (!isLeft) marks[point.id] = chance() < met ? 'met' : (allMarks[Math.floor(chance() * 4)] ?? 'met');
  }
  if (met > 0 && met < 1 && clause.optional && chance() < 0.4) return { marks, ownGrade: 'E' };
  switch (clause.method) {
    case 'graded':
      return met > 0 && chance() < 0.05 ? { marks, ownGrade: 'B', reason: '上级检查已确认' } : { marks };
    case 'points': {
      if (met < 0 || chance() > 0.15) return { marks };
      const score = String(Math.floor(chance() * Number(clause.fullScore) * 100) / 100);
      return { marks, ownScore: score, reason: '专家组现场核减' };
    }
    case 'indicator':
      return met < 0 ? {} : randomFigures(clause, chance, met);
    case 'checklist':
      return { marks };
    case 'prerequisite':
      // a violation on every round would hide the rules
      return { marks: met < 0 ? {} : Object.fromEntries(clause.points.map(({ id }) => [id, 'met'])) };
  }
}

function randomFigures(clause: Clause, chance: () => number, met: number): Input {
  const { indicator } = clause;
  if (!indicator || chance() < 0.1) return {};
  const count = chance() < 0.2 ? 14 : 2;
  const figures = periodsUpTo('2026-09-30', indicator.period, count).map((period): Figure => {
    const numerator = String(Math.floor(chance() * 1000) / (chance() < 0.2 ? 8 : 1));
    return { period, numerator, denominator: indicator.denominator === null ? null : String(1000 + count) };
  });
  const hasOwn = indicator.direction !== 'monitor' && chance() < 0.6;
  const easy = indicator.direction === 'up' ? '0.001' : '100000';
  return {
    figures,
    ownTarget: hasOwn ? (chance() < met ? easy : chance() < 0.5 ? 'better' : '0.5') : undefined,
  };
}

/** What the product's own rules say, straight from the states. */
export function verdictOf(view: Pick<RoundView, 'standard' | 'target' | 'states'>): Verdict {
  return verdictOn(view, resultsOf(view));
}

/** The results of all clauses, in the order of the standard. */
export function resultsOf({ standard, states }: Pick<RoundView, 'standard' | 'states'>): readonly ClauseResult[] {
  const byId = new Map(states.map((state) => [state.clauseId, state]));
  return clausesOf(standard).map((clause) => resultOf(clause, byId.get(clause.id) ?? blankState(clause.id)));
}

/** The verdict on other results, such as reviewers'. */
export function verdictOn(view: Pick<RoundView, 'standard' | 'target'>, results: readonly ClauseResult[]): Verdict {
  const { totalPoints, scoring } = view.standard;
  const violated = clausesOf(view.standard).flatMap(({ code }, index) => {
    const result = results[index];
    return result?.method === 'prerequisite' && result.outcome === 'fail' ? [code] : [];
  });
  return judge(view.target, tallyOn(view.standard, results), { totalPoints, scoring, violated });
}

export const tallyOf = (view: Pick<RoundView, 'standard' | 'states'>): Tally => tallyOn(view.standard, resultsOf(view));

export const tallyOn = (standard: Standard, results: readonly ClauseResult[]): Tally =>
  tallyClauses(
    clausesOf(standard).flatMap((clause, index) => {
      const result = results[index];
      return result && isCounted(clause) ? [{ chapter: clause.chapter, core: clause.core, result }] : [];
    }),
    { scopes: standard.scopes, yesAtRate: yesAtRateOf(standard) },
  );

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
