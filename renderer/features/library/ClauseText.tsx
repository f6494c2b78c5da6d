import { exactly } from '../../../shared/domain/number/rational.ts';
import { showValue } from '../../../shared/domain/indicator/read-indicator.ts';
import type { Clause, Confidence, IndicatorDefinition, PointTier } from '../../../shared/domain/standard/standard.ts';
import { confidenceLabels, methodLabels } from '../../../shared/text/labels.ts';
import { measureWords, targetWords } from '../checklist/indicator-words.ts';
import { Marked } from './Marked.tsx';

const tierOrder: readonly PointTier[] = ['C', 'B', 'A', 'yes'];

interface ClauseTextProps {
  readonly clause: Clause;
  readonly words: string;
  /** The confidence of the standard: only what differs from it is said again. */
  readonly usual: Confidence;
}

/** A clause with everything the pack says of it. */
export function ClauseText({ clause, words, usual }: ClauseTextProps) {
  const facts = [
    methodLabels[clause.method],
    clause.fullScore !== undefined && `${clause.fullScore} 分`,
    clause.optional && '可不适用',
    clause.confidence && clause.confidence !== usual && confidenceLabels[clause.confidence],
  ].filter(Boolean);
  return (
    <section className="reading-clause" aria-label={`条款 ${clause.code}`} data-code={clause.code}>
      <h4>
        <span className="reading-code">{clause.code}</span>
        <span>
          <Marked text={clause.title} words={words} />
          {clause.core && (
            <span className="star" role="img" aria-label="核心条款" title="核心条款">
              {' '}
              ★
            </span>
          )}
        </span>
        <small>{facts.join(' · ')}</small>
      </h4>
      {tierOrder.map((tier) => (
        <Points key={tier} clause={clause} tier={tier} words={words} />
      ))}
      {clause.indicator && <Definition definition={clause.indicator} words={words} />}
      <div className="reading-more">
        <Lines label="扣分" lines={clause.deductions} words={words} />
        <Lines label="佐证" text={clause.suggestedEvidence.join('、')} words={words} />
        <Lines label="检查" text={clause.checks.join('；')} words={words} />
        <Lines label="科室" text={clause.departments.join('、')} words={words} />
        <Lines label="说明" text={clause.note ?? ''} words={words} />
      </div>
    </section>
  );
}

function Points({ clause, tier, words }: { clause: Clause; tier: PointTier; words: string }) {
  const points = clause.points.filter((point) => point.tier === tier);
  if (points.length === 0) return null;
  const isGeneric = clause.genericTiers.some((generic) => generic === tier);
  return (
    <div className="reading-points">
      {tier === 'yes' ? <span /> : <b className={`grade-letter-${tier}`}>{tier}</b>}
      <ol>
        {points.map((point) => (
          <li key={point.id}>
            <Marked text={point.text} words={words} />
          </li>
        ))}
        {isGeneric && <li className="reading-generic">本级要点为通用表述</li>}
      </ol>
    </div>
  );
}

interface LinesProps {
  readonly label: string;
  /** One under the other, or… */
  readonly lines?: readonly string[];
  /** …one after the other. */
  readonly text?: string;
  readonly words: string;
}

function Lines({ label, lines = [], text = '', words }: LinesProps) {
  if (lines.length === 0 && text === '') return null;
  return (
    <div className="reading-lines">
      <small>{label}</small>
      {text === '' ? (
        <ul>
          {lines.map((line) => (
            <li key={line}>
              <Marked text={line} words={words} />
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <Marked text={text} words={words} />
        </p>
      )}
    </div>
  );
}

function Definition({ definition, words }: { definition: IndicatorDefinition; words: string }) {
  const { numerator, denominator, unit, direction, target, targetAdvice, formula } = definition;
  const built = target === undefined ? undefined : exactly(target);
  const goal = targetWords(built, definition) ?? targetAdvice ?? '标准未给出，由本单位设定';
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['分子', numerator],
    ['分母', denominator ?? '无（直接填数）'],
    ['算法', formula === numerator ? undefined : formula],
    ['监测', `${unit === '' ? '比值' : `单位 ${unit}`} · ${measureWords(definition)}`],
    ['目标', direction === 'monitor' ? (built ? `参考 ${showValue(built, definition)}` : undefined) : goal],
  ];
  return (
    <dl className="reading-indicator">
      {rows.map(
        ([term, text]) =>
          text !== undefined && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <Marked text={text} words={words} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
