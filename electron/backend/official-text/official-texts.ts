import type { Handlers } from '../../../shared/contract/contract.ts';
import type { RoomNeeds } from '../room-needs.ts';

type OfficialHandlers = Pick<Handlers, Extract<keyof Handlers, `official.${string}`>>;

export function createOfficialTexts(_needs: RoomNeeds) {
  const handlers: OfficialHandlers = {
    'official.preview': () => {
      throw new Error('official.preview');
    },
    'official.lay': () => {
      throw new Error('official.lay');
    },
    'official.drop': () => {
      throw new Error('official.drop');
    },
    'official.list': () => {
      throw new Error('official.list');
    },
    'official.of': () => {
      throw new Error('official.of');
    },
  };
  return { handlers };
}
