/** What a commit says of itself. */
export interface CommitObject {
  readonly tree: string;
  readonly parents: readonly string[];
  /** When it was committed, in seconds since 1970. */
  readonly time: number;
  /** The same as ISO 8601, in the zone it was committed in. */
  readonly date: string;
  readonly author: string;
}

/** What a tag says of itself. */
export interface TagObject {
  readonly target: string;
  readonly name: string;
}

/** Reads the header of a commit; what is missing there reads as empty. */
export function parseCommit(content: Buffer): CommitObject {
  const { lines } = headerOf(content);
  const committer = /> (-?\d{1,15}) ([+-])(\d\d)(\d\d)$/.exec(field(lines, 'committer') ?? '');
  const time = Number(committer?.[1] ?? 0);
  const offset = committer ? Number(`${committer[2]}1`) * (Number(committer[3]) * 60 + Number(committer[4])) : 0;
  return {
    tree: field(lines, 'tree') ?? '',
    parents: lines.filter((line) => line.startsWith('parent ')).map((line) => line.slice('parent '.length)),
    time,
    date: isoDate(time, offset),
    author: Buffer.from(field(lines, 'author') ?? '', 'latin1')
      .toString('utf8')
      .replace(/(?<!\s)\s*<.*$/s, ''),
  };
}

/** Reads the header of a tag. */
export function parseTag(content: Buffer): TagObject {
  const { lines } = headerOf(content);
  const name = Buffer.from(field(lines, 'tag') ?? '', 'latin1').toString('utf8');
  return { target: field(lines, 'object') ?? '', name };
}

/** Header lines that hold ids, types and names of encodings, and nothing else. */
const mechanical = /^(?:tree|parent|object|type|encoding) /;
/** A line of a signature: base64 of a fixed width. */
const signature = /^ [A-Za-z0-9+/]{0,76}={0,3}$/;

/**
 * What a commit or tag says after its header, and then what people and programs wrote into the header: names, tags that
 * were merged, comments of signatures, fields of other tools. In this order, so that lines count from the message's first.
 * @returns in memory of its own, so that it can be handed to a thread without the rest
 */
export function wordsOf(content: Buffer): Uint8Array {
  const { lines, messageAt } = headerOf(content);
  const said = lines.filter((line) => !mechanical.test(line) && !signature.test(line));
  const header = Buffer.from(`\n\n${said.join('\n')}\n`, 'latin1');
  const words = new Uint8Array(content.length - messageAt + header.length);
  words.set(content.subarray(messageAt));
  words.set(header, content.length - messageAt);
  return words;
}

/** Lines before the first empty one. Continued ones, such as signatures, start with a space: no name matches them. */
function headerOf(content: Buffer): { lines: string[]; messageAt: number } {
  const end = content.indexOf('\n\n');
  const stop = end === -1 ? content.length : end;
  return { lines: content.toString('latin1', 0, stop).split('\n'), messageAt: Math.min(stop + 2, content.length) };
}

function field(lines: readonly string[], name: string): string | undefined {
  return lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
}

/** @param offset minutes from UTC; a time out of all bounds reads as 1970 */
function isoDate(time: number, offset: number): string {
  const local = new Date((time + offset * 60) * 1000);
  const date = Number.isNaN(local.getTime()) ? new Date(0) : local;
  const two = (number: number): string => String(number).padStart(2, '0');
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.trunc(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${date.toISOString().slice(0, 19)}${zone}`;
}
