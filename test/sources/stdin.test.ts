import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { stdinSource } from '../../src/sources/stdin.ts';
import { collect, readAll, text } from './collect.ts';

const read = async (chunks: readonly (string | Uint8Array)[], options = {}) => {
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk as string)));
  const all = await collect(stdinSource({ stream, name: 'src/a.ts', ...options }));
  return all.flatMap((each) => (each.kind === 'item' ? readAll(each) : [each]));
};

describe('standard input', () => {
  test('is one item under its name', async () => {
    const all = await read(['one ', 'two\n']);
    expect(all).toMatchObject([
      {
        kind: 'blob',
        whole: true,
        encoding: 'utf-8',
        item: { path: 'src/a.ts', provenance: { kind: 'stdin', path: 'src/a.ts' }, git: 'none' },
      },
    ]);
    expect(text(all[0])).toBe('one two\n');
  });

  test('may be empty, UTF-16 or cut within a character', async () => {
    expect((await read([])).map(text)).toEqual(['']);
    expect((await read([Buffer.from('\ufeffkey', 'utf16le')])).map(text)).toEqual(['key']);
    expect((await read([Buffer.of(0xc3), Buffer.of(0xa9)])).map(text)).toEqual(['é']);
  });

  test('comes in sections where it is long', async () => {
    const chunks = Array.from({ length: 50 }, (_, index) => `line ${index}\n`);
    const all = await read(chunks, { sectionSize: 64, overlap: 16 });
    expect(all.length).toBeGreaterThan(3);
    const joined = all
      .map((each) => (each.kind === 'blob' ? text({ ...each, bytes: each.bytes.subarray(each.seen) }) : ''))
      .join('');
    expect(joined).toBe(chunks.join(''));
    expect(all.map((each) => each.kind === 'blob' && each.whole)).not.toContain(true);
  });

  test('is left out where it is media or larger than the user wants', async () => {
    expect(await read([Buffer.from('PK\x03\x04\0\0', 'latin1')])).toMatchObject([{ kind: 'skip', reason: 'binary' }]);
    expect(await read(['12345', '67890', 'x'], { maxFileSize: 10 })).toMatchObject([
      { reason: 'too-large', detail: 'more than 10 bytes' },
    ]);
    expect(await read(['1234567890'], { maxFileSize: 10 })).toMatchObject([{ kind: 'blob' }]);
  });

  test('that breaks is a failure, after what had arrived', async () => {
    const stream = Readable.from(
      (async function* () {
        yield Buffer.from('first');
        throw Object.assign(new Error('gone'), { code: 'EIO' });
      })(),
    );
    const all = await collect(stdinSource({ stream, name: 'in' }));
    expect(all).toMatchObject([{ kind: 'item' }, { kind: 'skip', reason: 'unreadable', detail: 'EIO' }]);
  });

  test('that never ends is left when the scan is stopped', async () => {
    const stream = new Readable({ read() {} });
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 20);
    const all = [];
    for await (const each of stdinSource({ stream, name: 'in' }).items(abort.signal)) all.push(each);
    expect(all).toEqual([]);
  });
});
