import type { MapPart } from './parse-map.ts';
import { sourceName } from './source-name.ts';

/** A source that a map carries. */
export interface MapSource {
  readonly name: string;
  readonly text: string;
}

/** The sources that a map carries, each once. */
export function* mapSources(parts: readonly MapPart[]): Generator<MapSource> {
  const seen = new Set<string>();
  for (const { sources, contents } of parts) {
    for (const [index, text] of contents.entries()) {
      if (text === null || text === '') continue;
      const name = sourceName(sources[index] ?? '') || `source ${index + 1}`;
      const key = `${name}\n${text}`;
      if (parts.length > 1 && seen.has(key)) continue;
      if (parts.length > 1) seen.add(key);
      yield { name, text };
    }
  }
}
