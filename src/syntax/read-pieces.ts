import type { FlagSite, LiteralSite, Span } from '../model/index.ts';
import { dialectOf } from './languages.ts';
import { type Program, readProgram } from './read-program.ts';
import { movedTo } from './sites/program-site.ts';
import { usesOfConstant } from './uses.ts';
import { windowsAround } from './windows.ts';

/** Windows of one program that are parsed. */
const mostWindows = 48;
const separator = Buffer.from('\n;\n');

/**
 * Reads of a large program what stands around some first pieces of texts, and where constants that are given such a piece
 * are used: all of it as one program, so that a constant is known wherever it was moved to. What lies between is not read.
 * @param bytes the whole content
 * @param path with `/`: its ending says how to parse
 * @param pieces places in the content
 * @returns nothing where it is no plain program
 */
export function readPieces(bytes: Buffer, path: string, pieces: readonly Span[]): Program | undefined {
  if (dialectOf(path) === undefined) return undefined;
  const places = pieces.flatMap((piece) => [piece, ...usesOfConstant(bytes, piece)]);
  const windows = windowsAround(bytes, places).slice(0, mostWindows);
  const parts: { readonly from: number; readonly window: Span }[] = [];
  const texts: Buffer[] = [];
  let from = 0;
  for (const window of windows) {
    parts.push({ from, window });
    const text = bytes.subarray(window.start, window.end);
    texts.push(text, separator);
    from += text.length + separator.length;
  }
  const program = readProgram(Buffer.concat(texts), path);
  /** The place of a span in the content; nothing where it reaches over the end of a window. */
  const placeOf = ({ start, end }: Span): Span | undefined => {
    const part = parts.findLast((each) => each.from <= start);
    if (!part || end > part.from + (part.window.end - part.window.start)) return undefined;
    const by = part.window.start - part.from;
    return { start: start + by, end: end + by };
  };
  return {
    get literals() {
      return program.literals.flatMap((site): LiteralSite[] => {
        const span = placeOf(site.span);
        const content = site.content && placeOf(site.content);
        if (!span || (site.content && !content)) return [];
        return [movedTo(site, span, content)];
      });
    },
    get flags() {
      return program.flags.flatMap((flag): FlagSite[] => {
        const span = placeOf(flag.span);
        return span ? [{ ...flag, span }] : [];
      });
    },
    imports: [],
    complete: false,
    literalAt: () => undefined,
  };
}
