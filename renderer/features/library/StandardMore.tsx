import { lazy, Suspense, useState } from 'react';
import type { WordedStandard } from '../../../shared/contract/official-text.ts';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useStandardActions } from './use-standard-actions.ts';

const StandardMenu = lazy(() => import('./StandardMenu.tsx'));
const RemovalDialog = lazy(() => import('./RemovalDialog.tsx'));

interface StandardMoreProps {
  readonly standard: StandardSummary;
  readonly wording: WordedStandard | undefined;
  readonly onChange: () => void;
  /** In a row of the table it is only a sign, and the keyboard comes by way of the table. */
  readonly isBrief?: boolean;
}

/** The button with the menu of a standard, and the question before something is removed. */
export function StandardMore({ standard, wording, onChange, isBrief = false }: StandardMoreProps) {
  const actions = useStandardActions(onChange);
  const [hasMenu, setMenu] = useState(false);
  const [removal, setRemoval] = useState<'remove' | 'drop-official'>();
  return (
    <span className="standard-more" onClick={(event) => event.stopPropagation()}>
      <Button
        tone={isBrief ? 'quiet' : 'plain'}
        aria-haspopup="menu"
        aria-expanded={hasMenu}
        aria-label={isBrief ? `${standard.title}：更多操作` : undefined}
        tabIndex={isBrief ? -1 : 0}
        onClick={() => setMenu(true)}
      >
        {isBrief ? (
          <Icon name="more" />
        ) : (
          <>
            更多操作 <Icon name="down" size={12} />
          </>
        )}
      </Button>
      <Suspense>
        {hasMenu && (
          <StandardMenu
            standard={standard}
            wording={wording}
            hasWorkspace={actions.hasWorkspace}
            canChange={actions.canChange}
            hasRound={isBrief}
            onClose={() => setMenu(false)}
            onChoose={(action) => {
              if (action === 'remove' || action === 'drop-official') setRemoval(action);
              else actions.run(action, standard);
            }}
          />
        )}
        {removal && (
          <RemovalDialog
            what={removal}
            standard={standard.title}
            onClose={() => setRemoval(undefined)}
            onRemove={() => {
              actions.run(removal, standard);
              setRemoval(undefined);
            }}
          />
        )}
      </Suspense>
    </span>
  );
}
