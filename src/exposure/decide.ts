import type { Exposure, Finding, Severity } from '../model/index.ts';
import { exposureKinds, severities } from '../model/index.ts';
import { byLayout } from './by-layout.ts';
import { decidePlaces } from './decide-place.ts';
import type { Place } from './place.ts';
import type { Project } from './project.ts';
import { Sides } from './sides.ts';
import { Tree } from './tree.ts';

/** Where a finding stands in the project, or nothing where that is no file of it (history, archives, standard input). */
const pathOf = ({ provenance }: Finding): string | undefined =>
  provenance.kind === 'file' || provenance.kind === 'staged' ? provenance.path : undefined;

/** One level up; what ships to browsers is in everyone's hands. */
function raised(severity: Severity): Severity {
  return severity === 'note' ? severity : (severities[Math.max(0, severities.indexOf(severity) - 1)] as Severity);
}

/**
 * Says of each finding who can see it, with the way it gets there. Reads nothing where there are no findings.
 * @param findings in any order; of those that are no file of the project, only where they lie tells anything
 * @returns the same findings in the same order; what ships to browsers is one level more severe
 */
export function decideExposure(findings: readonly Finding[], project: Project): Finding[] {
  const byFile = new Map<string, number[]>();
  findings.forEach((finding, index) => {
    const path = pathOf(finding);
    if (path === undefined) return;
    const known = byFile.get(path);
    if (known) known.push(index);
    else byFile.set(path, [index]);
  });
  const decided = [...findings];
  if (byFile.size === 0) return decided.map((finding) => withLayout(finding, project));
  const tree = new Tree(project);
  const sides = new Sides(tree);
  for (const [path, indexes] of byFile) {
    const text = tree.read(path) ?? '';
    const places = indexes.map((index) => placeOf(findings[index] as Finding, path, text));
    decideFile(places, tree, sides).forEach((exposure, at) => {
      const index = indexes[at] as number;
      decided[index] = withExposure(findings[index] as Finding, shown(exposure, project));
    });
  }
  return decided.map((finding) => withLayout(finding, project));
}

/** What was built is told by where it lies: no code of the project names it. */
function withLayout(finding: Finding, project: Project): Finding {
  const exposure = byLayout(finding, finding.exposure, project);
  if (!exposure) return finding;
  const isNew = exposure.kind === 'client' && finding.exposure.kind !== 'client';
  return { ...finding, exposure, severity: isNew ? raised(finding.severity) : finding.severity };
}

/** What goes wrong with one file of a hostile repository ends nothing: its findings stay, without a verdict. */
function decideFile(places: readonly Place[], tree: Tree, sides: Sides): Exposure[] {
  try {
    return decidePlaces(places, tree, sides);
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'error';
    return places.map(() => ({ kind: 'unknown', way: [], reason: `could not be decided (${kind})` }));
  }
}

/** The way with paths as reports print them. */
const shown = (exposure: Exposure, { shown: name = (path) => path }: Project): Exposure => ({
  ...exposure,
  way: exposure.way.map((step) => ({ ...step, file: name(step.file) })),
});

function withExposure(finding: Finding, exposure: Exposure): Finding {
  const known = finding.exposure;
  const keeps = known.kind !== 'unknown' && exposureKinds.indexOf(known.kind) <= exposureKinds.indexOf(exposure.kind);
  if (keeps) return finding;
  return { ...finding, exposure, severity: exposure.kind === 'client' ? raised(finding.severity) : finding.severity };
}

/** From bytes of the file to UTF-16 units of its text. */
function placeOf({ byteOffset, byteLength, design }: Finding, path: string, text: string): Place {
  const bytes = Buffer.from(text);
  const start = bytes.subarray(0, byteOffset).toString().length;
  return {
    path,
    ...(design ? { design } : {}),
    start,
    end: start + Math.max(1, bytes.subarray(byteOffset, byteOffset + byteLength).toString().length),
  };
}
