import { useId, useState } from 'react';
import type { Rational } from '../../../shared/domain/number/rational.ts';
import { isZero } from '../../../shared/domain/number/rational.ts';
import { Button } from '../../ui/Button.tsx';
import { amountWords, distribute, pointsClauses, readAmount, shareOut } from './edit/totals.ts';
import type { Key } from './edit/work-pack.ts';
import { useEditing, useWork } from './edit-context.ts';

/** The sum of the full scores there, and a total to give out evenly. Nothing where no clause has a score. */
export function ScoreShare({ target, sum }: { target: Key | undefined; sum: Rational }) {
  const { store, isReadOnly } = useEditing();
  const work = useWork();
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const count = pointsClauses(work, target).length;
  if (count === 0) return null;
  const text = typed ?? (isZero(sum) ? '' : amountWords(sum));
  const total = readAmount(text);
  const shares = total === undefined ? undefined : shareOut(total, count);
  return (
    <div className="edit-share">
      <span>
        {count} 条分值条款，合计 <b>{amountWords(sum)}</b> 分
      </span>
      {!isReadOnly && (
        <>
          <label htmlFor={id}>把</label>
          <input
            id={id}
            className="edit-input edit-number"
            aria-label="要平均分配的分数"
            value={text}
            maxLength={12}
            onChange={(event) => setTyped(event.target.value)}
          />
          分
          <Button
            disabled={!shares || total === undefined}
            onClick={() => {
              if (total !== undefined)
                store.getState().edit('平均分配满分', (before) => distribute(before, target, total));
              setTyped(undefined);
            }}
          >
            平均分配
          </Button>
          {shares && <small className="edit-remark">{shareWords(shares)}</small>}
        </>
      )}
    </div>
  );
}

const shareWords = (shares: readonly number[]): string => {
  const [most, least] = [shares[0], shares.at(-1)];
  return most === least ? `每条 ${most} 分` : `每条 ${least} 或 ${most} 分`;
};
