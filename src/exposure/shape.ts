import type { LoadForm, Reading } from '../syntax/outline/index.ts';
import type { Part } from './graph/parts.ts';
import type { OwnPackage } from './resolve/packages.ts';
import type { Alias } from './resolve/tsconfig.ts';
import type { Tree } from './tree.ts';

/** A module something starts from, and why: `the page's script`. */
export interface Entry {
  readonly path: string;
  readonly why: string;
  /** The exports that it is taken for. Default: all. */
  readonly names?: readonly string[];
}

/** Where a bundler leaves something out: everywhere, only in modules that no two chunks of its output share, or nowhere. */
export type Extent = 'everywhere' | 'in one chunk' | 'nowhere';

/** How a bundler, with the minifier that it has, treats what is not used. */
export interface Bundler extends Reading {
  readonly name: string;
  /** Leaves unused exports out. */
  readonly shakes: boolean;
  /** Leaves unused exports of a dynamically imported module out, where the code shows in these ways which are used. */
  readonly shakesDynamic: readonly LoadForm[];
  /** Takes in all that a module offers which a server's code marks as the browser's: `'use client'`. */
  readonly keepsMarked?: boolean;
  /** Leaves unused members of CommonJS modules out. */
  readonly shakesCommonJs: boolean;
  /** Puts a copy of what entries share into the output of each. */
  readonly copiesShared?: boolean;
  /** Leaves members of a constant object out that nothing reads. */
  readonly shakesMembers: Extent;
  /** Sees which members are read by a pattern. */
  readonly seesPatterns: boolean;
  /** Takes in all of an object, or of a module that is loaded, of which a method is called: it could read any of it. */
  readonly handsObjects: 'all' | 'modules' | 'none';
  /** Leaves unused members of an enumeration out. */
  readonly shakesEnums: 'all' | 'const' | 'none';
  /** Leaves members of imported JSON out that nothing reads, although it is imported as one value. */
  readonly shakesJson: boolean;
  /** Takes JSON in as a whole, whatever is imported of it. */
  readonly keepsJson?: boolean;
  /** Sees which exports of a namespace within a namespace are used: `export * as`. */
  readonly shakesNamespaces: boolean;
  /** Looks for the values of imported constants when it decides branches. */
  readonly foldsImports: Extent;
  /** Makes a chunk of each module that `import()` names, also where only unused code does so. */
  readonly loadsUnused: boolean;
  /** Writes comments into its output: all, those of licences, or none. */
  readonly keepsComments: 'all' | 'legal' | 'none';
  /** Leaves comments in style sheets, and in pages: all, or those that a build starts from. */
  readonly keepsStyleComments: boolean;
  readonly keepsPageComments: boolean | 'entries';
  /** Leaves out what an entry offers and does not use itself. */
  readonly shakesEntries: boolean;
  /** Takes all exports in, but of the rest of a module only what is used. */
  readonly dropsUnexported: boolean;
}

/** What the exports of a file are for, where the framework treats some apart. */
export interface Handing {
  /** Top-level functions that return what the page is sent. */
  readonly returns: readonly string[];
  /** Constants that are sent with the page. */
  readonly values?: readonly string[];
  /** Whether its markup is sent as a page; `computed` where browsers get the markup itself, as code. */
  readonly markup: boolean | 'computed';
  /** How pages name those of its settings that are sent: `entry.data.title`, `frontmatter.title`. */
  readonly matter?: 'data' | 'frontmatter';
  /** Whether what it answers with is sent: `response.json(…)`. */
  readonly answers?: boolean;
  /** Whether what it refuses with is sent: `error(404, …)`, `throw new Response(…)`. */
  readonly errors?: boolean;
  /** Its address: it hands nothing to browsers unless their code asks for it. `[name]` stands for any segment. */
  readonly asked?: string;
}

/** An export that code may name without importing it. */
export interface Implied {
  readonly path: string;
  readonly exported: string;
}

/** What is known of an application: where its code starts, and what its framework does with it. */
export interface Shape {
  readonly framework: string;
  readonly bundler: Bundler;
  /** Code sent to browsers, phones or extensions starts here. */
  readonly client: readonly Entry[];
  /** Code of servers starts here. */
  readonly server: readonly Entry[];
  /** Code that ships in a package or an application, but to no browser. */
  readonly shipped?: readonly Entry[];
  /** Folders and files served as they are. */
  readonly publicFolders: readonly string[];
  /** Files that the build copies to what is published. */
  readonly copied?: ReadonlySet<string>;
  readonly aliases: readonly Alias[];
  /** Platforms that are built for: `./x` stands for `x.ios` on one of that name, where there is such a file. */
  readonly platforms?: readonly string[];
  /** Files that a production build takes in the place of others. */
  readonly replaced?: ReadonlyMap<string, string>;
  /** Prefixes of variables that are put into client code. */
  readonly prefixes: readonly string[];
  /** A module client code stops at (`server`), or starts at when a server imports it (`client`). */
  readonly boundary?: (path: string, directives: readonly string[]) => 'client' | 'server' | undefined;
  /** Exports a client build removes, with all that only they need. */
  readonly stripped?: (path: string) => readonly string[];
  /** Names that stand for exports without an import. */
  readonly implied?: ReadonlyMap<string, Implied>;
  /** Parts of a component that a client build takes. Default: all. */
  readonly clientParts?: (path: string, part: Part) => boolean;
  /** What of a server module goes into pages. */
  readonly handing?: (path: string) => Handing | undefined;
  /** Components of a server's markup that are loaded by the browser, by their tags. */
  readonly islands?: (path: string, text: string) => readonly string[];
}

/** The folder of an application and what its framework is told from. */
export interface App {
  /** `''` is the top. */
  readonly folder: string;
  readonly package?: OwnPackage;
  readonly dependencies: ReadonlySet<string>;
  readonly tree: Tree;
}

/** One framework: how it is told, and what it makes of an application. One file and one line in the list each. */
export interface Framework {
  readonly name: string;
  readonly detect: (app: App) => boolean;
  readonly describe: (app: App) => Shape;
}
