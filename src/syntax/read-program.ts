import type { FlagSite, LiteralSite, Span } from '../model/index.ts';
import { type Budget, defaultBudget } from './budget.ts';
import { loadCompiler } from './compiler.ts';
import { dialectOf } from './languages.ts';
import type { ModuleReader } from './modules/modules.ts';
import { parse } from './parse.ts';
import { ParsedProgram } from './parsed-program.ts';
import { isProgram, programOf } from './regions/index.ts';
import { movedTo } from './sites/program-site.ts';
import type { Relays } from './sites/relays.ts';
import { decode } from './text.ts';
import { windowsAround } from './windows.ts';

/** What is understood of one program file. Spans are bytes of the content as it was given. Found when it is asked for. */
export interface Program {
  /** Strings as they stand, and texts that folding makes, in the order of the content. */
  readonly literals: readonly LiteralSite[];
  /** Properties and attributes that are surely `true` or `false`. */
  readonly flags: readonly FlagSite[];
  /** Modules it names, as it names them. */
  readonly imports: readonly string[];
  /**
   * False where not all of it was parsed (too large, nested too deeply), or a bound of the budget ended the folding.
   * Ask after `literals` and `flags`.
   */
  readonly complete: boolean;
  /** What other files may give to packages through this one. Absent where it was not read as a whole. */
  readonly relays?: Relays;
  /** The innermost string that holds all bytes of a span; undefined where none does: code, a comment. Cheap. */
  literalAt(span: Span): LiteralSite | undefined;
}

export interface ReadOptions {
  readonly budget?: Budget;
  /** Reads other files of the project, so that imported constants are known. */
  readonly modules?: ModuleReader;
  /** Places that matter: of a program above `budget.whole` only their neighbourhoods are parsed. */
  readonly around?: readonly Span[];
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
  if (!isProgram(path)) return nothing;
  const isLarge = options.around !== undefined && bytes.length > budget.whole && dialectOf(path) !== undefined;
  if (isLarge && options.around) return readWindows(bytes, path, windowsAround(bytes, options.around), options);
  if (bytes.length > budget.bytes) return nothing;
  loadCompiler();
  const text = decode(bytes);
  const program = programOf(text.text, path);
  const file = program && parse(program.text, program.dialect);
  return file ? new ParsedProgram(path, text, file, budget, options.modules) : nothing;
}

/** Parts of a program as one: each is parsed by itself, and what it tells is moved to its place. */
function readWindows(bytes: Uint8Array, path: string, windows: readonly Span[], options: ReadOptions): Program {
  const { around: _, ...others } = options;
  const parts = windows.map(({ start, end }) => ({
    start,
    end,
    program: readProgram(bytes.subarray(start, end), path, others),
  }));
  return {
    get literals() {
      return parts.flatMap(({ start, program }) => program.literals.map((site) => moved(site, start)));
    },
    get flags() {
      return parts.flatMap(({ start, program }) =>
        program.flags.map((flag) => ({ ...flag, span: movedSpan(flag.span, start) })),
      );
    },
    get imports() {
      return [...new Set(parts.flatMap(({ program }) => program.imports))];
    },
    complete: false,
    literalAt: (span) => {
      const part = parts.find(({ start, end }) => start <= span.start && span.end <= end);
      const site = part?.program.literalAt(movedSpan(span, -part.start));
      return site && part && moved(site, part.start);
    },
  };
}

const movedSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const moved = (site: LiteralSite, by: number): LiteralSite =>
  movedTo(site, movedSpan(site.span, by), site.content && movedSpan(site.content, by));
