import { editionText } from '../../../shared/text/edition.ts';
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
      <section key={name} aria-label={name}>
        <h2>{name}</h2>
        {standards.map(({ id, title, edition, own }) => (
          <button
            key={id}
            type="button"
            className="move-edition"
            aria-current={id === chosen ? 'true' : undefined}
            title={title}
            onClick={() => onChoose(id)}
            data-testid={`move-to-${id}`}
          >
            <span className="ellipsis">{title}</span>
            <small>
              {editionText(edition)}
              {own && ' · 本院'}
            </small>
          </button>
        ))}
      </section>
    ))}
  </nav>
);
