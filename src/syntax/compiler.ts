import { createRequire } from 'node:module';
import type ts from 'typescript';

/**
 * The compiler, once `loadCompiler` was called; a live binding, so that functions may name it before it is there.
 * Nothing may touch it while a module is evaluated: keyscan must not pay for it where no program needs reading.
 */
export let compiler: typeof ts;

/** The compiler's types: this room alone sees them. */
export type { ts };

/**
 * Loads the compiler on first use, once a thread. From the sources that is the whole of it; what is built names a file
 * with the parser alone here (`scripts/lib/parser-only.mjs`). `createRequire`, because `import` takes three times as long.
 */
export function loadCompiler(): void {
  compiler ??= createRequire(import.meta.url)('typescript') as typeof ts;
}

/** Makes a table on first use: tables by kind of node need the compiler's numbers. */
export function onFirstUse<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
