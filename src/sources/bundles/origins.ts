import { join, posix } from 'node:path';
import { exposureKinds, type Finding, type Step, severities } from '../../model/index.ts';
import { memberName } from '../archives/member.ts';
import { GeneratedFile } from './generated-file.ts';

const generated = /\.(?:[cm]?js|css)$/i;

/** True where a finding may have an origin that a source map tells. */
export const mayHaveOrigin = ({ provenance: { kind, path } }: Finding): boolean =>
  kind === 'file' && generated.test(path);

/**
 * Findings in generated files with the place they were written at, going by source maps. Where that place is a finding of
 * the same secret, the two are one: at the source, which is where it is taken out. A map alone never puts the blame on a
 * file: what it says of files without that finding is told as its own words.
 * @param top the folder that paths of provenance are relative to
 */
export function withOrigins(found: readonly Finding[], top: string): readonly Finding[] {
  const files = new Map<string, GeneratedFile>();
  const result = new Map<Finding, Finding>(found.map((finding) => [finding, finding]));
  const byPlace = new Map<string, Finding>();
  for (const finding of found) byPlace.set(placeKey(finding, finding.provenance.path, finding.start.line), finding);
  for (const finding of found.filter(mayHaveOrigin)) {
    const { path } = finding.provenance;
    const file = files.get(path) ?? new GeneratedFile(join(top, path), path);
    files.set(path, file);
    const origin = file.originOf(finding.start);
    if (finding.start.line === file.inlineLine && isCarried(finding, found)) result.delete(finding);
    if (!origin) continue;
    const { map, source, line, column } = origin;
    const same = (where: string): Finding | undefined => {
      const other = byPlace.get(placeKey(finding, where, line));
      return other && other !== finding && result.has(other) ? other : undefined;
    };
    const carried = same(`${map}!/${memberName(source)}`);
    if (carried) result.delete(carried);
    const written = placesOf(map, source)
      .map(same)
      .find((other) => other !== undefined);
    const inMap: Step[] = carried ? [{ file: carried.file, line, why: 'the source map carries it too' }] : [];
    const mine = result.get(finding) as Finding;
    if (written) {
      result.delete(finding);
      result.set(written, oneOf(result.get(written) as Finding, mine, inMap));
    } else {
      const shown = finding.file.slice(0, finding.file.length - path.length) + map;
      const why = `where it was written, column ${column}, if the source map is right`;
      const step = { file: `${shown}!/${memberName(source)}`, line, why };
      result.set(finding, { ...mine, related: [...mine.related, step] });
    }
  }
  return [...result.values()];
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

const placeKey = ({ fingerprint }: Finding, path: string, line: number): string => `${fingerprint}\n${line}\n${path}`;

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
