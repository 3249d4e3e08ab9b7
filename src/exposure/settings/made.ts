/** What a value is made of: the texts that stand in programs, and the variables of the environment. */
export interface Made {
  readonly texts: readonly { readonly path: string; readonly start: number; readonly end: number }[];
  readonly variables: readonly string[];
}
