import type { PackFault } from '../../../shared/contract/own-standard.ts';
import { validatePack } from '../standard/read-pack.ts';

/** What is wrong with a pack, and which clause each of it is about. */
export function faultsOf(pack: unknown): readonly PackFault[] {
  const { problems } = validatePack(pack);
  if (problems.length === 0) return [];
  // The longest first: of the codes 1.1 and “1.1 的” the message means the one that it names in full.
  const codes = codesIn(pack).toSorted((left, right) => right.length - left.length);
  return problems.map((message) => ({ code: codeNamedIn(message, codes), message }));
}

/** Messages about a clause begin with its code: `条款 2.1.3 的 title 为空`, `条款编号 2.1.3 写了两次`. */
function codeNamedIn(message: string, codes: readonly string[]): string | undefined {
  const rest = /^条款(?:编号)? (?<rest>.*)$/su.exec(message)?.groups?.['rest'];
  return rest === undefined ? undefined : codes.find((code) => rest.startsWith(`${code} `));
}

function codesIn(value: unknown): string[] {
  const codes = new Set<string>();
  for (const chapter of childrenOf(value, 'chapters')) {
    for (const section of childrenOf(chapter, 'sections')) {
      for (const clause of childrenOf(section, 'clauses')) {
        const code = fieldOf(clause, 'code');
        if (typeof code === 'string' && code.trim() !== '') codes.add(code);
      }
    }
  }
  return [...codes];
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

function childrenOf(value: unknown, key: string): readonly unknown[] {
  const children = fieldOf(value, key);
  return Array.isArray(children) ? children : [];
}
