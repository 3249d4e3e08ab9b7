/** The door for whoever needs to know how modules hang together, not what is in them. */
export { commentsIn } from './comments.ts';
export { constantIn } from './constant-in.ts';
export { readOutline } from './read-outline.ts';
export type * from './types.ts';
