/** What the others may use; `choose-values.ts` is loaded where there is something to choose from. */
export { OwnFinder } from './find-own.ts';
export type { OwnValue, OwnValues } from './own-value.ts';
export { ownSecretValue } from './rule.ts';
