// What the people at the terminal get to read: one line a step on stderr, so that stdout stays free for results.
const OLDEST_NODE = 20;

export const say = (message) => process.stderr.write(`dabiao: ${message}\n`);

/** Runs an entry script; a failure of any kind becomes one line and exit code 1. */
export async function main(entry) {
  try {
    if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
      throw new Error(`Node.js ${OLDEST_NODE} or newer is needed, and this is ${process.version}`);
    }
    const exitCode = await entry();
    if (exitCode !== undefined) process.exitCode = exitCode; // else the entry, or what it loaded, has set it
  } catch (error) {
    say(String(error?.message ?? error).split('\n')[0]);
    process.exit(1);
  }
}
