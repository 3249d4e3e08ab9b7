import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileSource } from '../../src/sources/files.ts';
import { diskPath, escapeName, nameOf, printable } from '../../src/sources/names.ts';
import { TestRepository, temporaryFolder } from '../support/git.ts';
import { collect, readAll, text } from './collect.ts';

describe('names', () => {
  test('any bytes survive the way there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(Buffer.from(diskPath(nameOf(Buffer.from(bytes)))).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  test('escaped text is the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (odd, plain) => {
        expect(Buffer.from(diskPath(plain + escapeName(odd) + plain)).toString()).toBe(
          Buffer.from(plain + odd + plain).toString(),
        );
      }),
    );
  });

  test('are printed on one line, with what would not print as its code', () => {
    expect(printable('plain name.txt')).toBe('plain name.txt');
    expect(printable('Größe 🔑')).toBe('Größe 🔑');
    expect(printable(nameOf(Buffer.from([0x61, 0xe9, 0x62])))).toBe('a\\xE9b');
    expect(printable(`a${escapeName('\n')}b\u001b[0m\u202e\u2028`)).toBe('a\\x0Ab\\x1B[0m\\u202E\\u2028');
  });
});

describe.each(['in git', 'outside git'])('odd names %s', (where) => {
  const names = [
    Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x2e, 0x74, 0x78, 0x74]),
    Buffer.from('line\nbreak.txt'),
    Buffer.from('\u2028separator'),
    Buffer.from('back\\slash'),
    Buffer.from('[brackets]{braces}*'),
    Buffer.from('!negated'),
    Buffer.from(' lead and trail '),
    Buffer.from('\t"quoted"'),
    Buffer.from('…🔑'),
    Buffer.from('-dash'),
    Buffer.from('..dots'),
  ];

  test('are listed and read', async () => {
    const folder = where === 'in git' ? TestRepository.create().folder : temporaryFolder();
    for (const name of names) writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), name);
    expect(readdirSync(folder).filter((name) => name !== '.git')).toHaveLength(names.length);
    const items = await collect(
      fileSource({ roots: [], cwd: folder, include: [], exclude: [], noIgnore: false, submodules: false }),
    );
    const read = items.flatMap((item) => (item.kind === 'item' ? readAll(item) : []));
    const contents = read.map((blob) =>
      blob.kind === 'blob' ? Buffer.from(blob.bytes).toString('latin1') : blob.reason,
    );
    expect(contents.sort()).toEqual(names.map((name) => name.toString('latin1')).sort());
    expect(items.map(({ path }) => path)).toContain('caf\\xE9.txt');
    expect(items.map(({ path }) => path)).toContain('line\\x0Abreak.txt');
  });

  test('in folders too', async () => {
    const folder = where === 'in git' ? TestRepository.create().folder : temporaryFolder();
    const { execFileSync } = await import('node:child_process');
    execFileSync('sh', ['-c', `d=$(printf 'd\\351\\nx'); mkdir -p "$d/e" && printf found > "$d/e/f"`], { cwd: folder });
    const items = await collect(
      fileSource({ roots: [], cwd: folder, include: [], exclude: [], noIgnore: false, submodules: false }),
    );
    expect(items.map(({ path }) => path)).toEqual(['d\\xE9\\x0Ax/e/f']);
    expect(items.flatMap((item) => (item.kind === 'item' ? readAll(item) : [])).map(text)).toEqual(['found']);
    expect(join(folder)).toBe(folder);
  });
});
