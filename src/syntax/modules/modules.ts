import { bind } from '../bind/bind.ts';
import { type Bound, type Exported, lookup, type Scope } from '../bind/scope.ts';
import { compiler, type ts } from '../compiler.ts';
import type { Following } from '../fold/evaluate.ts';
import type { Folder } from '../fold/folder.ts';
import { memberOf } from '../fold/members.ts';
import { parse } from '../parse.ts';
import { isProgram, programOf } from '../regions/index.ts';
import { decode } from '../text.ts';
import { each } from '../values/combine.ts';
import { LazyFields } from '../values/lazy-fields.ts';
import { justUnknown, type Values } from '../values/value.ts';
import { aliased } from './aliases.ts';
import { candidates, candidatesOf } from './candidates.ts';

/** Gives the bytes of a file of the project, by its path with `/`; undefined where there is none. */
export type ModuleReader = (path: string) => Uint8Array | undefined;

/** A file of the project that was parsed. */
export interface Module {
  readonly path: string;
  readonly bound: Bound;
}

/** Files that are larger are not followed: constants stand in small ones. Bytes. */
const largest = 256 << 10;
/** Characters of all files that one program's imports are followed into. */
const mostFollowed = 512 << 10;
/** Re-exports that are followed one after another. */
const longestChain = 12;
/** Names of a module that are looked at when all of it is asked for. */
const mostNames = 200;
/** Parsed files of a project that are kept for the next program that imports them, and characters of them. */
const mostKept = { files: 48, characters: 2 << 20 };

/** A parsed file with its own scopes, so that any program can take it in. */
interface Kept extends Module {
  readonly scopes: ReadonlyMap<ts.Node, Scope>;
}

/** What was parsed of each project, by its reader: what many programs import is parsed once. */
const kept = new WeakMap<ModuleReader, Map<string, Kept>>();

function parsed(path: string, read: ModuleReader): Kept | undefined {
  let files = kept.get(read);
  if (!files) {
    files = new Map();
    kept.set(read, files);
  }
  const before = files.get(path);
  if (before) return before;
  const bytes = read(path);
  const program = bytes && bytes.length <= largest ? programOf(decode(bytes).text, path) : undefined;
  const file = program && parse(program.text, program.dialect);
  if (!file) return undefined;
  const scopes = new Map<ts.Node, Scope>();
  const module = { path, bound: bind(file, scopes), scopes };
  const characters = [...files.values()].reduce((sum, { bound }) => sum + bound.file.text.length, file.text.length);
  if (files.size >= mostKept.files || characters > mostKept.characters) files.clear();
  files.set(path, module);
  return module;
}

/** The files one program imports, read and parsed when folding asks for them. */
export class Modules implements Following {
  readonly scopes: Map<ts.Node, Scope>;
  readonly #read: ModuleReader | undefined;
  readonly #byPath = new Map<string, Module | undefined>();
  readonly #byFile = new Map<ts.SourceFile, Module>();
  #left: number;
  #characters = mostFollowed;
  #chain = 0;
  /** Names of modules that are looked for among their stars right now. */
  readonly #asked = new Set<string>();

  /** @param most files opened besides the first */
  constructor(first: Module, scopes: Map<ts.Node, Scope>, read: ModuleReader | undefined, most: number) {
    this.scopes = scopes;
    this.#read = read;
    this.#left = most;
    this.#byPath.set(first.path, first);
    this.#byFile.set(first.bound.file, first);
  }

  /** The file a node stands in. */
  moduleOf(node: ts.Node): Module {
    let at = node;
    while (at.parent) at = at.parent;
    return this.#byFile.get(at as ts.SourceFile) as Module;
  }

  boundOf(node: ts.Node): Bound {
    return this.moduleOf(node).bound;
  }

  imported(fold: Folder, from: ts.Node, specifier: string, name: string): Values | undefined {
    if (!this.#read || this.#chain >= longestChain) return undefined;
    const module = this.#resolve(this.moduleOf(from).path, specifier, this.#read);
    if (!module) return undefined;
    this.#chain++;
    try {
      return this.#exported(fold, module, name);
    } finally {
      this.#chain--;
    }
  }

  #resolve(from: string, specifier: string, read: ModuleReader): Module | undefined {
    const paths = specifier.startsWith('.')
      ? candidates(from, specifier)
      : aliased(from, specifier, read).flatMap((path) => candidatesOf(path));
    for (const path of paths) {
      const module = this.#load(path, read);
      if (module) return module;
    }
    return undefined;
  }

  #load(path: string, read: ModuleReader): Module | undefined {
    if (this.#byPath.has(path)) return this.#byPath.get(path);
    const mayFollow = isProgram(path) && this.#left > 0 && this.#characters > 0;
    const module = mayFollow ? parsed(path, read) : undefined;
    if (module) {
      this.#left--;
      this.#characters -= module.bound.file.text.length;
      for (const [node, scope] of module.scopes) this.scopes.set(node, scope);
      this.#byFile.set(module.bound.file, module);
    }
    this.#byPath.set(path, module);
    return module;
  }

  /** What a module gives under a name; `*` for all of it. */
  #exported(fold: Folder, module: Module, name: string): Values | undefined {
    const { file, exports } = module.bound;
    if (/\.json[5c]?$/.test(module.path)) {
      const values = jsonValues(file, fold);
      return name === '*' || name === 'default' ? values : each(values, (value) => memberOf(value, name, fold));
    }
    if (name === '*') return this.#whole(fold, module);
    const exported = exports.named.get(name);
    if (exported) return this.#one(fold, module, exported);
    if (exports.whole) {
      const values = fold.evaluate(exports.whole);
      return name === 'default' ? values : each(values, (value) => memberOf(value, name, fold));
    }
    const given = name === 'default' ? undefined : this.#byStars(fold, module, name);
    if (given) return given;
    const [star, ...others] = exports.stars.filter((each) => !isOwn(each));
    if (star !== undefined && others.length === 0 && name !== 'default') return reference(star, name);
    return name === 'default' && exports.named.size > 0 ? this.#whole(fold, module) : undefined;
  }

  /** What `export *` of other modules gives; not asked again while it is asked: modules give on each other in circles. */
  #byStars(fold: Folder, { path, bound }: Module, name: string): Values | undefined {
    const question = `${path} ${name}`;
    if (this.#asked.has(question)) return undefined;
    this.#asked.add(question);
    for (const star of bound.exports.stars) {
      const values = this.imported(fold, bound.file, star, name);
      if (!values) continue;
      this.#asked.delete(question);
      return values;
    }
    this.#asked.delete(question);
    return undefined;
  }

  #one(fold: Folder, { bound }: Module, exported: Exported): Values | undefined {
    if (exported.kind === 'expression') return fold.evaluate(exported.node);
    if (exported.kind === 'from') {
      const { module, name } = exported;
      return this.imported(fold, bound.file, module, name) ?? (isOwn(module) ? undefined : reference(module, name));
    }
    const binding = lookup(fold.scopes, bound.file, exported.name);
    return binding && fold.valuesOf(binding);
  }

  #whole(fold: Folder, module: Module): Values {
    const { exports } = module.bound;
    if (exports.whole) return fold.evaluate(exports.whole);
    const names = new Set(exports.named.keys());
    const isOpen = this.#gather(module, names, new Set()) || names.size > mostNames;
    const told = new Set([...names].slice(0, mostNames));
    const fields = new LazyFields(told, (name) => this.#exported(fold, module, name) ?? justUnknown);
    return [{ kind: 'fields', fields, open: isOpen }];
  }

  /** Adds the names that a module has by `export *`; true where not all of them are known. */
  #gather({ path, bound }: Module, names: Set<string>, seen: Set<string>): boolean {
    seen.add(path);
    let isOpen = false;
    for (const star of bound.exports.stars) {
      const inner = this.#read && this.#resolve(path, star, this.#read);
      if (!inner || inner.bound.exports.whole || names.size > mostNames) isOpen = true;
      if (!inner || seen.has(inner.path)) continue;
      for (const name of inner.bound.exports.named.keys()) if (name !== 'default') names.add(name);
      isOpen = this.#gather(inner, names, seen) || isOpen;
    }
    return isOpen;
  }
}

/** True for a file of the project, found or not. */
const isOwn = (module: string): boolean => module.startsWith('.');

/** What a package gives under a name; `*` for all of it. */
const reference = (module: string, name: string): Values => [
  { kind: 'reference', module, path: name === '*' ? [] : [name] },
];

/** The value of a JSON file. */
function jsonValues(file: ts.SourceFile, fold: Folder): Values {
  const [statement] = file.statements;
  return statement && compiler.isExpressionStatement(statement) ? fold.evaluate(statement.expression) : justUnknown;
}
