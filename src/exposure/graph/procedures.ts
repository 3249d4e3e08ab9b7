import { isCall, type Value } from '../../syntax/outline/index.ts';
import type { Side } from '../side.ts';
import { RoutesOf } from './routes.ts';

/** What a procedure gives back where a name is called with its path. */
export interface Called {
  readonly answers: readonly Value[];
  readonly path: string;
  /** What is read of what it gives back. */
  readonly read: readonly string[];
}

/** The procedures of a server, by the paths that they are called with: `api.post.list()`. */
export class Procedures {
  readonly #by = new Map<string, { readonly answers: readonly Value[]; readonly path: string }>();

  constructor(side: Side) {
    const { tree } = side.app;
    const paths = [...side.server().from.keys()].filter((path) =>
      /\b\w*[pP]rocedure\b|[rR]outer\(/.test(tree.read(path) ?? ''),
    );
    if (!paths.some((path) => /[pP]rocedure\b/.test(tree.read(path) ?? ''))) return;
    const routes = new RoutesOf(side, paths);
    for (const { path, route, names } of routes.procedures())
      this.#by.set(names.join('/'), { answers: route.answers, path });
  }

  /** @param members what is read of a name */
  called(members: readonly string[]): Called | undefined {
    if (this.#by.size === 0) return undefined;
    const index = members.findIndex(isCall);
    const names = [...members.slice(0, index), (members[index] ?? '').slice(0, -2)];
    const known =
      this.#by.get(names.join('/')) ??
      (/^(?:query|fetch|mutate)$/.test(names.at(-1) ?? '') ? this.#by.get(names.slice(0, -1).join('/')) : undefined);
    return known && { ...known, read: members.slice(index + 1) };
  }
}
