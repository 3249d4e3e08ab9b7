import type { Bundler } from '../shape.ts';
import type { Links } from './links.ts';
import type { Module } from './read-module.ts';

/** Where something was first needed from. */
export interface Origin {
  readonly path: string;
  /** UTF-16 units. */
  readonly at: number;
}

/** What a reach is handed. */
export interface ReachSettings {
  readonly bundler: Bundler;
  readonly links: Links;
  /** Nothing for a module that client code stops at, or that cannot lead to what is asked about. Gives the same each time. */
  readonly module: (path: string) => Module | undefined;
  /** Exports that the framework removes. */
  readonly stripped: (path: string) => readonly string[];
  /** True where imports of which only types are used stay. */
  readonly verbatim: (path: string) => boolean;
  /** True where a package says that its modules have no effects. */
  readonly effectless: (path: string) => boolean;
  /** True for a module that no two chunks share. */
  readonly alone: (path: string) => boolean;
}
