import { randomUUID } from 'node:crypto';
import { fileExpired } from '../../shared/errors/messages.ts';

/** Paths the user chose, known to callers only by token. A token is spent when its call succeeds, so a refusal can be retried. */
export function createGrants() {
  const paths = new Map<string, string>();
  return {
    /** Registers a path under a token given by the caller's side, or a new one. */
    grant: (path: string, token: string = randomUUID()): string => {
      paths.set(token, path);
      return token;
    },
    /** @throws {AppError} file/token-expired */
    async use<Result>(token: string, work: (path: string) => Result | Promise<Result>): Promise<Result> {
      const result = await work(this.pathOf(token));
      paths.delete(token);
      return result;
    },
    /** @throws {AppError} file/token-expired */
    pathOf(token: string): string {
      const path = paths.get(token);
      if (path === undefined) throw fileExpired();
      return path;
    },
  };
}
export type Grants = ReturnType<typeof createGrants>;
