import type { RandomAccess } from './input.ts';
import type { Member } from './member.ts';

/** Where the JSON text of the header starts: behind four numbers of 32 bits. */
const textAt = 16;
const mostHeader = 64 * 1024 * 1024;
const deepest = 200;

interface Node {
  readonly files?: unknown;
  readonly size?: unknown;
  readonly offset?: unknown;
  readonly unpacked?: unknown;
}

/** The files of an Electron archive; those it names but keeps beside it are files of their own. @throws Error */
export async function* asarMembers(input: RandomAccess): AsyncGenerator<Member> {
  const head = input.read(0, textAt);
  const headerSize = head.readUInt32LE(4);
  const length = head.readUInt32LE(12);
  if (length > mostHeader || length + 8 > headerSize || headerSize + 8 > input.size)
    throw new Error('header cut short');
  const header = JSON.parse(input.read(textAt, length).toString('utf8')) as Node;
  for (const { path, node } of filesIn(header, '', 0)) {
    if (node.unpacked === true || typeof node.size !== 'number' || node.offset === undefined) continue;
    const start = headerSize + 8 + Number(node.offset);
    const end = start + node.size;
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || node.size < 0 || end > input.size || start < 8) {
      yield { kind: 'left', name: path, reason: 'broken-archive', detail: 'lies outside its archive' };
      continue;
    }
    const open = async () => ({ chunks: between(input, start, end), close: () => {} });
    yield { kind: 'member', name: path, size: node.size, expands: true, open };
  }
}

function* filesIn(node: Node, path: string, depth: number): Generator<{ path: string; node: Node }> {
  if (depth > deepest) throw new Error('folders too deep');
  if (typeof node.files !== 'object' || node.files === null) {
    if (path !== '') yield { path, node };
    return;
  }
  for (const [name, child] of Object.entries(node.files)) {
    if (typeof child === 'object' && child !== null) yield* filesIn(child, `${path}/${name}`, depth + 1);
  }
}

const step = 256 * 1024;

async function* between(input: RandomAccess, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += step) yield input.read(at, Math.min(step, end - at));
}
