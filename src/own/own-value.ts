/** The id of the rule that values of the project are reported by. */
export const ownRule = 'own-secret-value';

/** One value that the project itself keeps secret. Held in memory only: in no report, no message, no cache. */
export interface OwnValue {
  readonly value: string;
  /** The variable it is the value of. */
  readonly name: string;
  /** The file the variable stands in, as people know it, or `the environment`. */
  readonly from: string;
  /** The absolute path of that file: no finding there. */
  readonly file?: string;
}

/** All that is searched for, as plain data: it is handed to threads. */
export interface OwnValues {
  readonly values: readonly OwnValue[];
  /** Values left out, because they are short, public or easily guessed: found by chance they would mean nothing. */
  readonly leftOut: number;
}
