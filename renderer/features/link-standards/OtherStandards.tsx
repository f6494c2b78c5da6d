import { useState } from 'react';
import { editionText } from '../../../shared/text/edition.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SideChoice, SideGroup } from '../../ui/SideChoice.tsx';
import type { OtherGroup } from './other-standards.ts';

interface OtherStandardsProps {
  readonly groupsFor: (words: string) => readonly OtherGroup[];
  readonly chosen: string | undefined;
  readonly onChoose: (packId: string) => void;
}

/** Which standard is held against the one at hand. */
export function OtherStandards({ groupsFor, chosen, onChoose }: OtherStandardsProps) {
  const [words, setWords] = useState('');
  const groups = groupsFor(words);
  return (
    <nav className="link-others" aria-label="与哪个标准关联">
      <div className="link-others-find">
        <input
          className="link-field"
          aria-label="查找标准"
          placeholder="查找标准"
          value={words}
          maxLength={100}
          spellCheck={false}
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <div className="link-others-list">
        {groups.map(({ name, standards }) => (
          <SideGroup key={name} name={name}>
            {standards.map(({ standard, confirmed }) => (
              <SideChoice
                key={standard.id}
                isChosen={standard.id === chosen}
                className="link-other"
                title={`${standard.title}\n${editionText(standard.edition)}`}
                onClick={() => onChoose(standard.id)}
                data-testid={`link-other-${standard.id}`}
              >
                <span>{standard.title}</span>
                {confirmed > 0 && <b title={`已确认 ${confirmed} 条关联`}>{confirmed}</b>}
              </SideChoice>
            ))}
          </SideGroup>
        ))}
        {groups.length === 0 && <EmptyState text={`没有标题含“${words.trim()}”的标准。`} />}
      </div>
    </nav>
  );
}
