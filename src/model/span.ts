/** A half-open range of bytes in a content: `start` is the first byte, `end` the one after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as people and editors count it: line and column from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Lines from `first` to `last`, both included, counted from 1. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}
