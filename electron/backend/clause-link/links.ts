import type { Handlers } from '../../../shared/contract/contract.ts';
import type { RoomNeeds } from '../room-needs.ts';

type LinkHandlers = Pick<Handlers, Extract<keyof Handlers, `link.${string}`>>;

export function createLinks(_needs: RoomNeeds) {
  const handlers: LinkHandlers = {
    'link.suggest': () => {
      throw new Error('link.suggest');
    },
    'link.set': () => {
      throw new Error('link.set');
    },
    'link.counts': () => {
      throw new Error('link.counts');
    },
    'link.ofClause': () => {
      throw new Error('link.ofClause');
    },
  };
  return { handlers };
}
