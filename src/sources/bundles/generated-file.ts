import { posix } from 'node:path';
import { decode, type SourceMapMappings } from '@jridgewell/sourcemap-codec';
import type { Position } from '../../model/index.ts';
import { inlineMap } from './inline-map.ts';
import { type MapPart, parseMap } from './parse-map.ts';
import { readWhole } from './read-whole.ts';
import { sourceName } from './source-name.ts';

/** Where something of a generated file was written. Lines and columns from 1. */
export interface Origin {
  /** The path of the map, relative to the top. */
  readonly map: string;
  /** As the map calls it, without the scheme of a bundler. */
  readonly source: string;
  readonly line: number;
  readonly column: number;
}

/** Bytes at the end of a file in which it may name its map. */
const tail = 4096;
const pointer = /[#@]\s*sourceMappingURL=([^\s'"*]+)/g;

/** A generated file and its map, read on first use. */
export class GeneratedFile {
  readonly #file: string;
  readonly #path: string;
  /** The line of a map that the file carries itself, from 1. */
  inlineLine: number | undefined;
  #map: { readonly path: string; readonly parts: readonly DecodedPart[] } | undefined | null;

  /**
   * @param file its absolute path
   * @param path the same, relative to the top: a map is looked for below the top only
   */
  constructor(file: string, path: string) {
    this.#file = file;
    this.#path = path;
  }

  /** Where the map says that a place was written; nothing where there is no map, or it says nothing of it. */
  originOf({ line, column }: Position): Origin | undefined {
    if (this.#map === undefined) this.#map = this.#read() ?? null;
    const map = this.#map;
    if (!map) return undefined;
    const part = map.parts.findLast((each) => each.line < line - 1 || (each.line === line - 1 && each.column < column));
    if (!part) return undefined;
    const segments = part.mappings[line - 1 - part.line] ?? [];
    const at = column - 1 - (part.line === line - 1 ? part.column : 0);
    let low = 0;
    for (let high = segments.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((segments[middle]?.[0] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const segment = segments[low - 1];
    const source = segment?.length === 1 ? undefined : part.sources[segment?.[1] ?? -1];
    if (!segment || segment.length === 1 || !source) return undefined;
    return { map: map.path, source: sourceName(source), line: segment[2] + 1, column: segment[3] + 1 };
  }

  #read(): { path: string; parts: readonly DecodedPart[] } | undefined {
    const content = readWhole(this.#file);
    if (!content) return undefined;
    const inline = inlineMap(content, this.#path);
    if (inline) {
      this.inlineLine = content.toString('latin1').trimEnd().split('\n').length;
      return decodeMap(inline, this.#path);
    }
    const named = [...content.toString('latin1', content.length - tail).matchAll(pointer)].at(-1)?.[1];
    const url = named ?? `${posix.basename(this.#path)}.map`;
    if (/^[a-z][a-z\d+.-]*:|^\//i.test(url)) return undefined;
    let name: string;
    try {
      name = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    } catch {
      return undefined;
    }
    const path = posix.normalize(posix.join(posix.dirname(this.#path), name));
    if (path.startsWith('../')) return undefined;
    const map = readWhole(this.#file.slice(0, this.#file.length - this.#path.length) + path);
    return map && decodeMap(map, path);
  }
}

interface DecodedPart extends Pick<MapPart, 'line' | 'column' | 'sources'> {
  readonly mappings: SourceMapMappings;
}

/** A broken map says nothing here; that it is broken is told where it is read as a file. */
function decodeMap(json: Buffer, path: string): { path: string; parts: readonly DecodedPart[] } | undefined {
  try {
    const parts = parseMap(json.toString('utf8'))?.map(({ line, column, sources, mappings }) => ({
      line,
      column,
      sources,
      mappings: decode(mappings),
    }));
    return parts && { path, parts };
  } catch {
    return undefined;
  }
}
