/** What the program of a build sets, told without running it. Offsets are UTF-16 units. */

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A text that stands in the program, or a number. */
export interface TextSetting extends Place {
  readonly kind: 'text';
  readonly text: string;
}

export interface TableSetting extends Place {
  readonly kind: 'table';
  readonly entries: readonly SettingEntry[];
  /** What is spread into it. */
  readonly others: readonly Setting[];
}

/** A value that a name of the program stands for; `path` has the members that are read of it, outermost object first. */
export interface NameSetting extends Place {
  readonly kind: 'name';
  readonly name: string;
  readonly path: readonly string[];
}

export interface CallSetting extends Place {
  readonly kind: 'call';
  /** As written, without spaces and question marks: `path.join`. */
  readonly callee: string;
  /** What a method is called on. */
  readonly on?: Setting;
  readonly given: readonly Setting[];
  /** The members that are read of what it gives back. */
  readonly path: readonly string[];
}

export interface FunctionSetting extends Place {
  readonly kind: 'function';
  readonly parameters: readonly string[];
  readonly returns: readonly Setting[];
}

/** Something a program of a build sets. */
export type Setting =
  | TextSetting
  | TableSetting
  | NameSetting
  | CallSetting
  | FunctionSetting
  | (Place & { readonly kind: 'flag'; readonly value: boolean })
  | (Place & { readonly kind: 'list'; readonly items: readonly Setting[] })
  /** Texts put together, in order. */
  | (Place & { readonly kind: 'pieces'; readonly pieces: readonly Setting[] })
  /** One of several; none where nothing can be told. */
  | (Place & { readonly kind: 'either'; readonly of: readonly Setting[] })
  /** What a module offers: `require('./keys')`. */
  | (Place & { readonly kind: 'module'; readonly specifier: string; readonly path: readonly string[] });

export interface SettingEntry extends Place {
  /** Absent where it is computed. */
  readonly key?: string;
  /** How it is computed. */
  readonly computed?: Setting;
  readonly value: Setting;
}

/** The program of a build: what its names stand for, and every table and call in it. */
export interface Settings {
  readonly declared: ReadonlyMap<string, readonly Setting[]>;
  /** Members that a table is given after it was made, by what is written for the table. */
  readonly added: ReadonlyMap<string, readonly SettingEntry[]>;
  readonly imports: ReadonlyMap<string, { readonly specifier: string; readonly imported: string }>;
  /** By name; `*module` is what `module.exports` is set to, and `default` what stands in a file of JSON. */
  readonly exported: ReadonlyMap<string, Setting>;
  readonly tables: readonly TableSetting[];
  readonly calls: readonly CallSetting[];
}
