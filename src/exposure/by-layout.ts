import type { Exposure, Finding } from '../model/index.ts';
import { exposureKinds } from '../model/index.ts';
import { layoutOf, outputAbove } from './built-layouts.ts';
import type { Project } from './project.ts';

/**
 * Who can see a finding, going by where built output lies; nothing where the path tells nothing.
 * @param known what the project's own code tells of it: a test stays one, and what is more exposed wins
 */
export function byLayout({ provenance }: Finding, known: Exposure, project: Project): Exposure | undefined {
  if (provenance.kind === 'stdin' || provenance.kind === 'tag' || known.kind === 'test') return undefined;
  const above = project.top === undefined ? '' : outputAbove(project.top);
  const has = (path: string): boolean => path.startsWith(above) && project.exists?.(path.slice(above.length)) === true;
  const layout = layoutOf(above + provenance.path, has);
  if (!layout || (layout.kind === known.kind && known.way.length > 0)) return undefined;
  // Bundlers name the parts of packages as those of pages: `dist/chunk-….js` of what npm publishes.
  if (layout.byName && known.kind === 'package') return undefined;
  // All of the output is taken for served where a framework's tools pack it: its parts tell more.
  const isPart = known.kind === 'public-file' && layout.kind === 'package';
  const isSurer = isPart || known.kind === 'server' || known.kind === 'build-only' || known.kind === 'unknown';
  if (!isSurer && exposureKinds.indexOf(layout.kind) >= exposureKinds.indexOf(known.kind)) return undefined;
  return { kind: layout.kind, way: [], reason: layout.reason };
}
