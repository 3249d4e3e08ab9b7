import { isPureIn, type Outline, type Reading } from '../../syntax/outline/index.ts';
import type { Shape } from '../shape.ts';
import { type Tree, under } from '../tree.ts';
import { Constants } from './constants.ts';
import type { Links } from './links.ts';
import { readDocument, readPage } from './page.ts';
import { type Module, onServer, readModule } from './read-module.ts';

/** What the modules of one application are read with. */
export interface ModuleSettings {
  readonly tree: Tree;
  readonly links: Links;
  readonly shape: Shape;
  /** The folder of the application. */
  readonly folder: string;
  /** True for a module that no two chunks share. */
  readonly alone: (path: string) => boolean;
}

/** The modules of one application, each read once as browsers get it and once as the server runs it. */
export class Modules {
  readonly #settings: ModuleSettings;
  readonly #client = new Map<string, Module | undefined>();
  readonly #server = new Map<string, Module | undefined>();
  readonly #pages = new Map<string, Outline | undefined>();
  #constants: Constants | undefined;
  #serverConstants: Constants | undefined;
  #set: ReadonlySet<string> | undefined;

  constructor(settings: ModuleSettings) {
    this.#settings = settings;
  }

  /** A module as the bundler reads it; `whole` with the parts that only the server runs. */
  module(path: string, whole: boolean): Module | undefined {
    const known = whole ? this.#server : this.#client;
    if (!known.has(path)) known.set(path, this.#read(path, whole));
    return known.get(path);
  }

  /** What the server makes of a module; nothing where it is no program. */
  outline(path: string): Outline | undefined {
    if (!/\.(?:astro|mdx)$/.test(path)) {
      const module = this.module(path, true);
      return module?.kind === 'program' || module?.kind === 'component' ? module.outline : undefined;
    }
    const { tree } = this.#settings;
    if (!this.#pages.has(path)) {
      const read = path.endsWith('.mdx') ? readDocument : readPage;
      this.#pages.set(path, read(tree.read(path) ?? '', this.#onServer(path)));
    }
    return this.#pages.get(path);
  }

  #read(path: string, whole: boolean): Module | undefined {
    const { tree, shape } = this.#settings;
    const text = tree.read(path);
    const { clientParts } = shape;
    return text === undefined
      ? undefined
      : readModule(
          path,
          text,
          whole ? this.#onServer(path) : this.#reading(path),
          (part) => whole || !clientParts || clientParts(path, part),
        );
  }

  /** How the server reads one module: it runs what decides branches. */
  #onServer(path: string): Reading {
    const { tree, links, shape } = this.#settings;
    const sees = {
      ...shape.bundler,
      ...onServer(shape.bundler),
      foldsImports: 'everywhere',
      shakesMembers: 'everywhere',
    } as const;
    this.#serverConstants ??= new Constants(tree, links, sees, () => true);
    const constants = this.#serverConstants;
    return {
      ...onServer(shape.bundler),
      imported: (specifier, name, member) => constants.valueOf(path, specifier, name, member),
    };
  }

  /** How the bundler reads one module: it may look for constants in the modules that it imports. */
  #reading(path: string): Reading {
    const { tree, links, shape, alone } = this.#settings;
    const { bundler } = shape;
    const isSet = (expression: string): boolean =>
      /^(?:process|import\.meta)\.env\./.test(expression) && this.#variables().has(expression.split('.').at(-1) ?? '');
    const isPureImport = (specifier: string, name: string, isNew: boolean): boolean => {
      const [target] = bundler.pure.functions === 'all' ? links.resolve(specifier, path) : [];
      return target !== undefined && isPureIn(tree.read(target) ?? '', target, bundler, name, isNew);
    };
    if (bundler.foldsImports === 'nowhere') return { ...bundler, isSet, isPureImport };
    this.#constants ??= new Constants(tree, links, bundler, alone);
    const constants = this.#constants;
    return {
      ...bundler,
      isSet,
      isPureImport,
      imported: (specifier, name, member) => constants.valueOf(path, specifier, name, member),
    };
  }

  /** Public variables that files of the application give a value. */
  #variables(): ReadonlySet<string> {
    const { tree, shape, folder } = this.#settings;
    this.#set ??= new Set(
      ['.env', '.env.production']
        .map((name) => tree.read(under(folder, name)) ?? '')
        .flatMap((text) => [...text.matchAll(/^(?:export\s)?([A-Za-z_]\w*)=(?!["']{2})[^\s#]/gm)])
        .map(([, name = '']) => name)
        .filter((name) => shape.prefixes.some((prefix) => name.startsWith(prefix))),
    );
    return this.#set;
  }
}
