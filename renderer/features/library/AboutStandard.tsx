import type { LibraryStandard, StandardReference } from '../../../shared/contract/standard.ts';
import {
  clausesOf,
  methods,
  type Confidence as Level,
  type Standard,
} from '../../../shared/domain/standard/standard.ts';
import { showThreshold } from '../../../shared/domain/number/share.ts';
import { editionText } from '../../../shared/text/edition.ts';
import { confidenceLabels, methodLabels, ruleLabel, scopeLabel } from '../../../shared/text/labels.ts';
import { thresholdWords } from '../../app/rule-words.ts';
import { Confidence } from '../choose-standard/Confidence.tsx';

interface AboutStandardProps extends Omit<LibraryStandard, 'summary'> {
  readonly summary?: LibraryStandard['summary'] | undefined;
  readonly ownTarget?: string | undefined;
}

/** What a standard is, how far it can be trusted, and what its targets ask. */
export function AboutStandard({ standard, summary, reference, ownTarget }: AboutStandardProps) {
  const clauses = clausesOf(standard);
  const core = clauses.filter((clause) => clause.core).length;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['项目', standard.programme],
    ['版本', standard.edition],
    ['发布', summary?.issuer],
    ['文号', summary && (summary.document ?? '未确认')],
    ['适用', summary?.appliesTo.join('、')],
    ['条款', countWords(standard)],
    ['核心', core === 0 ? undefined : `${core} 条`],
    ['总分', standard.totalPoints === undefined ? undefined : `${standard.totalPoints} 分`],
    [
      '分值通过线',
      clauses.some(({ method }) => method === 'points') ? `得分率 ${showThreshold(standard.yesAtRate)}` : undefined,
    ],
  ];
  return (
    <div className="reading-about">
      <h1>{standard.title}</h1>
      <p className={`reading-trust reading-trust-${standard.confidence}`}>
        <b>{confidenceLabels[standard.confidence]}</b>
        {standard.note}
      </p>
      <Facts rows={facts} />
      <h2>目标等级</h2>
      {standard.targets.map((target) => (
        <section key={target.id} className="reading-target" aria-label={target.label}>
          <h3>
            {target.label}
            {target.id === ownTarget && <span className="chip chip-grey">本轮目标</span>}
            {target.confidence && <Confidence level={target.confidence} />}
          </h3>
          <table>
            <tbody>
              {target.rules.map((rule) => (
                <tr key={JSON.stringify(rule)}>
                  <td>{ruleLabel(rule, standard.scopes)}</td>
                  <td>不低于 {thresholdWords(rule)}</td>
                </tr>
              ))}
              {clauses.some(({ method }) => method === 'prerequisite') && (
                <tr>
                  <td>前置要求</td>
                  <td>一条也不能违反，违反即一票否决</td>
                </tr>
              )}
            </tbody>
          </table>
          {target.note && <p>{target.note}</p>}
        </section>
      ))}
      {standard.scoring && (
        <>
          <h2>总分的算法</h2>
          <table className="reading-scoring">
            <tbody>
              {standard.scoring.parts.map((part) => (
                <tr key={part.scope}>
                  <td>{scopeLabel(part.scope, standard.scopes) || '全部条款'}</td>
                  <td>权重 {showThreshold(part.weight)}</td>
                </tr>
              ))}
              <tr>
                <td>满分</td>
                <td>{standard.scoring.full} 分</td>
              </tr>
            </tbody>
          </table>
          <Remark {...standard.scoring} />
        </>
      )}
      {reference && <Background reference={reference} />}
    </div>
  );
}

const countWords = (standard: Standard): string =>
  methods
    .map((method) => ({ method, count: clausesOf(standard).filter((clause) => clause.method === method).length }))
    .filter(({ count }) => count > 0)
    .map(({ method, count }) => `${methodLabels[method]} ${count}`)
    .join('，');

const Facts = ({ rows }: { rows: readonly (readonly [string, string | undefined])[] }) => (
  <dl className="reading-facts">
    {rows.map(
      ([term, text]) =>
        text !== undefined && (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ),
    )}
  </dl>
);

const Remark = ({ confidence, note }: { confidence?: Level | undefined; note?: string | undefined }) =>
  (confidence ?? note) === undefined ? null : (
    <p>
      {confidence && confidence !== 'high' && <b>{confidenceLabels[confidence]}　</b>}
      {note}
    </p>
  );

/** Background about the editions: nothing is computed from it. */
function Background({ reference }: { reference: StandardReference }) {
  const { status, editions = [], vetoPolicy, gradingHints = {} } = reference;
  return (
    <>
      <h2>背景</h2>
      {status && <p>{status}</p>}
      {editions.length > 0 && (
        <Facts
          rows={editions.map(({ edition, document, note, confidence }) => [
            editionText(edition),
            [document, note, confidence && confidence !== 'high' && confidenceLabels[confidence]]
              .filter(Boolean)
              .join('；'),
          ])}
        />
      )}
      {Object.keys(gradingHints).length > 0 && <Facts rows={Object.entries(gradingHints)} />}
      {vetoPolicy && (
        <>
          <p>一票否决：{vetoPolicy.effect}</p>
          <Remark {...vetoPolicy} />
        </>
      )}
      <Remark {...reference} />
    </>
  );
}
