import { z } from 'zod';
import { parseRational } from '../domain/number/rational.ts';
import { methods, tiers } from '../domain/standard/standard.ts';
import { asShare, compareExactly } from '../domain/number/exact-share.ts';

/** The whole of the pack format (shared/standards/FORMAT.md). A key that the format does not name is refused. */

/** Control characters but for tab and line ends. */
const control = /[^\P{Cc}\t\n\r]/u;
const text = (limit = 5000) =>
  z
    .string()
    .max(limit, { error: `超过 ${limit} 个字` })
    .refine((value) => value.trim() !== '', { error: '为空' })
    .refine((value) => !control.test(value), { error: '含有不可见的控制字符' });
const texts = () => z.array(text()).max(500);
const code = () =>
  text(40).regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?$/u, { error: '只能由文字、数字、点和短横组成' });
const id = () => text(60).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: '只能由小写字母、数字和短横组成' });
const share = () =>
  z
    .union([z.number(), z.string()], { error: '应为 0 到 1 的小数或 "1/3" 这样的分数' })
    .refine((value) => asShare(value) !== undefined, {
      error: '不是精确的比例，应为 0 到 1 的小数（至多 6 位）或 "1/3" 这样的分数',
    });
const amount = () =>
  z
    .number()
    .positive({ error: '应大于 0' })
    .max(1_000_000, { error: '过大' })
    .refine((value) => asShare(value) !== undefined, { error: '小数至多 6 位' });
/** A number that is exact as decimal text. */
const figure = () => z.number().refine((value) => parseRational(String(value)) !== undefined, { error: '位数过多' });
const confidence = z.enum(['high', 'medium', 'low']);
const remarks = { confidence: confidence.optional(), note: text().optional() };
const method = z.enum(methods);

const indicator = z.strictObject({
  numerator: text(),
  denominator: text().nullable(),
  /** Empty for a bare ratio, such as DRG weights. */
  unit: z.string().max(40),
  multiplier: amount().optional(),
  direction: z.enum(['up', 'down', 'monitor']),
  /** Words instead of a figure are advice: they are shown and never compared. */
  target: z.union([figure(), text()]).nullable().optional(),
  period: z.enum(['month', 'quarter', 'year']),
  formula: text().optional(),
  ...remarks,
});

export const clauseSchema = z.strictObject({
  code: code(),
  title: text(300),
  core: z.boolean(),
  optional: z.boolean(),
  method: method.optional(),
  evidence: texts(),
  checks: texts(),
  departments: texts(),
  requirements: z
    .strictObject({ C: texts().optional(), B: texts().optional(), A: texts().optional(), yes: texts().optional() })
    .optional(),
  genericLevels: z.union([z.boolean(), z.array(z.enum(tiers))]).optional(),
  points: amount().optional(),
  deductions: texts().optional(),
  veto: z.boolean().optional(),
  indicator: indicator.optional(),
  monitor: text().optional(),
  rollup: z
    .strictObject({ pack: text(), target: text(), unitTypes: texts(), measure: text(60), basis: text(60) })
    .optional(),
  ...remarks,
});

const section = z.strictObject({
  code: code(),
  title: text(300),
  method: method.optional(),
  optional: z.boolean().optional(),
  clauses: z.array(clauseSchema).min(1, { error: '没有条款' }),
  ...remarks,
});

const chapter = z.strictObject({
  code: code(),
  title: text(300),
  part: text(60).optional(),
  method: method.optional(),
  excludeFromRules: z.boolean().optional(),
  sections: z.array(section).min(1, { error: '没有节' }),
  ...remarks,
});

/** E is named here so that its refusal can say why; `check-pack.ts` refuses it. */
const gradeRule = z.strictObject({
  scope: text(60),
  grade: z.enum(['A', 'B', 'C', 'D', 'E', 'yes']),
  atLeast: share(),
  ...remarks,
});
const scoreRule = z.strictObject({
  score: text(60),
  atLeast: z.union([z.number().nonnegative({ error: '不能小于 0' }), z.string()]),
  of: z.literal('share').optional(),
  ...remarks,
});

export const targetSchema = z.strictObject({
  id: id(),
  label: text(200),
  rules: z.array(z.union([gradeRule, scoreRule])).min(1, { error: '没有规则' }),
  ...remarks,
});

const rate = () =>
  z
    .number()
    .min(0, { error: '应在 0 到 1 之间' })
    .max(1, { error: '应在 0 到 1 之间' })
    .refine((value) => asShare(value) !== undefined, { error: '小数至多 6 位' });
export const scoringSchema = z.strictObject({
  full: amount(),
  parts: z
    .array(
      z.strictObject({
        scope: text(60),
        weight: share(),
        gradeRates: z.strictObject({ A: rate(), B: rate(), C: rate(), D: rate() }).optional(),
        indicatorRates: z.strictObject({ met: rate(), improved: rate(), worse: rate(), missing: rate() }).optional(),
        ...remarks,
      }),
    )
    .min(1, { error: '没有部分' }),
  ...remarks,
});

const counts = z.record(z.string(), z.union([z.number(), text()]));
/** Background for the standard's page; nothing is computed from it. */
const reference = z.strictObject({
  status: text().optional(),
  documentConfidence: confidence.optional(),
  officialCounts: counts.optional(),
  editions: z.array(z.strictObject({ edition: text(200), document: text(200).nullable(), ...remarks })).optional(),
  gradingHints: z.record(z.string(), text()).optional(),
  vetoPolicy: z.strictObject({ effect: text(), ...remarks }).optional(),
  ...remarks,
});

export const scopeSchema = z.strictObject({ id: id(), label: text(200), chapters: texts(), ...remarks });

export const packSchema = z.strictObject({
  id: id(),
  title: text(300),
  programme: text(100),
  edition: text(200),
  issuer: text(300),
  document: text(300).optional(),
  appliesTo: texts(),
  confidence,
  note: text().optional(),
  method,
  scale: z.array(z.strictObject({ grade: text(20), label: text(100), meaning: text().optional() })),
  totalPoints: amount().optional(),
  yesAtRate: share()
    .refine((value) => asShare(value) === undefined || compareExactly(value, 1) <= 0, {
      error: '大于 1，应在 0 到 1 之间',
    })
    .optional(),
  scopes: z.array(scopeSchema).optional(),
  scoring: scoringSchema.optional(),
  reference: reference.optional(),
  targets: z.array(targetSchema).min(1, { error: '没有目标等级' }),
  chapters: z.array(chapter).min(1, { error: '没有章' }),
});

/** 标准包: one standard as its YAML file says it. */
export type Pack = z.infer<typeof packSchema>;
export type PackChapter = Pack['chapters'][number];
export type PackSection = PackChapter['sections'][number];
export type PackClause = z.infer<typeof clauseSchema>;
export type PackTarget = z.infer<typeof targetSchema>;
export type PackRule = PackTarget['rules'][number];
