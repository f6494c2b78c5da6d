import type { PackRule } from '../../../../shared/contract/pack-schema.ts';
import type { WorkPack } from './work-pack.ts';

const chapterScope = (code: string) => `chapter:${code}`;
const scopeOf = (rule: PackRule): string => ('score' in rule ? rule.score : rule.scope);

/** Rules, scopes and parts of the total name chapters by code: they follow when codes change. */
export function followChapters(work: WorkPack, codes: ReadonlyMap<string, string>): WorkPack {
  if (codes.size === 0) return work;
  const code = (before: string) => codes.get(before) ?? before;
  const scope = (before: string) =>
    before.startsWith('chapter:') ? chapterScope(code(before.slice('chapter:'.length))) : before;
  return {
    ...work,
    targets: work.targets.map((target) => ({
      ...target,
      rules: target.rules.map((rule) =>
        'score' in rule ? { ...rule, score: scope(rule.score) } : { ...rule, scope: scope(rule.scope) },
      ),
    })),
    ...(work.scopes && { scopes: work.scopes.map((each) => ({ ...each, chapters: each.chapters.map(code) })) }),
    ...(work.scoring && {
      scoring: { ...work.scoring, parts: work.scoring.parts.map((part) => ({ ...part, scope: scope(part.scope) })) },
    }),
  };
}

/** What names this chapter and would be wrong without it, in words: `目标“达标”的第 2 条规则`. */
export function usesOfChapter(work: WorkPack, code: string): readonly string[] {
  const scope = chapterScope(code);
  return [
    ...work.targets.flatMap(({ label, rules }) =>
      rules.flatMap((rule, at) => (scopeOf(rule) === scope ? [`目标“${label}”的第 ${at + 1} 条规则`] : [])),
    ),
    ...(work.scopes ?? []).flatMap(({ label, chapters }) => (chapters.includes(code) ? [`范围“${label}”`] : [])),
    ...(work.scoring?.parts ?? []).flatMap((part, at) => (part.scope === scope ? [`总分折算的第 ${at + 1} 部分`] : [])),
  ];
}
