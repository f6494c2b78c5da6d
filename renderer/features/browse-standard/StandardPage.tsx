import { useStore } from 'zustand';
import { methodLabels, ruleLabel } from '../../../shared/text/labels.ts';
import { clausesOf, methods, type TargetLevel } from '../../../shared/domain/standard/standard.ts';
import { showThreshold } from '../../../shared/domain/verdict/fraction.ts';
import { useServices } from '../../app/services.ts';
import { Confidence } from '../choose-standard/Confidence.tsx';
import './browse-standard.css';

/** The standard that this round is held against, with everything that is uncertain in it. */
export default function StandardPage() {
  const { round } = useServices();
  const open = useStore(round, (state) => state.open);
  if (!open) return null;
  const { standard, target } = open;
  const counts = methods
    .map((method) => ({ method, count: open.clauses.filter((clause) => clause.method === method).length }))
    .filter(({ count }) => count > 0);
  return (
    <section className="page standard-page" tabIndex={0} aria-label="标准">
      <div className="standard-body">
        <h2>
          {standard.title} <Confidence level={standard.confidence} />
        </h2>
        <p className="standard-facts">
          {[
            standard.programme,
            `${standard.edition} 版`,
            ...counts.map(({ method, count }) => `${methodLabels[method]} ${count}`),
            `核心条款 ${open.clauses.filter(({ core }) => core).length}`,
          ].join(' · ')}
        </p>
        {standard.note && <p className="standard-remark">{standard.note}</p>}
        <h3>目标等级</h3>
        {standard.targets.map((each) => (
          <Target key={each.id} target={each} isOurs={each.id === target.id} />
        ))}
        <h3>章</h3>
        <ul className="standard-chapters">
          {standard.chapters.map((chapter) => (
            <li key={chapter.code}>
              <span>
                {chapter.code} {chapter.title}
              </span>
              <small>
                {clausesOf({ chapters: [chapter] }).length} 条{chapter.excludedFromRules && '，不计入比例'}
              </small>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

const Target = ({ target, isOurs }: { target: TargetLevel; isOurs: boolean }) => (
  <section className="standard-target" aria-label={target.label}>
    <h4>
      {target.label}
      {isOurs && <span className="chip chip-grey">本轮目标</span>}
      {target.confidence && <Confidence level={target.confidence} />}
    </h4>
    <table>
      <tbody>
        {target.rules.map((rule) => (
          <tr key={`${rule.scope} ${rule.grade} ${rule.atLeast}`}>
            <td>{ruleLabel(rule)}</td>
            <td>不低于 {showThreshold(rule.atLeast)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {target.note && <p className="standard-remark">{target.note}</p>}
  </section>
);
