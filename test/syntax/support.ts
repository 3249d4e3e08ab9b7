import { expect } from 'vitest';
import type { LiteralSite } from '../../src/model/index.ts';
import { type Program, type ReadOptions, readProgram } from '../../src/syntax/index.ts';

/** Reads a text as a program in a file of that name, with all that is in it. */
export function read(text: string, path = 'src/file.ts', options: ReadOptions = {}): Program {
  const program = readProgram(Buffer.from(text), path, options);
  // What is not asked for is not looked for.
  expect(program.literals).toBeDefined();
  expect(program.flags).toBeDefined();
  return program;
}

/** What a span covers in a text. */
export const textAt = (text: string, { start, end }: { start: number; end: number }): string =>
  Buffer.from(text).subarray(start, end).toString();

/** The sites of a text that say so: all of them, or those that are not plain literals. */
export const sitesOf = (program: Program, text: string, foldedOnly = false): LiteralSite[] =>
  program.literals.filter((site) => site.text === text && !(foldedOnly && site.built.kind === 'literal'));

/** The one site with that text; an error where there is none, or more than one. */
export function siteOf(text: string, wanted: string, path?: string, options?: ReadOptions): LiteralSite {
  const found = sitesOf(read(text, path, options), wanted);
  if (found.length !== 1) throw new Error(`${found.length} sites of ${JSON.stringify(wanted)} in ${text}`);
  return found[0] as LiteralSite;
}

/** Everything the initializer of `const result = …` may be, after folding. */
export function resultsOf(text: string, path?: string, options?: ReadOptions): string[] {
  const at = text.indexOf('const result = ') + 'const result = '.length;
  const start = Buffer.byteLength(text.slice(0, at));
  return read(text, path, options)
    .literals.filter((site) => site.span.start === start && site.name === 'result' && !site.holes)
    .map((site) => site.text);
}
