import type { Handlers } from '../../../shared/contract/contract.ts';
import type { RoomNeeds } from '../room-needs.ts';

type EditionHandlers = Pick<Handlers, Extract<keyof Handlers, `edition.${string}`>>;

export function createEditions(_needs: RoomNeeds) {
  const handlers: EditionHandlers = {
    'edition.compare': () => {
      throw new Error('edition.compare');
    },
    'edition.compareDraft': () => {
      throw new Error('edition.compareDraft');
    },
    'edition.move': () => {
      throw new Error('edition.move');
    },
  };
  return { handlers };
}
