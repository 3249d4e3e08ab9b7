import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readItem } from '../../src/sources/read.ts';
import { temporaryFolder, writeFiles } from '../support/git.ts';
import { asOrdinaryUser } from '../support/ordinary-user.ts';
import { inMemory, onDisk, readAll, text } from './collect.ts';

const sentence = 'Grüße, 世界 and 🔑\r\nsecond line\n';
const bytes = (...values: (number | string | Uint8Array)[]): Buffer =>
  Buffer.concat(values.map((value) => (typeof value === 'number' ? Buffer.of(value) : Buffer.from(value as string))));
const swapped = (content: string): Buffer => Buffer.from(content, 'utf16le').swap16();

describe('encodings', () => {
  const cases: readonly (readonly [string, Buffer, string, string])[] = [
    ['UTF-8', Buffer.from(sentence), 'utf-8', sentence],
    ['UTF-8 with a mark, which stays', Buffer.from(`\ufeff${sentence}`), 'utf-8', `\ufeff${sentence}`],
    ['Latin-1', Buffer.from('Grüße', 'latin1'), 'latin1', 'Grüße'],
    ['UTF-16LE with a mark', bytes(0xff, 0xfe, Buffer.from(sentence, 'utf16le')), 'utf-16le', sentence],
    ['UTF-16BE with a mark', bytes(0xfe, 0xff, swapped(sentence)), 'utf-16be', sentence],
    ['UTF-16LE without a mark', Buffer.from('key = value\n', 'utf16le'), 'utf-16le', 'key = value\n'],
    ['UTF-16BE without a mark', swapped('key = value\n'), 'utf-16be', 'key = value\n'],
    ['UTF-16LE cut in the middle of a unit', bytes(0xff, 0xfe, Buffer.from('ab', 'utf16le'), 0x63), 'utf-16le', 'ab'],
    ['nothing at all', Buffer.alloc(0), 'utf-8', ''],
    ['a NUL after the first 8,000 bytes', bytes('x'.repeat(8000), 0), 'utf-8', `${'x'.repeat(8000)}\0`],
    ['a NUL within them', bytes('x'.repeat(7999), 0), 'binary', `${'x'.repeat(7999)}\0`],
    [
      'a table of small 16-bit numbers',
      Buffer.from(Uint16Array.from({ length: 64 }, (_, i) => i).buffer),
      'binary',
      '',
    ],
  ];
  test.each(cases)('%s', (_, content, encoding, expected) => {
    const folder = temporaryFolder();
    writeFiles(folder, { file: content });
    for (const item of [onDisk(join(folder, 'file')), inMemory(content)]) {
      const [blob, ...more] = readAll(item);
      expect(more).toEqual([]);
      expect(blob).toMatchObject({ encoding, whole: true, offset: 0, line: 1, column: 0, seen: 0 });
      if (expected !== '') expect(text(blob)).toBe(expected);
    }
  });

  test('reading leaves the bytes in memory as they are', () => {
    const content = bytes(0xff, 0xfe, Buffer.from(sentence, 'utf16le'));
    const before = Buffer.from(content);
    readAll(inMemory(content));
    expect(content.equals(before)).toBe(true);
  });
});

describe('contents without anything to look at', () => {
  test.each([
    ['PNG', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0)],
    ['JPEG', bytes(0xff, 0xd8, 0xff, 0xe0, 0)],
    ['WebP', bytes('RIFF', 0, 0, 0, 0, 'WEBP')],
    ['ISO media', bytes(0, 0, 0, 0x18, 'ftypmp42')],
    ['ZIP', bytes('PK', 3, 4, 0, 0)],
    ['gzip', bytes(0x1f, 0x8b, 8, 0)],
    ['WOFF2', bytes('wOF2', 0, 1, 0, 0)],
  ])('%s is left out, unless it is named', (format, content) => {
    expect(readAll(inMemory(content))).toEqual([
      { kind: 'skip', path: 'memory', reason: 'binary', detail: expect.stringContaining(format) },
    ]);
    expect(readAll({ ...inMemory(content), named: true })).toMatchObject([{ kind: 'blob', encoding: 'binary' }]);
  });

  test('a text that only starts like media is read', () => {
    expect(readAll(inMemory(Buffer.from('GIF89a is what this text starts with')))).toMatchObject([
      { encoding: 'utf-8' },
    ]);
  });

  test('a git-LFS pointer is told as content that is not here, and nothing can hide in one', () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a1'.repeat(32)}\nsize 12345\n`;
    expect(readAll(inMemory(Buffer.from(pointer)))).toMatchObject([{ kind: 'skip', reason: 'lfs-pointer' }]);
    expect(readAll(inMemory(Buffer.from(`${pointer}more\n`)))).toMatchObject([{ kind: 'blob' }]);
  });

  test('a content larger than the user wants is left out', () => {
    expect(readAll(inMemory(Buffer.alloc(11, 'x')), { maxFileSize: 10 })).toEqual([
      { kind: 'skip', path: 'memory', reason: 'too-large', detail: '11 bytes' },
    ]);
    expect(readAll(inMemory(Buffer.alloc(10, 'x')), { maxFileSize: 10 })).toMatchObject([{ kind: 'blob' }]);
  });
});

describe('what the disk may do', () => {
  test('a file that vanished is a failure, a tracked one that is absent is nothing', () => {
    const gone = join(temporaryFolder(), 'gone');
    expect(readAll(onDisk(gone, { git: 'untracked' }))).toMatchObject([{ reason: 'vanished' }]);
    expect(readAll(onDisk(gone, { git: 'tracked' }))).toEqual([]);
  });

  test('a link is not followed', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { target: 't' });
    symlinkSync('target', join(folder, 'link'));
    expect(readAll(onDisk(join(folder, 'link')))).toMatchObject([{ reason: 'symlink' }]);
  });

  test('a device and a folder are special', () => {
    expect(readAll(onDisk('/dev/zero'))).toMatchObject([{ reason: 'special' }]);
    expect(readAll(onDisk(temporaryFolder()))).toMatchObject([{ reason: 'special' }]);
  });

  test('a file without the right to read it is unreadable', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { locked: 'l' });
    await asOrdinaryUser(folder, { lock: ['locked'] }, async () => {
      expect(readAll(onDisk(join(folder, 'locked')))).toMatchObject([{ reason: 'unreadable', detail: 'EACCES' }]);
    });
  });

  test('a file that shrinks or grows while it is read gives what is there', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'x'.repeat(200_000));
    const sections = readItem(onDisk(file), { sectionSize: 100_000, overlap: 10 });
    expect(sections.next().value).toMatchObject({ kind: 'blob', whole: false });
    truncateSync(file, 50_000);
    const [last, ...more] = [...sections];
    expect(more).toEqual([]);
    expect(last).toMatchObject({ kind: 'blob', offset: 99_990, seen: 10 });
    writeFileSync(file, 'y');
    expect(text(readAll(onDisk(file))[0])).toBe('y');
  });

  test('a file without a size is read to its end', () => {
    expect(text(readAll(onDisk('/proc/self/stat'))[0])).toContain(`${process.pid}`);
  });

  test('two contents can be read at the same time', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { one: '1'.repeat(1000), two: '2'.repeat(1000) });
    for (const one of readItem(onDisk(join(folder, 'one')), {})) {
      for (const two of readItem(onDisk(join(folder, 'two')), {})) expect(text(two)).toBe('2'.repeat(1000));
      expect(text(one)).toBe('1'.repeat(1000));
    }
  });
});
