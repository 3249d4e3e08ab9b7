/** What a commit says of itself. */
export interface CommitObject {
  readonly tree: string;
  readonly parents: readonly string[];
  /** When it was committed, in seconds since 1970. */
  readonly time: number;
  /** The same as ISO 8601, in the zone it was committed in. */
  readonly date: string;
  readonly author: string;
  /** First byte of the message in the object. */
  readonly messageAt: number;
}

/** What a tag says of itself. */
export interface TagObject {
  readonly target: string;
  readonly name: string;
  readonly messageAt: number;
}

/** Reads the header of a commit; what is missing there reads as empty. */
export function parseCommit(content: Buffer): CommitObject {
  const { lines, messageAt } = headerOf(content);
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
    messageAt,
  };
}

/** Reads the header of a tag. */
export function parseTag(content: Buffer): TagObject {
  const { lines, messageAt } = headerOf(content);
  const name = Buffer.from(field(lines, 'tag') ?? '', 'latin1').toString('utf8');
  return { target: field(lines, 'object') ?? '', name, messageAt };
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
