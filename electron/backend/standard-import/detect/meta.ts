import { createHash } from 'node:crypto';
import { institutionTypes } from '../../../../shared/domain/institution.ts';
import type { Method } from '../../../../shared/domain/standard/standard.ts';
import type { Pack, PackTarget } from '../../../../shared/contract/pack-schema.ts';

/** What a table cannot say, and the user may. */
export interface PackMeta {
  readonly id?: string;
  readonly title?: string;
  readonly programme?: string;
  readonly edition?: string;
  readonly issuer?: string;
  readonly document?: string;
  readonly appliesTo?: readonly string[];
  readonly confidence?: Pack['confidence'];
  readonly note?: string;
  readonly targets?: Pack['targets'];
}

type Head = Pick<
  Pack,
  'id' | 'title' | 'programme' | 'edition' | 'issuer' | 'document' | 'appliesTo' | 'confidence' | 'note'
>;

const year = '((?:19|20)\\d{2})';
const revised = new RegExp(`${year}\\s*年?\\s*(?:\\d{1,2}\\s*月)?\\s*(?:第.次)?(?:修订|修正|修改)`, 'u');
const alone = new RegExp(`^[(（]?\\s*${year}\\s*年?\\s*版?\\s*[)）]?$`, 'u');

/** The year of the title; a line that tells of a revision, `（2025 年修订版）`, is later than it. */
function editionOf([title = '', ...lines]: readonly string[]): string | undefined {
  const yearOf = (pattern: RegExp, texts: readonly string[]) =>
    texts.map((text) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
  return (
    yearOf(revised, [title, ...lines]) ??
    new RegExp(`${year}\\s*年?\\s*版?`, 'u').exec(title)?.[1] ??
    yearOf(alone, lines)
  );
}

/** The head of the pack; what is not known says so. The id is made of the title, so that the same file gets the same one. */
export function headOf(title: string, meta: PackMeta, lines: readonly string[] = []): Head {
  const shown = meta.title ?? title;
  const named = institutionTypes.filter((type) => shown.includes(type));
  return {
    id: meta.id ?? `own-${createHash('sha256').update(shown).digest('hex').slice(0, 10)}`,
    title: shown,
    programme: meta.programme ?? '自有标准',
    edition: meta.edition ?? editionOf([shown, ...lines]) ?? '未注明',
    issuer: meta.issuer ?? '未注明',
    ...(meta.document !== undefined && { document: meta.document }),
    appliesTo: [...(meta.appliesTo ?? (named.length > 0 ? named : institutionTypes))],
    confidence: meta.confidence ?? 'medium',
    note: meta.note ?? '由本单位从文件导入，结构由程序识别、本单位核对。目标等级为占位，使用前请按官方文件修改。',
  };
}

const asked = '这不是官方的规则，只是占位：官方文件里的达标条件没有读取。使用前请按官方文件修改。';

/** One target that nobody can take for the official one. */
export function placeholderTargets(methods: ReadonlySet<Method>, counting: ReadonlySet<Method>): Pack['targets'] {
  const rules: PackTarget['rules'] = [];
  if (counting.has('graded')) rules.push({ scope: 'all', grade: 'C', atLeast: 1 });
  if (['checklist', 'indicator', 'prerequisite'].some((method) => counting.has(method as Method))) {
    rules.push({ scope: 'all', grade: 'yes', atLeast: 1 });
  }
  if (methods.has('points')) rules.push({ score: 'total', atLeast: 0.8, of: 'share' });
  return [{ id: 'own', label: '自定目标（请修改）', rules, confidence: 'low', note: asked }];
}

const scales: Readonly<Record<Method, Pack['scale']>> = {
  graded: [
    { grade: 'A', label: '优秀' },
    { grade: 'B', label: '良好' },
    { grade: 'C', label: '合格' },
    { grade: 'D', label: '不合格' },
    { grade: 'E', label: '不适用' },
  ],
  checklist: [
    { grade: 'yes', label: '符合' },
    { grade: 'no', label: '不符合' },
    { grade: 'E', label: '不适用' },
  ],
  points: [
    { grade: 'yes', label: '得分达到要求' },
    { grade: 'no', label: '得分未达到要求' },
    { grade: 'E', label: '不适用' },
  ],
  prerequisite: [
    { grade: 'yes', label: '未违反' },
    { grade: 'no', label: '违反' },
  ],
  indicator: [
    { grade: 'met', label: '达标' },
    { grade: 'unmet', label: '未达标' },
    { grade: 'E', label: '不适用' },
  ],
};

export const scaleOf = (method: Method): Pack['scale'] => scales[method];
