/** What to do about a leak: as data, in one line, and at length. */
export * from './advice.ts';
export * from './explain.ts';
export * from './local-files.ts';
export * from './words.ts';
