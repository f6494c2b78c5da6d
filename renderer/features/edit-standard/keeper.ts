import type { Pack } from '../../../shared/contract/pack-schema.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf } from '../../app/call-error.ts';

export interface Saving {
  /** Something is not on disk yet. */
  readonly isPending: boolean;
  readonly savedAt: string | undefined;
  /** Why the last attempt failed; it is tried again. */
  readonly error: ErrorDto | undefined;
}

interface KeeperDeps {
  readonly keep: (pack: Pack) => Promise<{ readonly savedAt: string }>;
  readonly onSaving: (saving: Saving) => void;
}

const typingPause = 400;
export const retryPause = 3000;

/** Puts the newest state of a pack on disk: a moment after the last change, one call at a time, until it is there. */
export function createKeeper({ keep, onSaving }: KeeperDeps) {
  let saving: Saving = { isPending: false, savedAt: undefined, error: undefined };
  let waiting: (() => Pack) | undefined;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const say = (next: Partial<Saving>) => {
    saving = { ...saving, ...next };
    onSaving(saving);
  };
  const plan = (delay: number) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void run(), delay);
  };
  async function attempt(pack: () => Pack): Promise<void> {
    try {
      const { savedAt } = await keep(pack());
      say({ savedAt, error: undefined, isPending: waiting !== undefined });
    } catch (cause) {
      waiting ??= pack;
      say({ error: errorDtoOf(cause), isPending: true });
      plan(retryPause);
    }
  }
  async function run(): Promise<void> {
    clearTimeout(timer);
    await running;
    const pack = waiting;
    if (!pack) return;
    waiting = undefined;
    running = attempt(pack);
    await running;
    running = undefined;
  }
  return {
    change(pack: () => Pack): void {
      waiting = pack;
      say({ isPending: true });
      plan(typingPause);
    },
    /** Whether everything is on disk afterwards. */
    async flush(): Promise<boolean> {
      await run();
      return waiting === undefined;
    },
    /** What waits is not kept any more. */
    stop(): void {
      isStopped = true;
      waiting = undefined;
      clearTimeout(timer);
    },
  };
}
