/** Text as people and terminals take it: made safe, measured, counted. */
export * from './count.ts';
export * from './visible.ts';
export * from './width.ts';
