/** A place in a text: line and column from 1, column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column?: number;
}

/** A configuration as read: its data, and where a key or value stands. */
export interface Document {
  readonly data: unknown;
  /** The place of what these keys lead to; of the key itself where `key` is true. Nothing where it is not known. */
  locate(path: readonly (string | number)[], key: boolean): Place | undefined;
}

/** Text that is not of its format. `problem` never quotes the text. */
export interface Malformed {
  readonly problem: string;
  readonly place?: Place;
}

/** Line and column of an offset in UTF-16 units. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
