import type { CallName, Handlers } from '../../shared/contract/contract.ts';

/** Handlers of some calls, made when the first of them comes: what start-up does not need is not loaded by it. */
export function delegate<Name extends CallName>(
  contract: Readonly<Record<Name, unknown>>,
  room: () => Promise<{ readonly handlers: Pick<Handlers, Name> }>,
): Pick<Handlers, Name> {
  const names = Object.keys(contract) as Name[];
  const forward = async (name: Name, input: never) => (await room()).handlers[name](input);
  return Object.fromEntries(names.map((name) => [name, (input: never) => forward(name, input)])) as unknown as Pick<
    Handlers,
    Name
  >;
}
