import type { LinkEnd, LinkState, LinkSuggestion } from '../../../shared/contract/clause-link.ts';
import { methodLabels } from '../../../shared/text/labels.ts';
import { Button } from '../../ui/Button.tsx';
import { DetailPane } from '../../ui/DetailPane.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { markCommon, phrasesOf } from './common-words.ts';
import { percentOf } from './link-rows.ts';

interface LinkDetailProps {
  readonly link: LinkSuggestion;
  readonly isReadOnly: boolean;
  readonly onDecide: (state: LinkState) => void;
}

const textsOf = ({ title, points }: LinkEnd) => [title, ...points];

/** Both clauses side by side, what they have in common marked. */
export function LinkDetail({ link, isReadOnly, onDecide }: LinkDetailProps) {
  return (
    <DetailPane
      label="两个条款对照"
      textsLabel="要点"
      head={
        <>
          <span>相似度 {percentOf(link)}%，相同的词有底色</span>
          {!isReadOnly && (
            <span className="link-actions">
              {link.state !== 'confirmed' && (
                <Button tone="primary" onClick={() => onDecide('confirmed')}>
                  确认关联 <Kbd>Enter</Kbd>
                </Button>
              )}
              {link.state !== 'dismissed' && (
                <Button onClick={() => onDecide('dismissed')}>
                  不是一回事 <Kbd>N</Kbd>
                </Button>
              )}
              {link.state !== 'suggested' && (
                <Button onClick={() => onDecide('suggested')}>
                  退回待确认 <Kbd>Backspace</Kbd>
                </Button>
              )}
            </span>
          )}
        </>
      }
    >
      <Side end={link.clause} other={link.other} />
      <Side end={link.other} other={link.clause} />
    </DetailPane>
  );
}

function Side({ end, other }: { end: LinkEnd; other: LinkEnd }) {
  const common = phrasesOf(textsOf(other));
  return (
    <article>
      <h2>
        <span className="code">{end.code}</span> <Marked text={end.title} common={common} />
        <small>{methodLabels[end.method]}</small>
      </h2>
      {end.points.length === 0 ? (
        <p className="link-no-points">这个条款没有要点。</p>
      ) : (
        <ol>
          {end.points.map((text, at) => (
            <li key={`${at} ${text}`}>
              <i>{at + 1}</i>
              <span>
                <Marked text={text} common={common} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

const Marked = ({ text, common }: { text: string; common: ReadonlySet<string> }) =>
  markCommon(text, common).map(({ at, text: piece, isCommon }) =>
    isCommon ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>,
  );
