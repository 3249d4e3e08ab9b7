/** The door for whoever needs to know how modules hang together, not what is in them. */

export { readSettings } from '../settings/read-settings.ts';
export type * from '../settings/types.ts';
export { commentsIn } from './comments.ts';
export { conditionIn, constantIn, valueIn } from './constant-in.ts';
export { readFile } from './flow-calls.ts';
export { isCall, isPosition, tidied, without } from './flow-paths.ts';
export { isPureIn } from './pure-own.ts';
export { readOutline } from './read-outline.ts';
export type * from './types.ts';
