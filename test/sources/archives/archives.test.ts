import { brotliCompressSync, gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { describe, expect, test } from 'vitest';
import type { Skip } from '../../../src/model/index.ts';
import { type ArchiveLimits, defaultArchiveLimits } from '../../../src/sources/archives/budget.ts';
import { archiveFormat } from '../../../src/sources/archives/format.ts';
import { inputOf } from '../../../src/sources/archives/input.ts';
import { memberName } from '../../../src/sources/archives/member.ts';
import { readArchive } from '../../../src/sources/archives/read-archive.ts';
import type { Limits } from '../../../src/sources/limits.ts';
import { makeAsar, makeZip } from '../../support/archives.ts';
import { onDisk, text } from '../collect.ts';

/** Texts of members by path, sections joined, and skips as `path: reason, detail`. */
async function unpack(
  path: string,
  bytes: Uint8Array,
  more: { limits?: Limits; archive?: Partial<ArchiveLimits>; git?: 'tracked' } = {},
): Promise<{ files: Record<string, string>; skips: string[] }> {
  const buffer = Buffer.from(bytes);
  const format = archiveFormat(buffer, path);
  if (format === undefined) throw new Error('no archive');
  const files: Record<string, string> = {};
  const skips: string[] = [];
  const item = onDisk(path, { named: true, ...(more.git ? { git: more.git } : {}) });
  const limits = { ...defaultArchiveLimits, ...more.archive };
  for await (const part of readArchive(item, format, inputOf(buffer), more.limits ?? {}, limits)) {
    if (part.kind === 'skip') skips.push(told(part));
    else {
      expect(part.item.provenance).toEqual({ kind: 'archive-member', path: part.item.path, archive: path });
      expect(part.item.named).toBeUndefined();
      files[part.item.path] = (files[part.item.path] ?? '') + text(part).slice(part.seen);
    }
  }
  return { files, skips };
}

const told = ({ path, reason, detail }: Skip): string => `${path}: ${reason}, ${detail}`;

const tar = (files: Readonly<Record<string, string>>) =>
  packTar(
    Object.entries(files).map(([name, body]) => ({
      header: { name, size: Buffer.byteLength(body), type: 'file' as const },
      body,
    })),
  );

describe('what is in an archive', () => {
  test('a zip, packed and stored', async () => {
    const zip = makeZip([
      { name: 'lib/b.js', data: 'one' },
      { name: 'c.txt', data: 'two', stored: true },
      { name: 'folder/', data: '' },
      { name: 'empty', data: '' },
    ]);
    expect(await unpack('a.zip', zip)).toEqual({
      files: { 'a.zip!/lib/b.js': 'one', 'a.zip!/c.txt': 'two', 'a.zip!/empty': '' },
      skips: [],
    });
  });

  test('a tar, a packed tar as one archive, a packed file', async () => {
    const plain = await tar({ 'package/index.js': 'one', 'package/b.js': 'two' });
    const files = { 'index.js': 'one', 'b.js': 'two' };
    const under = (path: string) =>
      Object.fromEntries(Object.entries(files).map(([name, body]) => [`${path}!/package/${name}`, body]));
    expect((await unpack('a.tar', plain)).files).toEqual(under('a.tar'));
    expect((await unpack('a.tgz', gzipSync(plain))).files).toEqual(under('a.tgz'));
    expect((await unpack('a.tar.br', brotliCompressSync(plain))).files).toEqual(under('a.tar.br'));
    expect((await unpack('logs/a.json.gz', gzipSync('{}'))).files).toEqual({ 'logs/a.json.gz!/a.json': '{}' });
    expect((await unpack('main.js.br', brotliCompressSync('code'.repeat(50)))).files).toEqual({
      'main.js.br!/main.js': 'code'.repeat(50),
    });
  });

  test('an asar, and an extension of both versions', async () => {
    expect((await unpack('app.asar', makeAsar({ 'main.js': 'one', 'b.js': 'two' }))).files).toEqual({
      'app.asar!/main.js': 'one',
      'app.asar!/b.js': 'two',
    });
    const zip = makeZip([{ name: 'manifest.json', data: '{}' }]);
    const head = (...numbers: number[]) => Buffer.from(new Uint32Array(numbers).buffer);
    const crx3 = Buffer.concat([Buffer.from('Cr24'), head(3, 5), Buffer.alloc(5), zip]);
    const crx2 = Buffer.concat([Buffer.from('Cr24'), head(2, 3, 4), Buffer.alloc(7), zip]);
    for (const crx of [crx2, crx3]) {
      expect((await unpack('a.crx', crx)).files).toEqual({ 'a.crx!/manifest.json': '{}' });
    }
  });

  test('archives within archives', async () => {
    const inner = makeZip([{ name: 'deep.js', data: 'found' }]);
    const middle = gzipSync(await tar({ 'x/readme': 'text' }));
    const zip = makeZip([
      { name: 'inner.jar', data: inner },
      { name: 'middle.tgz', data: middle, stored: true },
    ]);
    expect((await unpack('a.zip', zip)).files).toEqual({
      'a.zip!/inner.jar!/deep.js': 'found',
      'a.zip!/middle.tgz!/x/readme': 'text',
    });
  });

  test('members larger than a section come in sections', async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `line ${index}`).join('\n');
    const limits = { sectionSize: 100_000, overlap: 1_000 };
    const { files } = await unpack('a.zip', makeZip([{ name: 'b.txt', data: lines }]), { limits });
    expect(files['a.zip!/b.txt']).toBe(lines);
    const packed = await unpack('b.txt.gz', gzipSync(lines), { limits });
    expect(packed.files['b.txt.gz!/b.txt']).toBe(lines);
    const inTar = await unpack('a.tgz', gzipSync(await tar({ 'b.txt': lines, 'c.txt': 'end' })), { limits });
    expect(inTar.files).toEqual({ 'a.tgz!/b.txt': lines, 'a.tgz!/c.txt': 'end' });
  });

  test('media in it, and what is larger than asked for, is left out and the rest is read', async () => {
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1'), Buffer.alloc(200_000)]);
    const files = [
      { header: { name: 'a.png', size: png.length, type: 'file' as const }, body: png },
      { header: { name: 'b.js', size: 3, type: 'file' as const }, body: 'one' },
    ];
    expect(await unpack('a.tar', await packTar(files), { limits: { maxFileSize: 300_000 } })).toEqual({
      files: { 'a.tar!/b.js': 'one' },
      skips: ['a.tar!/a.png: binary, PNG'],
    });
    expect((await unpack('a.tar', await packTar(files), { limits: { maxFileSize: 1_000 } })).skips).toEqual([
      'a.tar!/a.png: too-large, 200009 bytes',
    ]);
  });
});

describe('bombs', () => {
  const zeros = (size: number) => Buffer.alloc(size, 'a');

  test('one that unpacks to too much for its size', async () => {
    const zip = makeZip([
      { name: 'first', data: 'ok' },
      { name: 'bomb', data: zeros(3_000_000) },
    ]);
    const { files, skips } = await unpack('a.zip', zip, { archive: { freeBytes: 100_000 } });
    expect(files['a.zip!/first']).toBe('ok');
    expect(skips).toEqual(['a.zip: broken-archive, unpacks to more than 250 times its size']);
    const packed = await unpack('a.gz', gzipSync(zeros(3_000_000)), { archive: { freeBytes: 100_000 } });
    expect(packed.skips).toEqual(['a.gz: broken-archive, unpacks to more than 250 times its size']);
  });

  test('one that unpacks to too much at all', async () => {
    const limits = { bytes: 1_000_000, ratio: 1_000_000 };
    for (const [name, bytes] of [
      ['a.zip', makeZip([{ name: 'b', data: zeros(2_000_000) }])],
      ['a.tgz', gzipSync(await tar({ b: zeros(2_000_000).toString() }))],
    ] as const) {
      const { skips } = await unpack(name, bytes, { archive: limits });
      expect(skips).toEqual([`${name}: broken-archive, unpacks to more than 1000000 bytes`]);
    }
  });

  test('one that lists the same bytes again and again', async () => {
    const zip = makeZip([{ name: 'b', data: zeros(10_000), stored: true }], 300);
    const { skips } = await unpack('a.zip', zip, { archive: { freeBytes: 50_000, ratio: 2 } });
    expect(skips).toEqual(['a.zip: broken-archive, unpacks to more than 2 times its size']);
  });

  test('too many members, too deep, too much held', async () => {
    const many = makeZip([{ name: 'b', data: 'x' }], 50);
    expect((await unpack('a.zip', many, { archive: { members: 10 } })).skips).toEqual([
      'a.zip: broken-archive, more than 10 members',
    ]);
    let nested: Buffer = makeZip([{ name: 'end', data: 'x' }]);
    for (let level = 0; level < 8; level++) nested = makeZip([{ name: 'n.zip', data: nested }]);
    const { files, skips } = await unpack('a.zip', nested);
    expect(files).toEqual({});
    expect(skips).toEqual([`a.zip${'!/n.zip'.repeat(5)}: broken-archive, more than 5 archives within one another`]);
    const inner = makeZip([{ name: 'b', data: zeros(100_000), stored: true }]);
    expect(
      (await unpack('a.zip', makeZip([{ name: 'i.zip', data: inner }]), { archive: { held: 1_000 } })).skips,
    ).toEqual(['a.zip!/i.zip: broken-archive, more than 1000 bytes of archives within an archive']);
  });
});

describe('broken and hostile archives', () => {
  test('a member that is more or less than the list says', async () => {
    const zip = makeZip([
      { name: 'more', data: 'x'.repeat(500), claimed: 10 },
      { name: 'less', data: 'x', claimed: 900_000 },
      { name: 'streamed', data: 'x'.repeat(500), claimed: 3_000_000 },
      { name: 'odd', data: 'x', method: 99 },
      { name: 'secret', data: 'x', encrypted: true },
      { name: 'good', data: 'found' },
    ]);
    const { files, skips } = await unpack('a.zip', zip);
    expect(files['a.zip!/good']).toBe('found');
    expect(skips).toEqual([
      'a.zip!/more: broken-archive, holds more than it states',
      'a.zip!/less: broken-archive, cut short',
      expect.stringContaining('a.zip!/streamed: broken-archive, '),
      'a.zip!/odd: broken-archive, packed by method 99',
      'a.zip!/secret: encrypted, encrypted member',
    ]);
  });

  test('cut at any place, it is a skip and never an exception', async () => {
    const whole = {
      'a.zip': makeZip([
        { name: 'a', data: 'one'.repeat(99) },
        { name: 'b', data: 'two' },
      ]),
      'a.tar': Buffer.from(await tar({ a: 'one'.repeat(400), b: 'two' })),
      'a.tgz': gzipSync(await tar({ a: 'one'.repeat(400), b: 'two' })),
      'a.asar': makeAsar({ a: 'one', b: 'two' }),
      'a.gz': gzipSync('text'.repeat(1000)),
    };
    for (const [name, bytes] of Object.entries(whole)) {
      for (let cut = 1; cut < 10; cut++) {
        const part = bytes.subarray(0, Math.floor((bytes.length * cut) / 10));
        if (archiveFormat(part, name) === undefined) continue;
        const { skips } = await unpack(name, part);
        expect(skips.join(), `${name} cut to ${part.length}`).toContain('broken-archive');
      }
    }
  });

  test('with bytes changed, it never throws', async () => {
    const tgz = gzipSync(await tar({ a: 'one'.repeat(400), b: 'two' }));
    const zip = makeZip([
      { name: 'a', data: 'one'.repeat(99) },
      { name: 'b', data: 'two' },
    ]);
    for (const bytes of [zip, tgz, makeAsar({ a: 'one', b: 'two' }), Buffer.from(await tar({ a: 'x' }))]) {
      for (let at = 0; at < bytes.length; at += 7) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] as number) ^ 0x55;
        if (archiveFormat(changed, 'a') !== undefined) await unpack('a', changed);
      }
    }
  });

  test('an asar that points outside itself, or nests without end', async () => {
    const outside = {
      files: { a: { size: 9_999, offset: '0' }, b: { size: -1, offset: '0' }, c: { size: 1, offset: 'x' } },
    };
    expect((await unpack('a.asar', makeAsar({ x: 'y' }, outside))).skips).toEqual(
      ['a', 'b', 'c'].map((name) => `a.asar!/${name}: broken-archive, lies outside its archive`),
    );
    let deep: unknown = { size: 1, offset: '0' };
    for (let level = 0; level < 2_000; level++) deep = { files: { d: deep } };
    expect((await unpack('a.asar', makeAsar({ x: 'y' }, deep))).skips).toEqual([
      'a.asar: broken-archive, its structure is broken',
    ]);
  });

  test('names lead nowhere', async () => {
    const names = ['../../etc/passwd', '/etc/passwd', 'C:\\windows\\x', 'a/./b/../c', 'x\u001b[31m\n\u202ey', '..', ''];
    expect(names.map(memberName)).toEqual([
      'etc/passwd',
      'etc/passwd',
      'C:/windows/x',
      'a/b/c',
      'x\\x1B[31m\\x0A\\u202Ey',
      'unnamed',
      'unnamed',
    ]);
    const zip = makeZip([{ name: '../../src/a.ts', data: 'x' }]);
    expect(Object.keys((await unpack('a.zip', zip)).files)).toEqual(['a.zip!/src/a.ts']);
  });
});

test('text that happens to be called .br is text', () => {
  expect(archiveFormat(Buffer.from('Degemer mat, keñver'), 'messages.br')).toBeUndefined();
});
