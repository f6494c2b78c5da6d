import type { RoundComparison } from '../../../shared/contract/edition.ts';
import { confidenceLabels } from '../../../shared/text/labels.ts';
import { summaryOf, type MoveRow } from './move-rows.ts';

interface MoveSummaryProps {
  readonly found: RoundComparison;
  readonly rows: readonly MoveRow[];
  readonly leave: ReadonlySet<string>;
  readonly targetId: string;
  readonly onTarget: (targetId: string) => void;
}

/** The target in the new edition, what changes, what comes along and what stays behind. */
export function MoveSummary({ found, rows, leave, targetId, onTarget }: MoveSummaryProps) {
  if (found.isSame) return null;
  const target = found.targets.find(({ id }) => id === targetId);
  const taken = found.carried.filter(({ code }) => !leave.has(code));
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const facts: readonly (readonly [string, number, string])[] = [
    ['带入判定', sum(taken.map(({ marks }) => marks)), '个'],
    ['带入佐证', sum(taken.map(({ evidence }) => evidence)), '处'],
    ['不带入的条款', leave.size, '条'],
    ['新版要求不同、不带入的判定', sum(taken.map(({ marksLeft }) => marksLeft)), '个'],
    ['自评结果不带入、转后待评的条款', taken.filter(({ ownLeft }) => ownLeft).length, '条'],
    ['新增、待评的条款', found.changes.added.length, '条'],
  ];
  return (
    <div className="move-summary">
      <label>
        目标等级
        <select className="select" value={targetId} onChange={(event) => onTarget(event.target.value)}>
          {found.targets.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {target?.confidence && target.confidence !== 'high' && (
        <p className="move-note" title={target.note}>
          {confidenceLabels[target.confidence]}
          {target.note && `：${target.note}`}
        </p>
      )}
      <p data-testid="move-summary">
        {summaryOf(rows).map((part, at, { length }) => (
          <span key={part}>
            {part}
            {at + 1 < length && ' · '}
          </span>
        ))}
      </p>
      <dl>
        {facts.map(
          ([term, count, unit]) =>
            count > 0 && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>
                  {count} {unit}
                </dd>
              </div>
            ),
        )}
      </dl>
      {found.left.length > 0 && (
        <p className="move-warning" role="note">
          取消的条款里有 {found.left.length} 条已有结果，转后不在本轮里。结果留在记录中，撤销即可找回。
        </p>
      )}
    </div>
  );
}
