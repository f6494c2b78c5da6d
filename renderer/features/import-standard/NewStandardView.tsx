import type { Method } from '../../../shared/domain/standard/standard.ts';
import { methods } from '../../../shared/domain/standard/standard.ts';
import { methodLabels } from '../../../shared/text/labels.ts';
import { useImport } from './import-context.ts';
import { countProblems } from './problem-order.ts';
import { countTree, countWords } from './tree-rows.ts';

/** What a new standard will hold. */
export function NewStandardView() {
  const { draft } = useImport();
  const { pack } = draft;
  if (!pack) return null;
  const counts = countProblems(draft.problems);
  const facts: readonly (readonly [string, string])[] = [
    ['名称', pack.title],
    ['版本', pack.edition],
    ['发布', pack.issuer],
    ['项目', pack.programme],
    ['文号', pack.document ?? '未注明'],
    ['内容', countWords(countTree(pack))],
    ['评分', methodWords(pack)],
    ['核对', counts.all === 0 ? '没有发现问题' : `${counts.error} 处错误，${counts.warning} 处提醒`],
  ];
  return (
    <>
      <header className="import-head">
        <h2>将要建立的标准</h2>
      </header>
      <div className="new-standard">
        <dl>
          {facts.map(([term, words]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <p className="new-standard-note">{pack.note}</p>
        <h3>章</h3>
        <ul>
          {pack.chapters.map((chapter, at) => (
            <li key={at}>
              <span className="code">{chapter.code}</span>
              <span className="ellipsis" title={chapter.title}>
                {chapter.title}
              </span>
              <small>
                {chapter.sections.length} 节 · {chapter.sections.reduce((sum, { clauses }) => sum + clauses.length, 0)}{' '}
                条款
              </small>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function methodWords(pack: NonNullable<ReturnType<typeof useImport>['draft']['pack']>): string {
  const found = new Map<Method, number>();
  for (const chapter of pack.chapters) {
    for (const section of chapter.sections) {
      for (const clause of section.clauses) {
        const method = clause.method ?? section.method ?? chapter.method ?? pack.method;
        found.set(method, (found.get(method) ?? 0) + 1);
      }
    }
  }
  return methods
    .flatMap((method) => (found.has(method) ? [`${methodLabels[method]} ${found.get(method)}`] : []))
    .join(' · ');
}
