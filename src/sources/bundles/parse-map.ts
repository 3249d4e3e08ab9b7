/** A part of a source map: all of it, or a section of an indexed one. */
export interface MapPart {
  /** Lines and columns, from 0, before the part in the generated file. */
  readonly line: number;
  readonly column: number;
  /** As the map names them, its root before. */
  readonly sources: readonly string[];
  readonly contents: readonly (string | null)[];
  readonly mappings: string;
}

/** Sections within sections are not allowed, and a map may not ask for more than this. */
const mostSections = 10_000;

/**
 * Reads a source map, plain or indexed.
 * @param json its text, with or without the guard that keeps browsers from running it
 * @returns nothing for JSON that is no source map
 * @throws SyntaxError where it is no JSON; TypeError where its structure is not that of a map
 */
export function parseMap(json: string): readonly MapPart[] | undefined {
  const map: unknown = JSON.parse(json.startsWith(')]}') ? json.slice(json.indexOf('\n') + 1) : json);
  if (!isObject(map) || !('mappings' in map || 'sections' in map || 'sourcesContent' in map)) return undefined;
  if (!('sections' in map)) return [partOf(map, 0, 0)];
  const { sections } = map;
  if (!Array.isArray(sections) || sections.length > mostSections) throw new TypeError('sections');
  return sections.map((section: unknown) => {
    if (!isObject(section)) throw new TypeError('section');
    const { offset, map: inner } = section;
    if (!isObject(offset) || !isObject(inner) || 'sections' in inner) throw new TypeError('section');
    return partOf(inner, numberOf(offset['line']), numberOf(offset['column']));
  });
}

function partOf(map: Record<string, unknown>, line: number, column: number): MapPart {
  const { sources = [], sourcesContent = [], sourceRoot = '', mappings = '' } = map;
  if (!Array.isArray(sources) || !Array.isArray(sourcesContent ?? []) || typeof mappings !== 'string')
    throw new TypeError('map');
  const root = typeof sourceRoot === 'string' && sourceRoot !== '' ? `${sourceRoot.replace(/\/$/, '')}/` : '';
  return {
    line,
    column,
    sources: sources.map((source: unknown) => (typeof source === 'string' ? root + source : '')),
    contents: ((sourcesContent ?? []) as unknown[]).map((text) => (typeof text === 'string' ? text : null)),
    mappings,
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function numberOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new TypeError('offset');
  return value;
}
