/** What one archive may cost, with all that is nested in it. Counts and bytes, never time: the same on any machine. */
export interface ArchiveLimits {
  /** Archives within archives, the outermost counted. */
  readonly depth: number;
  readonly members: number;
  /** Bytes that come out of it. */
  readonly bytes: number;
  /** Bytes that may come out for each byte of the archive. Deflate reaches 1032 at most, text hardly 100. */
  readonly ratio: number;
  /** Bytes up to which the ratio does not count: a small archive of blanks harms nobody. */
  readonly freeBytes: number;
  /** Bytes of nested archives held in memory at one time: their lists stand at their ends. */
  readonly held: number;
  /** Bytes of a source map: it is held whole. */
  readonly map: number;
}

export const defaultArchiveLimits: ArchiveLimits = {
  depth: 5,
  members: 200_000,
  bytes: 4 * 1024 ** 3,
  ratio: 250,
  freeBytes: 64 * 1024 ** 2,
  held: 96 * 1024 ** 2,
  map: 256 * 1024 ** 2,
};

/** An archive asks for more than it may have: nothing more of it is read. The message is for people. */
export class OverBudget extends Error {
  override readonly name = 'OverBudget';
}

/** Counts what an archive costs. One for the outermost archive, shared by all in it. */
export class Budget {
  readonly limits: ArchiveLimits;
  readonly #mostBytes: number;
  readonly #ratioCounts: boolean;
  #members = 0;
  #bytes = 0;
  #held = 0;

  /** @param size bytes of the outermost archive */
  constructor(limits: ArchiveLimits, size: number) {
    this.limits = limits;
    const byRatio = Math.max(limits.freeBytes, size * limits.ratio);
    this.#ratioCounts = byRatio < limits.bytes;
    this.#mostBytes = Math.min(limits.bytes, byRatio);
  }

  /** @throws OverBudget */
  member(): void {
    if (++this.#members > this.limits.members) throw new OverBudget(`more than ${this.limits.members} members`);
  }

  /** Counts bytes that came out. @throws OverBudget */
  unpacked(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes <= this.#mostBytes) return;
    throw new OverBudget(
      this.#ratioCounts
        ? `unpacks to more than ${this.limits.ratio} times its size`
        : `unpacks to more than ${this.limits.bytes} bytes`,
    );
  }

  /** Whether so many more bytes may be held; they count until `release`. */
  hold(bytes: number): boolean {
    if (this.#held + bytes > this.limits.held) return false;
    this.#held += bytes;
    return true;
  }

  release(bytes: number): void {
    this.#held -= bytes;
  }
}
