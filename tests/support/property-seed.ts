import fc from 'fast-check';

/**
 * Properties run with the same inputs every time, so that a change is judged by what it changes. `npm run fuzz` draws
 * new ones: there a failure is a find, not a broken build.
 */
fc.configureGlobal({ seed: Number(process.env['DABIAO_SEED'] ?? 20_261_122) });
