import type { Exposure } from '../model/index.ts';
import type { Handed, Outline } from '../syntax/outline/index.ts';
import type { Asked } from './graph/asked.ts';
import { Chunks } from './graph/chunks.ts';
import { entriesNamed } from './graph/client-entries.ts';
import { Crossing } from './graph/crossing.ts';
import { directivesIn } from './graph/directives.ts';
import { Growing } from './graph/growing.ts';
import { Links } from './graph/links.ts';
import { Modules } from './graph/modules.ts';
import { Procedures } from './graph/procedures.ts';
import { Reach } from './graph/reach.ts';
import type { Module } from './graph/read-module.ts';
import { follow, leadingTo, type Roads } from './graph/roads.ts';
import { shownIn } from './graph/shown.ts';
import type { Place } from './place.ts';
import type { Packages } from './resolve/packages.ts';
import type { Resolver } from './resolve/resolver.ts';
import type { App, Entry, Shape } from './shape.ts';
import type { Tree } from './tree.ts';

/** What every application of a project shares. */
export interface Surroundings {
  readonly tree: Tree;
  readonly packages: Packages;
  readonly resolver: Resolver;
  /** What client code asks servers for. */
  readonly asked: Asked;
}

/** One application as one framework sees it: what of it reaches whom. Nothing is read before the first question. */
export class Side {
  readonly shape: Shape;
  readonly app: App;
  readonly links: Links;
  readonly #around: Surroundings;
  readonly #directives = new Map<string, readonly string[]>();
  readonly #modules: Modules;
  readonly #names = new Map<string, readonly string[] | undefined>();
  #server: Roads | undefined;
  #called: readonly string[] = [];
  #entries: Map<string, Entry> | undefined;
  #client: Roads | undefined;
  #packed: Roads | undefined;
  readonly #rendered = new Map<string, Growing>();
  readonly #shown = new Map<string, readonly Handed[]>();
  #procedures: Procedures | undefined;
  #chunksOf: Chunks | undefined;

  constructor(app: App, shape: Shape, around: Surroundings) {
    this.app = app;
    this.shape = shape;
    this.#around = around;
    this.links = new Links(around.tree, around.resolver, {
      aliases: shape.aliases,
      root: app.folder,
      ...(shape.implied ? { implied: shape.implied } : {}),
      ...(shape.replaced ? { replaced: shape.replaced } : {}),
      ...(shape.platforms ? { platforms: shape.platforms } : {}),
    });
    this.#modules = new Modules({
      tree: around.tree,
      links: this.links,
      shape,
      folder: app.folder,
      alone: (path) => this.#chunks().isAlone(path),
    });
  }

  /** On which side a framework puts a module, by its path or its directives; nothing where it may run on both. */
  boundary(path: string): 'client' | 'server' | undefined {
    const { boundary } = this.shape;
    if (!boundary) return undefined;
    let directives = this.#directives.get(path);
    if (!directives) {
      directives = directivesIn(this.#around.tree.read(path)?.slice(0, 4_000) ?? '');
      this.#directives.set(path, directives);
    }
    return boundary(path, directives);
  }

  /** What the server's entries reach, as far as imports tell; it ends where the client's code starts. */
  server(): Roads {
    if (this.#server) return this.#server;
    const stop = (path: string): boolean => this.boundary(path) === 'client';
    const starts = this.shape.server.map(({ path }) => path);
    this.#server = follow(starts, this.links, stop);
    if (!this.shape.boundary) return this.#server;
    // Functions that browsers call and the server runs.
    const { from } = this.#server;
    this.#called = [...this.client().from.keys()].filter(
      (path) => !from.has(path) && this.stops(path) && this.#directives.get(path)?.includes('use server') === true,
    );
    if (this.#called.length > 0) this.#server = follow([...starts, ...this.#called], this.links, stop);
    return this.#server;
  }

  /** Every module client code starts from: the framework's own entries, and those the server's code names. */
  entries(): ReadonlyMap<string, Entry> {
    if (this.#entries) return this.#entries;
    const entries = new Map(this.shape.client.map((entry) => [entry.path, entry]));
    for (const entry of entriesNamed(this)) if (!entries.has(entry.path)) entries.set(entry.path, entry);
    this.#entries = entries;
    return entries;
  }

  /** What client code may reach, as far as imports tell. */
  client(): Roads {
    this.#client ??= follow(this.entries().keys(), this.links, (path) => this.stops(path));
    return this.#client;
  }

  /** Client code never runs what is the server's alone. */
  stops(path: string): boolean {
    return this.boundary(path) === 'server';
  }

  /** A module as the bundler reads it; `whole` with the parts that only the server runs. */
  module(path: string, whole = false): Module | undefined {
    return this.#modules.module(path, whole);
  }

  /** What the server makes of a module; nothing where it is no program. */
  outline(path: string): Outline | undefined {
    return this.#modules.outline(path);
  }

  /** What the markup of a component shows that the server renders. */
  shown(path: string): readonly Handed[] {
    const known = this.#shown.get(path) ?? shownIn(path, this.#around.tree.read(path) ?? '', this.shape.bundler);
    this.#shown.set(path, known);
    return known;
  }

  /** What client code, and what of the server fills pages, asks servers for. */
  get asked(): Asked {
    return this.#around.asked;
  }

  /** The procedures of the server. */
  procedures(): Procedures {
    this.#procedures ??= new Procedures(this);
    return this.#procedures;
  }

  #chunks(): Chunks {
    this.#chunksOf ??= new Chunks(this.entries(), this.client().from, this.links, this.shape.bundler.copiesShared);
    return this.#chunksOf;
  }

  /** What the client's build takes in, looking at some modules only and starting from some of them. */
  reach(modules: ReadonlySet<string>, starts: Iterable<string>, onServer = false): Growing {
    const { shape } = this;
    const reach = new Reach({
      bundler: shape.bundler,
      links: this.links,
      module: (path) =>
        modules.has(path) && (onServer || !this.stops(path)) ? this.module(path, onServer) : undefined,
      stripped: (path) => (onServer ? [] : (shape.stripped?.(path) ?? [])),
      verbatim: (path) => this.#around.resolver.configs.of(path).verbatim,
      alone: (path) => this.#chunks().isAlone(path),
      effectless: (path) => this.#around.packages.of(path)?.json['sideEffects'] === false,
    });
    const own = new Set(starts);
    const near = [...modules].filter((path) => own.has(path));
    return new Growing(reach, near, (path) => {
      const names = onServer ? undefined : this.#namesFor(path);
      const isStart = !onServer && names === undefined && this.entries().has(path);
      if (shape.bundler.shakesEntries && isStart) reach.enter(path, []);
      else if (names === undefined || names.length > 0) reach.enter(path, names);
    });
  }

  /** The exports of a client module that the server's code imports; nothing where any may be. */
  #namesFor(path: string): readonly string[] | undefined {
    const { client, server } = this.shape;
    const own = client.find((entry) => entry.path === path)?.names;
    if (own) return own;
    if (
      this.shape.bundler.keepsMarked ||
      this.boundary(path) !== 'client' ||
      [...client, ...server].some((entry) => entry.path === path)
    )
      return undefined;
    if (!this.#names.has(path)) {
      this.#names.set(path, []);
      const stop = (each: string): boolean => each !== path && this.stops(each);
      const leading = leadingTo([path], this.server().from, this.links, stop);
      this.#names.set(
        path,
        this.reach(
          leading,
          server.map((entry) => entry.path),
        )
          .whole()
          .usedOf(path),
      );
    }
    return this.#names.get(path);
  }

  /** What is packed for users without being a page of a browser. */
  shipped(): Roads {
    this.#packed ??= follow(
      (this.shape.shipped ?? []).map(({ path }) => path),
      this.links,
      () => false,
    );
    return this.#packed;
  }

  /** Whether what the server starts from uses a module, or the statement of it that a place stands in. */
  renders(path: string, at?: number): boolean {
    let reach = this.#rendered.get(path);
    if (!reach) {
      const starts = [...this.shape.server.map((entry) => entry.path), ...this.#called];
      reach = this.reach(
        leadingTo([path], this.server().from, this.links, () => false),
        starts,
        true,
      );
      this.#rendered.set(path, reach);
    }
    return reach.until((each) => (at === undefined ? each.origins.has(path) : each.reaches(path, at))) !== undefined;
  }

  /** How the value at a place gets into a page that the server makes, or nothing. */
  handed(place: Place): Exposure | undefined {
    if (!this.server().from.has(place.path)) return undefined;
    return new Crossing(this, this.#around.tree, place).way();
  }
}
