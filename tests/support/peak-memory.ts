import { existsSync, readFileSync } from 'node:fs';

const status = '/proc/self/status';

/**
 * The most memory that this process has held, in MiB. What the system counts for a process begins with what its parent
 * held when it was started; where Linux tells more exactly, that is taken.
 */
export function peakMiB(): number {
  const own = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024;
}
