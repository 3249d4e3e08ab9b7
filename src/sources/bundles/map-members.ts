import type { Member } from '../archives/member.ts';
import type { MapPart } from './parse-map.ts';
import { sourceName } from './source-name.ts';

/** The sources that a map carries, each once. */
export function* mapMembers(parts: readonly MapPart[]): Generator<Member> {
  const seen = new Set<string>();
  for (const { sources, contents } of parts) {
    for (const [index, text] of contents.entries()) {
      if (text === null || text === '') continue;
      const name = sourceName(sources[index] ?? '') || `source ${index + 1}`;
      const key = `${name}\n${text.length}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const bytes = Buffer.from(text);
      yield { kind: 'member', name, size: bytes.length, open: async () => ({ chunks: one(bytes), close: () => {} }) };
    }
  }
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
