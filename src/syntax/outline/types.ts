/** A module as a bundler sees it: what it loads, offers, needs and does, without any compiler type. Offsets are UTF-16 units. */
export interface Outline {
  /** `use client`, `use server`, … at the top. */
  readonly directives: readonly string[];
  readonly imports: readonly ImportSite[];
  readonly exports: readonly ExportSite[];
  /** Top-level statements in order. Those that are types only are left out. */
  readonly units: readonly Unit[];
  /** True where it uses `module.exports`, `exports.x` or `require` and no `export`: its exports cannot be told apart. */
  readonly commonJs: boolean;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An `import` or `export … from`. One without any `binding` is there for its effects. */
export interface ImportSite {
  readonly specifier: string;
  readonly at: number;
  readonly bindings: readonly ImportBinding[];
  /** A re-export keeps its module however few of its names are used. */
  readonly reexport: boolean;
}

export interface ImportBinding {
  readonly local: string;
  /** The exported name, `default`, or `*` for all of the module. */
  readonly imported: string;
}

/** One exported name: of a binding of this module, or of another module. `*` from a module stands for all of its names. */
export interface ExportSite {
  readonly name: string;
  readonly local?: string;
  readonly from?: string;
  readonly imported?: string;
  readonly at: number;
}

/** A name used as a value; `member` where only one property of it is read at this place. */
export interface Use {
  readonly name: string;
  readonly member?: string;
  readonly at: number;
}

/** A module that is loaded by an expression. */
export interface Load {
  readonly kind: 'import' | 'require' | 'worker' | 'url' | 'glob' | 'context';
  /** As written; for `glob` a pattern, for `context` a folder. */
  readonly specifier: string;
  readonly at: number;
  /** The only exports that are used of it, where the code shows that. */
  readonly names?: readonly string[];
  /** `context`: folders below too, and names that match. */
  readonly deep?: boolean;
  readonly pattern?: string;
}

/** What an expression's value is made of: texts written in it, and names whose values go into it. */
export interface Value {
  readonly texts: readonly Range[];
  readonly names: readonly Use[];
}

/** A value handed on: to an element of markup, or back by a function. */
export interface Handed {
  readonly kind: 'markup' | 'return';
  /** The component's name; absent for an element of HTML. */
  readonly tag?: string;
  /** The attribute it is given as. */
  readonly attribute?: string;
  /** The top-level function it is handed on by. */
  readonly by?: string;
  readonly value: Value;
  readonly at: number;
}

export interface Unit extends Range {
  /** Names it declares at the top of the module. */
  readonly names: readonly string[];
  readonly uses: readonly Use[];
  readonly loads: readonly Load[];
  /** True where a bundler leaves it out when none of its names is used. */
  readonly pure: boolean;
  /** Strings that stand in it and that a bundler does not remove, in order. */
  readonly texts: readonly Range[];
  readonly handed: readonly Handed[];
  /** The value of a constant. */
  readonly value?: Value;
  /** The values of an object's members, by name, where it is a constant of nothing else. */
  readonly members?: ReadonlyMap<string, Value>;
  /** Bodies of functions marked with `'use server'`. Their texts, uses and loads are none of the unit's. */
  readonly serverParts: readonly Range[];
}

/** What a bundler knows when it builds: the texts of expressions, without spaces, and their values. */
export type Known = Readonly<Record<string, string | boolean>>;
