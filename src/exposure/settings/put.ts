import type { At } from './follow.ts';

/** A value that a build puts into code or pages. */
export interface Put {
  readonly value: At;
  /**
   * What code writes for it: a name that is replaced, a variable of the environment or one that is imported, a member of
   * a page's template, a field of a query, a text of a page.
   */
  readonly name?: string;
  /** Absent where it goes into every output. */
  readonly as?: 'define' | 'environment' | 'variable' | 'template' | 'query' | 'text';
  /** True where it is a comment, which minifiers drop. */
  readonly isComment?: boolean;
  /** True where JSON is made of it, which has no functions. */
  readonly asJson?: boolean;
  /** True where only this member of an object goes where code names it. */
  readonly alone?: boolean;
}
