import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf } from '../../app/call-error.ts';
import type { WorkPack } from './edit/work-pack.ts';

export interface Saving {
  /** Something is not on disk yet. */
  readonly isPending: boolean;
  readonly savedAt: string | undefined;
  /** Why the last attempt failed; it is tried again. */
  readonly error: ErrorDto | undefined;
}

interface KeeperDeps {
  readonly keep: (work: WorkPack) => Promise<{ readonly savedAt: string }>;
  readonly onSaving: (saving: Saving) => void;
}

const typingPause = 400;
export const retryPause = 3000;

/** Puts the newest state of the work on disk: a moment after the last change, one call at a time, until it is there. */
export function createKeeper({ keep, onSaving }: KeeperDeps) {
  let saving: Saving = { isPending: false, savedAt: undefined, error: undefined };
  let waiting: WorkPack | undefined;
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
  async function attempt(work: WorkPack): Promise<void> {
    try {
      const { savedAt } = await keep(work);
      say({ savedAt, error: undefined, isPending: waiting !== undefined });
    } catch (cause) {
      waiting ??= work;
      say({ error: errorDtoOf(cause), isPending: true });
      plan(retryPause);
    }
  }
  async function run(): Promise<void> {
    clearTimeout(timer);
    await running;
    const work = waiting;
    if (!work) return;
    waiting = undefined;
    running = attempt(work);
    await running;
    running = undefined;
  }
  return {
    change(work: WorkPack): void {
      waiting = work;
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
