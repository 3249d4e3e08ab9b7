import type { FlagSite, LiteralSite, Span } from '../model/index.ts';
import { bind } from './bind/bind.ts';
import type { Bound, Scope } from './bind/scope.ts';
import { type Budget, Meter } from './budget.ts';
import type { ts } from './compiler.ts';
import { newFolder } from './fold/evaluate.ts';
import { type ModuleReader, Modules } from './modules/modules.ts';
import type { Program } from './read-program.ts';
import { flagSites } from './sites/flags.ts';
import { type Elsewhere, literalSiteAt, literalSites, type Positions } from './sites/literals.ts';
import { newSites } from './sites/new-sites.ts';
import { type Relays, relaysOf } from './sites/relays.ts';
import type { Sites } from './sites/sites.ts';
import type { Text } from './text.ts';

/** A program of which the tree is known. What is asked for is found then, and kept. */
export class ParsedProgram implements Program {
  readonly #bound: Bound;
  readonly #meter: Meter;
  readonly #positions: Positions;
  readonly #sites: Sites;
  #literals: readonly LiteralSite[] | undefined;
  #flags: readonly FlagSite[] | undefined;

  constructor(path: string, text: Text, file: ts.SourceFile, budget: Required<Budget>, read: ModuleReader | undefined) {
    const scopes = new Map<ts.Node, Scope>();
    const bound = bind(file, scopes);
    const modules = new Modules({ path, bound }, scopes, read, budget.modules);
    const meter = new Meter(budget);
    this.#bound = bound;
    this.#meter = meter;
    this.#positions = { text, elsewhere: (node) => elsewhere(node, file, modules) };
    this.#sites = newSites(bound, newFolder(meter, modules), newFolder(meter, modules, true), read !== undefined);
  }

  get literals(): readonly LiteralSite[] {
    this.#literals ??= literalSites(this.#bound, this.#positions, this.#sites);
    return this.#literals;
  }

  get flags(): readonly FlagSite[] {
    this.#flags ??= flagSites(this.#bound, this.#positions.text, this.#sites);
    return this.#flags;
  }

  get relays(): Relays {
    return relaysOf(this.#bound, this.#sites);
  }

  get imports(): readonly string[] {
    return this.#bound.imports;
  }

  get complete(): boolean {
    return !this.#meter.exhausted;
  }

  literalAt(span: Span): LiteralSite | undefined {
    return literalSiteAt(span, this.#bound, this.#positions, this.#sites);
  }
}

/** The other file a node stands in, and its line there, from 1. */
function elsewhere(node: ts.Node, file: ts.SourceFile, modules: Modules): Elsewhere | undefined {
  const { path, bound } = modules.moduleOf(node);
  if (bound.file === file) return undefined;
  return { from: path, line: bound.file.getLineAndCharacterOfPosition(node.getStart(bound.file)).line + 1 };
}
