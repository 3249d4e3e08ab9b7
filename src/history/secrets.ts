import type { Finding, Provenance } from '../model/index.ts';

/** Where a secret was found: a path, or the message of a commit or tag. */
export interface SecretPlace {
  /** The finding that speaks for all of the place: of the content that ranks highest, its first one. */
  readonly finding: Finding;
  readonly rank: number;
  /** How often each content holds it there, by the content's number; of messages, by that of the commit or tag. */
  readonly contents: ReadonlyMap<number, number>;
}

/** One secret that one rule found, with all its places. */
export interface Secret {
  readonly index: number;
  readonly key: string;
  readonly places: ReadonlyMap<string, SecretPlace>;
}

interface Growing extends Secret {
  readonly places: Map<string, { finding: Finding; rank: number; contents: Map<number, number> }>;
}

/**
 * Names the secret of a finding. A short fingerprint (`~`) can belong to several secrets, so it joins findings of one
 * path only. What was set aside is kept apart by its reason.
 */
export function keyOf({ ruleId, fingerprint, suppressed, provenance }: Finding): string {
  const path = fingerprint.startsWith('~') ? provenance.path : '';
  return JSON.stringify([ruleId, fingerprint, path, suppressed?.reason ?? '']);
}

/** The path that commits know: that of the archive, for what lies in one. */
export const knownPath = (provenance: Provenance): string =>
  (provenance.kind === 'commit' ? provenance.archive : undefined) ?? provenance.path;

/** Gathers findings by secret and place: memory grows with places, not with the versions of a file. */
export class Secrets {
  readonly #byKey = new Map<string, Growing>();
  readonly #all: Growing[] = [];

  /**
   * @param content the number of the object it was found in
   * @param rank of that object among those of its place
   */
  add(finding: Finding, content: number, rank: number): void {
    const secret = this.#secret(keyOf(finding));
    const path = knownPath(finding.provenance);
    const place = secret.places.get(path);
    if (!place) {
      secret.places.set(path, { finding, rank, contents: new Map([[content, 1]]) });
      return;
    }
    place.contents.set(content, (place.contents.get(content) ?? 0) + 1);
    if (rank > place.rank || (rank === place.rank && isBefore(finding, place.finding))) {
      place.finding = finding;
      place.rank = rank;
    }
  }

  get all(): readonly Secret[] {
    return this.#all;
  }

  /** True where something was found that is not held back for what it is. */
  get anyOpen(): boolean {
    return this.#all.some(({ places }) => [...places.values()].some(({ finding }) => finding.suppressed === undefined));
  }

  find(key: string): Secret | undefined {
    return this.#byKey.get(key);
  }

  #secret(key: string): Growing {
    const known = this.#byKey.get(key);
    if (known) return known;
    const secret: Growing = { index: this.#all.length, key, places: new Map() };
    this.#byKey.set(key, secret);
    this.#all.push(secret);
    return secret;
  }
}

const isBefore = (one: Finding, other: Finding): boolean => one.byteOffset < other.byteOffset;
