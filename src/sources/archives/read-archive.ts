import type { Blob, Item, Skip } from '../../model/index.ts';
import { blankSources } from '../bundles/blank-sources.ts';
import { mapSources } from '../bundles/map-sources.ts';
import { type MapPart, parseMap } from '../bundles/parse-map.ts';
import { ByteReader } from '../byte-reader.ts';
import { type Limits, sectionLimits } from '../limits.ts';
import { readBytes } from '../read.ts';
import { lendBuffer } from '../read-buffer.ts';
import { skipOf, tooLarge } from '../skip-of.ts';
import { asarMembers } from './asar.ts';
import { type ArchiveLimits, Budget, defaultArchiveLimits, OverBudget } from './budget.ts';
import { decompressed, unpackedName } from './compressed.ts';
import { zipInCrx } from './crx.ts';
import { type ArchiveFormat, archiveFormat } from './format.ts';
import { type Input, inputFrom, inputOf, type RandomAccess } from './input.ts';
import type { Member } from './member.ts';
import { memberItem } from './member-item.ts';
import { readSections } from './read-sections.ts';
import { Recorded } from './recorded.ts';
import { tarMembers } from './tar.ts';
import { whyBroken } from './why-broken.ts';
import { zipMembers } from './zip.ts';

/** Enough of a member to tell what it is. */
const firstLook = 64 * 1024;

/** What is the same for all that one archive holds. */
interface Reading {
  readonly limits: Limits;
  readonly budget: Budget;
}

/**
 * Reads what an archive holds, archives in it as well: sections of its members' contents, under paths like
 * `a.zip!/lib/b.js`. Nothing is written anywhere; memory does not grow with what comes out. A broken archive, or one
 * that asks for more than its budget, is a skip after what could be read of it.
 */
export async function* readArchive(
  item: Item,
  format: ArchiveFormat,
  input: Input & { readonly random: RandomAccess },
  limits: Limits,
  archiveLimits: ArchiveLimits = defaultArchiveLimits,
): AsyncGenerator<Blob | Skip> {
  const budget = new Budget(archiveLimits, input.random.size);
  try {
    yield* readLevel(item, format, input, { limits, budget }, 1);
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    yield skipOf(item, 'broken-archive', error.message);
  }
}

/** One archive. Its own faults become a skip here; what is over budget ends all levels. */
async function* readLevel(
  item: Item,
  format: ArchiveFormat,
  input: Input,
  reading: Reading,
  depth: number,
): AsyncGenerator<Blob | Skip> {
  if (format === 'map') {
    yield* readMap(item, input, reading);
    return;
  }
  const recorded: Recorded[] = [];
  try {
    for await (const member of membersOf(item, format, input, reading, recorded)) {
      reading.budget.member();
      yield* readMember(item, member, reading, depth);
    }
  } catch (error) {
    if (error instanceof OverBudget) throw error;
    const [over] = recorded.flatMap(({ failure }) => (failure instanceof OverBudget ? [failure] : []));
    if (over) throw over;
    yield skipOf(item, 'broken-archive', whyBroken(error));
  }
}

/** True where a map carries a file that a rule on paths may be about, such as `.env`. */
const carriesNoProgram = ({ sources }: MapPart): boolean =>
  sources.some(
    (name) =>
      !/\.(?:[cm]?[jt]sx?|vue|svelte|astro|css|s[ac]ss|less|styl|html?|json|mdx?)(?:[?#].*)?$|^(?:webpack|node:|\(|\[|\0)|[/ ](?:webpack|node_modules)[/ :]|^[\w./-]*[\w-]$/s.test(
        name,
      ),
  );

/** A source map: the sources it carries, then what else stands in it, as text. */
async function* readMap(item: Item, { random }: Input, reading: Reading): AsyncGenerator<Blob | Skip> {
  if (!random) return;
  if (random.size > reading.budget.limits.map) {
    yield skipOf(item, 'broken-map', `more than ${reading.budget.limits.map} bytes`);
    return;
  }
  const bytes = random.read(0, random.size);
  const { unpack: _, ...asText } = reading.limits;
  let parts: readonly MapPart[] | undefined;
  try {
    parts = parseMap(bytes.toString('utf8'));
  } catch {
    yield skipOf(item, 'broken-map', 'no source map, though it is called one');
  }
  if (parts && reading.limits.worthOpening?.(bytes, item) === false && !parts.some(carriesNoProgram)) {
    yield* readBytes(item, bytes, asText);
    return;
  }
  for (const { name, text } of mapSources(parts ?? [])) {
    reading.budget.member();
    yield* readBytes(memberItem(item, name), Buffer.from(text), asText);
  }
  yield* readBytes(item, parts ? blankSources(bytes) : bytes, asText);
}

async function* membersOf(
  item: Item,
  format: Exclude<ArchiveFormat, 'map'>,
  { chunks, random }: Input,
  { budget }: Reading,
  recorded: Recorded[],
): AsyncGenerator<Member> {
  switch (format) {
    case 'zip':
      if (random) yield* zipMembers(random);
      return;
    case 'crx':
      if (random) yield* zipMembers(inputFrom(random, zipInCrx(random)).random);
      return;
    case 'asar':
      if (random) yield* asarMembers(random);
      return;
    case 'tar':
      yield* tarMembers(chunks());
      return;
    case 'gzip':
    case 'brotli': {
      const out = new Recorded(decompressed(chunks(), format), budget);
      recorded.push(out);
      const { first, all } = await out.peek(512);
      const name = unpackedName(item.path);
      // A packed tar is one archive to people, not two.
      if (archiveFormat(first, '') === 'tar') yield* tarMembers(all());
      else yield { kind: 'member', name, open: async () => ({ chunks: all(), close: () => out.close() }) };
    }
  }
}

const randomOnly: ReadonlySet<ArchiveFormat> = new Set<ArchiveFormat>(['zip', 'crx', 'asar', 'map']);

async function* readMember(outer: Item, member: Member, reading: Reading, depth: number): AsyncGenerator<Blob | Skip> {
  const item = memberItem(outer, member.name);
  if (member.kind === 'left') {
    yield skipOf(item, member.reason, member.detail);
    return;
  }
  const large = member.size === undefined ? undefined : tooLarge(item, member.size, reading.limits);
  if (large) {
    yield large;
    return;
  }
  let opened: Awaited<ReturnType<typeof member.open>>;
  try {
    opened = await member.open();
  } catch (error) {
    yield skipOf(item, 'broken-archive', whyBroken(error));
    return;
  }
  const chunks = new Recorded(opened.chunks, member.expands ? reading.budget : undefined);
  try {
    yield* readContent(item, chunks, member.size, reading, depth);
  } finally {
    await opened.close();
  }
  if (chunks.failure instanceof OverBudget) throw chunks.failure;
  if (chunks.failure !== undefined) yield skipOf(item, 'broken-archive', whyBroken(chunks.failure));
}

async function* readContent(
  item: Item,
  chunks: Recorded,
  stated: number | undefined,
  reading: Reading,
  depth: number,
): AsyncGenerator<Blob | Skip> {
  const { limits } = reading;
  const section = sectionLimits(limits).size;
  const reader = new ByteReader(chunks);
  // One byte more than stated tells whether there is more.
  const lent = lendBuffer(Math.min(stated === undefined ? section : stated + 1, section));
  const room = lent.buffer.subarray(0, section);
  let nested: { readonly format: ArchiveFormat; readonly start: Buffer } | undefined;
  try {
    const started = await reader.fill(room.subarray(0, firstLook));
    const start = room.subarray(0, started);
    const format = archiveFormat(start, item.path);
    if (format !== undefined) nested = { format, start: Buffer.from(start) };
    else yield* readSections(item, reader, room, started, limits);
  } finally {
    lent.giveBack();
  }
  if (nested) yield* readNested(item, nested.format, nested.start, reader, reading, depth);
}

async function* readNested(
  item: Item,
  format: ArchiveFormat,
  start: Buffer,
  reader: ByteReader,
  reading: Reading,
  depth: number,
): AsyncGenerator<Blob | Skip> {
  const { budget } = reading;
  if (depth >= budget.limits.depth) {
    yield skipOf(item, 'broken-archive', `more than ${budget.limits.depth} archives within one another`);
    return;
  }
  if (!randomOnly.has(format)) {
    yield* readLevel(item, format, { chunks: () => restOf(start, reader) }, reading, depth + 1);
    return;
  }
  const held: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of restOf(start, reader)) {
      if (!budget.hold(chunk.length)) {
        yield skipOf(item, 'broken-archive', `more than ${budget.limits.held} bytes of archives within an archive`);
        return;
      }
      bytes += chunk.length;
      held.push(chunk);
    }
    yield* readLevel(item, format, inputOf(Buffer.concat(held)), reading, depth + 1);
  } finally {
    budget.release(bytes);
  }
}

async function* restOf(start: Buffer, reader: ByteReader): AsyncGenerator<Buffer> {
  yield start;
  for (;;) {
    const chunk = Buffer.allocUnsafe(firstLook);
    const read = await reader.fill(chunk);
    if (read > 0) yield chunk.subarray(0, read);
    if (read < chunk.length) return;
  }
}
