import type { RoundScoring, RoundTarget } from '../../../shared/contract/round.ts';
import type { Method, Standard } from '../../../shared/domain/standard/standard.ts';
import type { ScorePlan, ScoreRow } from './score-plan.ts';
import { scoredBy, type ScoredClause } from './scored-clauses.ts';
import type { SideResults } from './side-results.ts';
import { rowsFrom, type ClauseTables, type Places } from './summary-frame.ts';
import { scopesWith, type SummaryScope } from './summary-scopes.ts';

export interface SummaryInput {
  readonly standard: Standard;
  readonly target: RoundTarget;
  /** How the total is put together, where it is from weighted parts; `standard` holds the same. */
  readonly scoring: RoundScoring | undefined;
  readonly clauses: readonly ScoredClause[];
  readonly results: SideResults;
  readonly scopes: readonly SummaryScope[];
  readonly plan: ScorePlan | undefined;
  readonly tables: ClauseTables;
}

/** The tables below the rules: what they show and where, decided before any formula is written. */
export interface PlacedTables {
  /** An empty list leaves the table out. */
  readonly shown: {
    readonly scores: readonly ScoreRow[];
    readonly grades: readonly SummaryScope[];
    readonly passing: readonly SummaryScope[];
    readonly indicators: readonly SummaryScope[];
  };
  /** First row of each table below its headings. */
  readonly firsts: Readonly<Record<'scores' | 'ownGrades' | 'theirGrades' | 'passing' | 'indicators', number>>;
  readonly places: Places;
}

/** `start` is the row of the first table's heading, `reviewed` the cell with the number of reviewers' entries. */
export function placeTables(input: SummaryInput, start: number, reviewed: string): PlacedTables {
  const shown = shownIn(input);
  let next = start;
  const take = (headings: number, rows: number): number => {
    if (rows === 0) return 0;
    const first = next + headings;
    next = first + rows + 1;
    return first;
  };
  const firsts = {
    scores: take(3, shown.scores.length),
    ownGrades: take(2, shown.grades.length),
    theirGrades: take(2, shown.grades.length),
    passing: take(3, shown.passing.length),
    indicators: take(3, shown.indicators.length),
  };
  const from = (first: number, rows: readonly { readonly name: string }[]) =>
    rowsFrom(
      first,
      rows.map(({ name }) => name),
    );
  return {
    shown,
    firsts,
    places: {
      grades: { own: from(firsts.ownGrades, shown.grades), theirs: from(firsts.theirGrades, shown.grades) },
      passing: from(firsts.passing, shown.passing),
      indicators: from(firsts.indicators, shown.indicators),
      scores: from(firsts.scores, shown.scores),
      firstPart: firsts.scores + 1,
      reviewed,
    },
  };
}

const withoutGrades: readonly Method[] = ['checklist', 'points', 'prerequisite', 'indicator'];

function shownIn({ standard, target, clauses, scopes, plan, tables }: SummaryInput): PlacedTables['shown'] {
  const having = (methods: readonly Method[], kind?: string) => {
    const asked = target.rules.filter((rule) => rule.kind === kind).map(({ scope }) => scope);
    return scopesWith(scopes, clauses, standard.scopes, methods, asked);
  };
  return {
    scores: plan?.rows ?? [],
    grades: tables.clauses ? having(['graded'], 'grade') : [],
    passing: having(withoutGrades, 'passing'),
    indicators: standard.scoring && scoredBy(clauses, 'indicator').length > 0 ? having(['indicator']) : [],
  };
}
