import type { Api } from '../../shared/contract/contract.ts';
import type { PageBridge } from './bridge.ts';
import { CallError } from './call-error.ts';

/**
 * The contract's calls as functions. A refused call throws a CallError. Names are checked by the type; the contract
 * object itself stays out of the page, it would bring the schema library along.
 */
export const createApi = (bridge: Pick<PageBridge, 'call'>): Api =>
  new Proxy({} as Api, {
    get: (_target, name) => async (input: unknown) => {
      const reply = await bridge.call(String(name), input);
      if (!reply.ok) throw new CallError(reply.error);
      return reply.value;
    },
  });
