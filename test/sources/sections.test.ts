import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Blob, Skip } from '../../src/model/index.ts';
import { TestRepository, temporaryFolder, writeFiles } from '../support/git.ts';
import { inMemory, onDisk, readAll, readAllObjects, text } from './collect.ts';

/** Line and column of a place in a text, counted the plain way. */
function placeIn(before: string): { line: number; column: number } {
  const lines = before.split('\n');
  return { line: lines.length, column: lines.at(-1)?.length ?? 0 };
}

function checkSections(read: readonly (Blob | Skip)[], whole: string): void {
  const sections = read.map((each) => {
    if (each.kind === 'skip') throw new Error(`skipped: ${each.reason}`);
    return each;
  });
  const isBytes = sections.some(({ encoding }) => encoding === 'latin1' || encoding === 'binary');
  let joined = Buffer.alloc(0);
  for (const section of sections) {
    // The overlap repeats what stands before, and what is new follows without a gap.
    expect(section.offset).toBe(joined.length - section.seen);
    expect(Buffer.from(section.bytes.subarray(0, section.seen)).equals(joined.subarray(section.offset))).toBe(true);
    if (!isBytes) {
      expect({ line: section.line, column: section.column }).toEqual(
        placeIn(joined.subarray(0, section.offset).toString()),
      );
    }
    joined = Buffer.concat([joined, section.bytes.subarray(section.seen)]);
  }
  expect(joined.toString(isBytes ? 'latin1' : 'utf8')).toBe(whole);
  expect(sections.map(({ whole }) => whole)).toEqual(sections.map(() => sections.length === 1));
}

const content = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', 'é', '世', '🔑', ' '), maxLength: 300 });
const limits = fc.record({ sectionSize: fc.integer({ min: 1, max: 90 }), overlap: fc.integer({ min: 0, max: 40 }) });

describe('sections without their overlap are the content, and know their place', () => {
  test('UTF-8', () => {
    fc.assert(
      fc.property(content, limits, (whole, limit) =>
        checkSections(readAll(inMemory(Buffer.from(whole)), limit), whole),
      ),
    );
  });

  test.each(['utf-16le', 'utf-16be'] as const)('%s', (encoding) => {
    fc.assert(
      fc.property(content, limits, (whole, limit) => {
        const marked = Buffer.from(`\ufeff${whole}`, 'utf16le');
        const read = readAll(inMemory(encoding === 'utf-16le' ? marked : marked.swap16()), limit);
        expect(read.every((each) => each.kind === 'blob' && each.encoding === encoding)).toBe(true);
        checkSections(read, whole);
      }),
    );
  });

  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), limits, (bytes, limit) => {
        const [first, second] = bytes;
        fc.pre(!((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)));
        const read = readAll({ ...inMemory(bytes), named: true }, limit);
        fc.pre(read.every((each) => each.kind === 'blob' && !each.encoding.startsWith('utf-16')));
        const joined = Buffer.concat(
          read.map((each) => (each.kind === 'blob' ? each.bytes.subarray(each.seen) : Buffer.alloc(0))),
        );
        expect(joined.equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  test('every place between two characters lies within some section, if the overlap is long enough', () => {
    const whole = 'abcdefghij'.repeat(40);
    const read = readAll(inMemory(Buffer.from(whole)), { sectionSize: 64, overlap: 20 });
    for (let start = 0; start + 20 <= whole.length; start++) {
      expect(
        read.some(
          (each) => each.kind === 'blob' && each.offset <= start && start + 20 <= each.offset + each.bytes.length,
        ),
      ).toBe(true);
    }
  });

  test('on disk and in the object store, the same', async () => {
    const whole = `${'Zeile mit Größe\n'.repeat(20_000)}${'long line 🔑 '.repeat(30_000)}\nend`;
    const folder = temporaryFolder();
    writeFiles(folder, { file: whole });
    const limit = { sectionSize: 100_000, overlap: 1000 };
    const fromDisk = readAll(onDisk(join(folder, 'file')), limit);
    expect(fromDisk.length).toBeGreaterThan(5);
    checkSections(fromDisk, whole);
    const repository = TestRepository.create({ file: whole });
    const id = repository.git('rev-parse', 'HEAD:file');
    const item = { ...onDisk('file'), place: { kind: 'object', gitDir: repository.path('.git'), id } } as const;
    const fromStore = await readAllObjects([item], limit);
    checkSections(fromStore, whole);
    expect(fromStore.map(text)).toEqual(fromDisk.map(text));
  });
});
