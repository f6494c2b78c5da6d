/** Every message a user can meet. A message says what happened, where, and what to do next. */
export * from './messages/workspace.ts';
export * from './messages/standard.ts';
export * from './messages/round.ts';
export * from './messages/assessment.ts';
export * from './messages/file.ts';
export * from './messages/evidence.ts';
export * from './messages/export.ts';
