import type { Handlers } from '../../../shared/contract/contract.ts';
import type { RoomNeeds } from '../room-needs.ts';

type OwnHandlers = Pick<Handlers, Extract<keyof Handlers, `own.${string}`>>;

export function createOwnWork(_needs: RoomNeeds) {
  const handlers: OwnHandlers = {
    'own.get': () => {
      throw new Error('own.get');
    },
    'own.works': () => {
      throw new Error('own.works');
    },
    'own.begin': () => {
      throw new Error('own.begin');
    },
    'own.keep': () => {
      throw new Error('own.keep');
    },
    'own.check': () => {
      throw new Error('own.check');
    },
    'own.publish': () => {
      throw new Error('own.publish');
    },
    'own.discard': () => {
      throw new Error('own.discard');
    },
    'own.remove': () => {
      throw new Error('own.remove');
    },
  };
  return { handlers };
}
