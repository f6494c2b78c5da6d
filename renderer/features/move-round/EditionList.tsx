import { editionText } from '../../../shared/text/edition.ts';
import { SideChoice, SideGroup } from '../../ui/SideChoice.tsx';
import type { EditionGroup } from './editions.ts';

interface EditionListProps {
  readonly groups: readonly EditionGroup[];
  readonly chosen: string;
  readonly onChoose: (packId: string) => void;
}

/** Which standard the round moves to. */
export const EditionList = ({ groups, chosen, onChoose }: EditionListProps) => (
  <nav className="move-editions" aria-label="转到哪个标准">
    {groups.map(({ name, standards }) => (
      <SideGroup key={name} name={name}>
        {standards.map(({ id, title, edition, own }) => (
          <SideChoice
            key={id}
            isChosen={id === chosen}
            title={title}
            onClick={() => onChoose(id)}
            data-testid={`move-to-${id}`}
          >
            <span className="ellipsis">{title}</span>
            <small>
              {editionText(edition)}
              {own && ' · 本院'}
            </small>
          </SideChoice>
        ))}
      </SideGroup>
    ))}
  </nav>
);
