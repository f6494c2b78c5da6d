import type { Migration } from './migration.ts';
import { initial } from './0001-initial.ts';
import { allMethods } from './0002-all-methods.ts';
import { ownStandards } from './0003-own-standards.ts';
import { standardsBeside } from './0004-standards-beside.ts';
import { lastVisit } from './0005-last-visit.ts';

/** Append only, numbered by one. */
export const migrations: readonly Migration[] = [initial, allMethods, ownStandards, standardsBeside, lastVisit];
