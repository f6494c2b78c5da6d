import type { ClauseText, RoundComparison } from '../../../shared/contract/edition.ts';
import { methodLabels } from '../../../shared/text/labels.ts';
import { DetailPane } from '../../ui/DetailPane.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { kindWords, leftWords, type MoveRow } from './move-rows.ts';

interface MoveDetailProps {
  readonly row: MoveRow;
  readonly texts: RoundComparison['texts'];
  readonly isLeft: boolean;
  readonly onToggle: (code: string) => void;
}

/** The clause in both wordings, what is not the same marked. */
export function MoveDetail({ row, texts, isLeft, onToggle }: MoveDetailProps) {
  const { kind, percent, terms, carried } = row;
  const from = texts.from.find(({ code }) => code === row.from?.code);
  const to = texts.to.find(({ code }) => code === row.to?.code);
  const behind = carried ? leftWords(carried) : '';
  return (
    <DetailPane
      label="两版原文对照"
      textsLabel="要点"
      head={
        <>
          <b className={`move-kind-${kind}`}>{kindWords[kind]}</b>
          {percent !== undefined && percent < 100 && <span>相似度 {percent}%，不同的地方有底色</span>}
          {terms !== '' && <span className="move-terms">{terms}</span>}
          {behind !== '' && (
            <span className="move-leaves">
              新版要求不同，不带入 {behind}
              {carried?.ownLeft && '；转后待评，原评写在说明里'}
            </span>
          )}
          {carried && (
            <label>
              <input type="checkbox" checked={!isLeft} onChange={() => onToggle(carried.code)} />
              带入结果 <Kbd>空格</Kbd>
            </label>
          )}
        </>
      }
    >
      <Side text={from} other={to} missing="原来的标准没有这个条款，转后待评。" />
      <Side text={to} other={from} missing="新版取消了这个条款。已有的结果留在记录里，撤销即可找回。" />
    </DetailPane>
  );
}

interface SideProps {
  readonly text: ClauseText | undefined;
  readonly other: ClauseText | undefined;
  readonly missing: string;
}

function Side({ text, other, missing }: SideProps) {
  if (!text) return <article className="move-missing">{missing}</article>;
  const known = new Set(other?.points.map((point) => `${point.tier} ${point.text}`));
  return (
    <article>
      <h2>
        <span className="code">{text.code}</span>{' '}
        <Marked text={text.title} isOther={other !== undefined && other.title !== text.title} />
        {text.core && (
          <span className="star" role="img" aria-label="核心条款">
            {' '}
            ★
          </span>
        )}
        <small>
          <Marked text={factsOf(text)} isOther={other !== undefined && factsOf(other) !== factsOf(text)} />
        </small>
      </h2>
      {text.points.length === 0 ? (
        <p className="move-none">这个条款没有要点。</p>
      ) : (
        <ol>
          {text.points.map((point, at) => (
            <li key={`${at} ${point.text}`}>
              <i>{point.tier === 'yes' ? at + 1 : point.tier}</i>
              <span>
                <Marked text={point.text} isOther={other !== undefined && !known.has(`${point.tier} ${point.text}`)} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {text.deductions.length > 0 && (
        <p className="move-deductions">
          扣分标准：
          {text.deductions.map((deduction, at) => (
            <span key={`${at} ${deduction}`}>
              {at > 0 && '；'}
              <Marked text={deduction} isOther={other !== undefined && !other.deductions.includes(deduction)} />
            </span>
          ))}
        </p>
      )}
      {text.target !== undefined && (
        <p className="move-deductions">
          目标值：
          <Marked text={text.target} isOther={other !== undefined && other.target !== text.target} />
        </p>
      )}
    </article>
  );
}

const factsOf = ({ method, fullScore, optional }: ClauseText): string =>
  `${methodLabels[method]}${fullScore === undefined ? '' : ` · ${fullScore} 分`}${optional ? ' · 可选' : ''}`;

const Marked = ({ text, isOther }: { text: string; isOther: boolean }) => (isOther ? <mark>{text}</mark> : text);
