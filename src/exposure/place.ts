/** A place that is asked about, in UTF-16 units. */
export interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** A construct, or the name of a variable: what it is part of tells who gets it. */
  readonly design?: true;
}
