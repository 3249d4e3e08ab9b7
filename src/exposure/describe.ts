import type { Exposure } from '../model/index.ts';
import { decidePlaces } from './decide-place.ts';
import type { Project } from './project.ts';
import type { Side } from './side.ts';
import { Sides } from './sides.ts';
import { Tree } from './tree.ts';

/** Where a module runs, as one framework has it. */
export interface Runs {
  readonly framework: string;
  readonly folder: string;
  readonly boundary?: 'client' | 'server';
  /** Whether code for browsers, code of the server, and what is packed besides lead to it by imports. */
  readonly client: boolean;
  readonly server: boolean;
  readonly packed: boolean;
}

/** What is known of one module. */
export interface ModuleFacts {
  readonly path: string;
  readonly exposure: Exposure;
  readonly runs: readonly Runs[];
}

/** An application and what its code starts from. */
export interface AppFacts {
  readonly framework: string;
  readonly folder: string;
  readonly client: readonly { readonly path: string; readonly why: string }[];
  readonly server: readonly { readonly path: string; readonly why: string }[];
  readonly publicFolders: readonly string[];
  readonly prefixes: readonly string[];
}

/** Where a module of a project runs, and why; nothing where there is no such file. */
export function describeModule(path: string, project: Project): ModuleFacts | undefined {
  const tree = new Tree(project);
  if (!tree.has(path)) return undefined;
  const sides = new Sides(tree);
  const end = Math.max(1, tree.read(path)?.length ?? 0);
  const [exposure = { kind: 'unknown', way: [], reason: '' } as const] = decidePlaces(
    [{ path, start: 0, end }],
    tree,
    sides,
  );
  const runs = sides.about(path).map((side) => runsOf(side, path));
  const [first, ...way] = exposure.way;
  return {
    path,
    exposure: { ...exposure, way: first ? [{ ...first, why: way.length > 0 ? 'the module' : first.why }, ...way] : [] },
    runs,
  };
}

function runsOf(side: Side, path: string): Runs {
  const boundary = side.boundary(path);
  return {
    framework: side.shape.framework,
    folder: side.app.folder,
    ...(boundary ? { boundary } : {}),
    client: side.client().from.has(path),
    server: side.server().from.has(path),
    packed: side.shipped().from.has(path),
  };
}

/** The applications of a project. */
export const describeApps = (project: Project): readonly AppFacts[] =>
  new Sides(new Tree(project)).all().map(({ shape, app }) => ({
    framework: shape.framework,
    folder: app.folder,
    client: shape.client,
    server: shape.server,
    publicFolders: [...new Set(shape.publicFolders)],
    prefixes: shape.prefixes,
  }));

/** An import between two modules of which browsers get both, as far as imports tell. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** Every import on the client's side of a project. */
export function clientEdges(project: Project): readonly Edge[] {
  const edges: Edge[] = [];
  for (const side of new Sides(new Tree(project)).all())
    for (const path of side.client().from.keys())
      for (const link of side.links.from(path))
        if (side.client().from.has(link.path)) edges.push({ from: path, to: link.path });
  return edges;
}
