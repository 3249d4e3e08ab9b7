import { join, posix } from 'node:path';
import { exposureKinds, type Finding, type Step, severities } from '../../model/index.ts';
import { memberName } from '../archives/member.ts';
import { GeneratedFile } from './generated-file.ts';

const generated = /\.(?:[cm]?js|css)$/i;

/** True where a finding may have an origin that a source map tells. */
export const mayHaveOrigin = ({ provenance: { kind, path } }: Finding): boolean =>
  kind === 'file' && generated.test(path);

/**
 * Findings in generated files with the place they were written at, going by source maps. Where that source holds the same
 * secret, the two are one: at the source, which is where it is taken out. A map alone never puts the blame on a file: what
 * it says of files without that finding is told as its own words.
 * @param top the folder that paths of provenance are relative to
 */
export function withOrigins(found: readonly Finding[], top: string): readonly Finding[] {
  const files = new Map<string, GeneratedFile>();
  const result = new Map<Finding, Finding>(found.map((finding) => [finding, finding]));
  const places = new Places(found);
  const built = found.filter(mayHaveOrigin);
  for (const finding of built) {
    const { path } = finding.provenance;
    const file = files.get(path) ?? new GeneratedFile(join(top, path), path);
    files.set(path, file);
    const origin = file.originOf(finding.start);
    if (finding.start.line === file.inlineLine && isCarried(finding, found)) result.delete(finding);
    if (!origin) continue;
    const { map, source, line, column } = origin;
    // All that the map carries of this secret is the same leak: bundlers list what a loader made beside what it was given.
    const carried = places.within(finding, `${map}!/`);
    const [exact] = carried.filter((other) => other.provenance.path === `${map}!/${memberName(source)}`);
    const named = [{ name: source, at: exact?.start.line ?? line }].concat(
      carried.map(({ provenance, start }) => ({ name: provenance.path.slice(map.length + 2), at: start.line })),
    );
    const written = named
      .flatMap(({ name, at }) => placesOf(map, name).map((place) => places.at(finding, place, at)))
      .find((other) => other !== undefined && result.has(other));
    for (const other of carried) result.delete(other);
    const mine = result.get(finding) ?? finding;
    if (written) {
      result.delete(finding);
      result.set(written, oneOf(result.get(written) as Finding, mine, carried.map(carriedStep)));
    } else if (result.has(finding)) {
      const shown = finding.file.slice(0, finding.file.length - path.length) + map;
      const step = { file: `${shown}!/${memberName(source)}`, line: exact?.start.line ?? line };
      const why = `where it was written, column ${exact?.start.column ?? column}, if the source map is right`;
      const others = carried.filter((other) => other !== exact).map(carriedStep);
      result.set(finding, { ...mine, related: [...mine.related, { ...step, why }, ...others] });
    }
  }
  return [...result.values()];
}

const carriedStep = ({ file, start: { line } }: Finding): Step => ({
  file,
  line,
  why: 'the source map carries it too',
});

/** Findings by the secret and the path. */
class Places {
  readonly #byPath = new Map<string, Finding[]>();
  readonly #bySecret = new Map<string, Finding[]>();

  constructor(found: readonly Finding[]) {
    for (const finding of found) {
      push(this.#byPath, `${finding.fingerprint}\n${finding.provenance.path}`, finding);
      if (finding.provenance.kind === 'archive-member') push(this.#bySecret, finding.fingerprint, finding);
    }
  }

  /** The same secret in a file: nearest to the line, for maps tell where a statement starts, not each of its lines. */
  at(finding: Finding, path: string, line: number): Finding | undefined {
    let best: Finding | undefined;
    for (const other of this.#byPath.get(`${finding.fingerprint}\n${path}`) ?? []) {
      if (other === finding) continue;
      const distance = Math.abs(other.start.line - line);
      if (!best || distance < Math.abs(best.start.line - line)) best = other;
    }
    return best;
  }

  /** The same secret in what a map carries. */
  within({ fingerprint }: Finding, prefix: string): readonly Finding[] {
    return (this.#bySecret.get(fingerprint) ?? []).filter(({ provenance: { path } }) => path.startsWith(prefix));
  }
}

function push<Key>(lists: Map<Key, Finding[]>, key: Key, finding: Finding): void {
  const list = lists.get(key);
  if (list) list.push(finding);
  else lists.set(key, [finding]);
}

/** True for what was found in a map as it is written down, where it was found in the sources of that map as well. */
const isCarried = ({ fingerprint, provenance: { path } }: Finding, found: readonly Finding[]): boolean =>
  found.some(
    (other) =>
      other.fingerprint === fingerprint &&
      other.provenance.kind === 'archive-member' &&
      other.provenance.archive === path,
  );

/** The finding at the source with the place it was built into; who sees most of the two decides who can see it. */
function oneOf(source: Finding, built: Finding, more: readonly Step[]): Finding {
  const rank = ({ exposure: { kind } }: Finding): number => exposureKinds.indexOf(kind);
  const { line, column } = built.start;
  const worse = severities.indexOf(built.severity) < severities.indexOf(source.severity);
  return {
    ...source,
    severity: worse ? built.severity : source.severity,
    exposure: rank(built) < rank(source) ? built.exposure : source.exposure,
    related: [
      ...source.related,
      { file: built.file, line, why: `built into it, column ${column}` },
      ...built.related,
      ...more,
    ],
  };
}

/** The paths a source of a map may mean: from the map's folder, or from any folder above it. Never outside the top. */
function placesOf(map: string, source: string): readonly string[] {
  if (source.startsWith('/')) return [];
  const places: string[] = [];
  for (let folder = posix.dirname(map); ; folder = posix.dirname(folder)) {
    const path = posix.normalize(posix.join(folder, source));
    if (!path.startsWith('../')) places.push(path);
    if (folder === '.' || folder === '/') return places;
  }
}
