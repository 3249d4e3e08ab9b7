/** What the others may use; `choose-values.ts` is loaded where there is something to choose from. */
export { OwnFinder } from './find-own.ts';
export type { OwnValue, OwnValues } from './own-value.ts';
/** The id of the rule that values of the project are reported by. */
export { ownRule } from './own-value.ts';
