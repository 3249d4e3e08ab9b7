/** A module as a bundler sees it: what it loads, offers, needs and does, without any compiler type. Offsets are UTF-16 units. */
export interface Outline {
  /** `use client`, `use server`, … at the top. */
  readonly directives: readonly string[];
  readonly imports: readonly ImportSite[];
  readonly exports: readonly ExportSite[];
  /** Top-level statements in order. Those that are types only are left out. */
  readonly units: readonly Unit[];
  /** Where its comments stand. */
  readonly comments: readonly Comment[];
  /** True where it uses `module.exports`, `exports.x` or `require` and no `export`: its exports cannot be told apart. */
  readonly commonJs: boolean;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A comment; that of a licence is one that bundlers keep. */
export interface Comment extends Range {
  readonly isLegal: boolean;
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
  /** All properties that are read one of the other: `deep`, `key` for `config.deep.key`. The first is `member`. */
  readonly path?: readonly string[];
  /** True where it is a function of which the result is meant. */
  readonly called?: boolean;
  /** True where what stands here is called: a method gets the object that it is called on. */
  readonly isCalled?: boolean;
  /** What that function is given. */
  readonly given?: readonly Value[];
  /** Its position where it is a parameter of the outermost function around; -1 of another. */
  readonly parameter?: number;
  /** True where the member is taken by a pattern: `const { key } = config`. */
  readonly byPattern?: boolean;
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
  /** How the code shows that. */
  readonly form?: LoadForm;
  /** True where one of them is called as a method of the module. */
  readonly isCalled?: boolean;
  /** `glob`: patterns of what is left out. */
  readonly except?: readonly string[];
  /** `context`: folders below too, and names that match. */
  readonly deep?: boolean;
  readonly pattern?: string;
}

/**
 * How exports of a module are read that an expression loads: `const { a } = await import(…)`, `(await import(…)).a`,
 * `const all = await import(…); all.a`, `import(…).then(({ a }) => …)`, `import(…).then((all) => all.a)`; by a page that
 * runs it as a script.
 */
export type LoadForm = 'script' | 'pattern' | 'member' | 'variable' | 'then-pattern' | 'then-member';

/** What an expression's value is made of: texts written in it, and names whose values go into it. */
export interface Value {
  readonly texts: readonly Range[];
  readonly names: readonly Use[];
  /** The members of an object, by name; of a list, those of its elements. */
  readonly members?: ReadonlyMap<string, Value>;
  /** What the methods of an object or of instances of a class give back. */
  readonly results?: ReadonlyMap<string, Value>;
  readonly isList?: boolean;
  /** What members come from that are not told apart: objects that are spread, the class that is extended. */
  readonly others?: Value;
  /** The template that shows it, as the code names it. */
  readonly view?: string;
}

/** A value handed on: to an element of markup, back by a function, to a variable, to a function that was given, to who is refused something; `delegated` names a function that answers instead. */
export interface Handed {
  readonly kind: 'markup' | 'return' | 'answer' | 'delegated' | 'error' | 'assigned' | 'argument';
  /** The component's name; absent for an element of HTML. */
  readonly tag?: string;
  /** The attribute it is given as. */
  readonly attribute?: string;
  /** The top-level function it is handed on by; the variable it is assigned to. */
  readonly by?: string;
  /** The property of an object that the function is which gives it back: `handler` of `define({ handler: () => x })`. */
  readonly member?: string;
  /** The members of the variable it is assigned to; of a function that was given, `@0.1`: its position and that of the value. */
  readonly path?: readonly string[];
  readonly value: Value;
  readonly at: number;
}

/** An address that a server answers, as code says it: `app.get('/offers/:id', handler)`. */
export interface Route {
  /** `/offers/[id]`; what is nothing here is said by what it is mounted under. */
  readonly address: string;
  /** In capitals; absent where it is any. */
  readonly method?: string;
  /** True for a procedure that is called by its path: `publicProcedure.query(…)`. */
  readonly isProcedure?: boolean;
  /** The router that it is added to, and the top-level function or constant around. */
  readonly on: readonly string[];
  readonly answers: readonly Value[];
  /** Functions by name that answer, with what they are given. */
  readonly handlers: readonly Use[];
  readonly at: number;
}

/** A router below an address of another; without `router` the address that all of one stand below. */
export interface Mount {
  readonly address: string;
  readonly on: readonly string[];
  readonly router?: Use;
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
  readonly routes: readonly Route[];
  readonly mounts: readonly Mount[];
  /** The value of a constant. */
  readonly value?: Value;
  /** Where names are taken from a value by a pattern: what is read for each, and what it is otherwise. */
  readonly bound?: ReadonlyMap<string, { readonly path: readonly string[]; readonly otherwise?: Value }>;
  /** The values of an object's members, by name, where it is a constant of nothing else; the members of an enumeration. */
  readonly members?: ReadonlyMap<string, Value>;
  readonly isEnum?: 'enum' | 'const enum';
  /** True for functions and classes, also those that are the value of a constant. */
  readonly isFunction?: boolean;
  /** True where it is a constant of one text, of which a minifier knows the length. */
  readonly isText?: boolean;
  /** Bodies of functions marked with `'use server'`. Their texts, uses and loads are none of the unit's. */
  readonly serverParts: readonly Range[];
}

/** A value that conditions are decided by. */
export type Constant = string | number | boolean | null | undefined;

/** What a bundler knows when it builds: the texts of expressions, without spaces, and their values. */
export type Known = Readonly<Record<string, string | boolean>>;

/** What a bundler takes to be without effects, so that it leaves it out when its value is not used. */
export interface Purity {
  /** `new Map()` and its like: none, those of collections, or those of errors and symbols too. */
  readonly constructors: 'none' | 'collections' | 'all';
  /** Functions of the language: none, those of texts and numbers, or those of objects and lists too. */
  readonly functions: 'none' | 'texts' | 'all';
  /** React's wrappers, which some compilers mark: `memo`, `forwardRef`, `createContext`. */
  readonly wrappers: boolean;
  /** Reading a member of a name that another module or the language gives. */
  readonly reads: boolean;
  /** Enumerations. */
  readonly enums: boolean;
  /** Decorators of classes, which Angular's compiler turns into tables. */
  readonly decorators: boolean;
}

/** How a bundler reads a module. */
export interface Reading {
  readonly known: Known;
  readonly pure: Purity;
  /** Asks what is handed on: the server's reading of a module. */
  readonly asksHanded?: boolean;
  /** Leaves out branches that it knows are never taken. */
  readonly dropsBranches: boolean;
  /** Leaves out variables of functions and blocks that nothing uses. */
  readonly dropsLocals: boolean;
  /** Leaves out members of objects within functions that nothing reads. */
  readonly dropsMembers?: boolean;
  /** Leaves members that nothing reads out of objects only where every value of them is known when it builds. */
  readonly needsConstants?: boolean;
  /** Leaves out texts of which only the type or the length is asked: those that stand there, or those of constants too. */
  readonly foldsTexts: 'nothing' | 'literals' | 'constants';
  /** Tags of components that a build leaves out with all that is in them. */
  readonly dropsTags?: readonly string[];
  /** Decides branches by the module's own constants. */
  readonly foldsConstants: boolean;
  /** Whether an expression, as written without spaces, is sure to have a value: what stands in for it is left out. */
  readonly isSet?: (expression: string) => boolean;
  /** Whether calling a function that a module imports, or `new` of a class, does nothing but give back a value. */
  readonly isPureImport?: (specifier: string, name: string, isNew: boolean) => boolean;
  /** The value of what a module imports, where the bundler looks for it there. */
  readonly imported?: (specifier: string, name: string, member?: string) => { readonly value: Constant } | undefined;
}
