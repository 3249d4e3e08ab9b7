import type { FlagSite, LiteralSite, Span } from '../model/index.ts';
import { bind } from './bind/bind.ts';
import type { Scope } from './bind/scope.ts';
import { type Budget, defaultBudget, Meter } from './budget.ts';
import { loadCompiler, type ts } from './compiler.ts';
import { newFolder } from './fold/evaluate.ts';
import { type ModuleReader, Modules } from './modules/modules.ts';
import { parse } from './parse.ts';
import { isProgram, programOf } from './regions/index.ts';
import { flagSites } from './sites/flags.ts';
import { literalSites, type Positions } from './sites/literals.ts';
import { newSites } from './sites/new-sites.ts';
import { decode } from './text.ts';

/** What is understood of one program file. Spans are bytes of the content as it was given. */
export interface Program {
  /** Strings as they stand, and texts that folding makes, in the order of the content. */
  readonly literals: readonly LiteralSite[];
  /** Properties and attributes that are surely `true` or `false`. */
  readonly flags: readonly FlagSite[];
  /** Modules it names, as it names them. */
  readonly imports: readonly string[];
  /** False where it was not parsed (too large, nested too deeply), or a bound of the budget ended the folding. */
  readonly complete: boolean;
  /** The innermost string that holds all bytes of a span; undefined where none does: code, a comment. */
  literalAt(span: Span): LiteralSite | undefined;
}

export interface ReadOptions {
  readonly budget?: Budget;
  /** Reads other files of the project, so that imported constants are known. */
  readonly modules?: ModuleReader;
}

const nothing: Program = { literals: [], flags: [], imports: [], complete: false, literalAt: () => undefined };

/**
 * Reads a program: every string with the part it plays, what is assembled from several, and the calls they are given to.
 * Never throws, and runs nothing of what it reads.
 * @param bytes the whole content, UTF-8 or Latin-1
 * @param path with `/`; its ending says how to parse, and imports are resolved from it
 */
export function readProgram(bytes: Uint8Array, path: string, options: ReadOptions = {}): Program {
  const budget = { ...defaultBudget, ...options.budget };
  if (!isProgram(path) || bytes.length > budget.bytes) return nothing;
  loadCompiler();
  const text = decode(bytes);
  const program = programOf(text.text, path);
  const file = program && parse(program.text, program.dialect);
  if (!file) return nothing;

  const scopes = new Map<ts.Node, Scope>();
  const bound = bind(file, scopes);
  const meter = new Meter(budget);
  const modules = new Modules({ path, bound }, scopes, options.modules, budget.modules);
  const sites = newSites(newFolder(meter, modules), newFolder(meter, modules, true));
  const positions: Positions = { text, elsewhere: (node) => elsewhere(node, file, modules) };
  const literals = literalSites(bound, positions, sites);
  const flags = flagSites(bound, text, sites);
  return {
    literals,
    flags,
    imports: bound.imports,
    complete: !meter.exhausted,
    literalAt: (span) => siteAt(literals, span),
  };
}

/** The other file a node stands in, and its line there, from 1. */
function elsewhere(node: ts.Node, file: ts.SourceFile, modules: Modules): { from: string; line: number } | undefined {
  const { path, bound } = modules.moduleOf(node);
  if (bound.file === file) return undefined;
  return { from: path, line: bound.file.getLineAndCharacterOfPosition(node.getStart(bound.file)).line + 1 };
}

/** Sites are in order of their starts: the last one that starts in time and ends late enough is the innermost. */
function siteAt(literals: readonly LiteralSite[], { start, end }: Span): LiteralSite | undefined {
  let low = 0;
  let high = literals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((literals[middle] as LiteralSite).span.start <= start) low = middle + 1;
    else high = middle;
  }
  // Only templates hold others; more than these do not nest.
  for (let index = low - 1; index >= 0 && index >= low - 64; index--) {
    const site = literals[index] as LiteralSite;
    if (site.span.end >= end) return site;
  }
  return undefined;
}
