import type { Mount, Route, Unit, Use, Value } from '../../syntax/outline/index.ts';
import type { Side } from '../side.ts';
import type { Given } from './holding.ts';
import { namesOf } from './name-index.ts';
import { Origins } from './origins.ts';
import { shownMembers } from './views.ts';

const mostModules = 400;
/** What code holds that puts routers below others. */
const mounting = /\.(?:use|route|register|mount|group|basePath)\(|[rR]outer|[pP]refix/;
/** Routers below routers, and functions that leave the answer to others. */
const mostDepth = 6;

/** What a function answers, and where it stands. */
interface Answer {
  readonly value: Value;
  readonly path: string;
  readonly given?: Given;
}

/** Whether a value holds what is looked for. */
type Holds = (value: Value, path: string, members: readonly string[], given: Given | undefined) => boolean;

/** A router by the names that its module has for it. */
interface Target {
  readonly path: string;
  readonly names: readonly string[];
}

/** What servers answer at the addresses that their code says, as far as client code asks for those. */
export class RoutesOf {
  readonly #side: Side;
  readonly #paths: readonly string[];
  readonly #origins: Origins;
  readonly #prefixes = new Map<string, readonly string[]>();
  #mounted: readonly (Mount & { readonly path: string; readonly targets: readonly Target[] })[] | undefined;

  /** @param modules those that may answer, with those that put their routers below others */
  constructor(side: Side, modules: Iterable<string>) {
    this.#side = side;
    this.#paths = [...modules];
    this.#origins = new Origins(side);
  }

  /** Where an answer is given that holds something, of those that client code asks for. */
  answering(holds: Holds): { readonly path: string; readonly at: number } | undefined {
    // Whether it is asked for is the costly question, and most answers have nothing to do with the place.
    for (const { path, route } of this.#routes())
      for (const answer of this.answersOf(path, route))
        if (
          this.#shows(answer, route, holds) &&
          this.#isSent(path, route, answer) &&
          this.#side.renders(path, route.at)
        )
          return { path, at: route.at };
    return undefined;
  }

  #shows({ value, path, given }: Answer, route: Route, holds: Holds): boolean {
    if (value.view === undefined) return holds(value, path, [], given);
    const shown = isOpen(route) ? shownMembers(value.view, this.#side.app.tree) : [];
    return shown.some((read) => holds(value, path, read, given));
  }

  #isSent(path: string, route: Route, answer: Answer): boolean {
    return answer.value.view !== undefined || this.#isPage(route, answer) || this.#isAsked(path, route);
  }

  *#routes(): Iterable<{ readonly path: string; readonly route: Route }> {
    for (const path of this.#paths.slice(0, mostModules)) {
      if (this.#side.boundary(path) === 'client') continue;
      for (const { routes } of this.#side.outline(path)?.units ?? []) for (const route of routes) yield { path, route };
    }
  }

  /** Each procedure with the names that it is called by. */
  *procedures(): Iterable<{ readonly path: string; readonly route: Route; readonly names: readonly string[] }> {
    for (const { path, route } of this.#routes())
      if (route.isProcedure)
        for (const address of this.#addresses(path, route))
          yield { path, route, names: address.split('/').filter((part) => part !== '') };
  }

  /** What is answered: by functions that stand there, and by those that are named. */
  answersOf(path: string, { answers, handlers }: Route): Answer[] {
    return [
      ...answers.map((value) => ({ value, path })),
      ...handlers.flatMap((use) => this.#handled(path, use, givenTo(use, path, undefined), 0)),
    ];
  }

  /**
   * What a function answers that is named.
   * @param given what it is called with
   */
  #handled(path: string, use: Use, given: Given | undefined, depth: number): Answer[] {
    if (depth > mostDepth) return [];
    const outline = this.#side.outline(path);
    if (!outline) return [];
    const { name, path: members = [] } = use;
    const found = (namesOf(outline).declared.get(name) ?? []).flatMap((unit): Answer[] => {
      const [member] = members;
      const own = unit.handed.filter(
        (each) =>
          /^(?:answer|return|delegated)$/.test(each.kind) && (each.member === undefined || each.member === member),
      );
      if (own.length > 0)
        return own.flatMap(({ kind, value }) =>
          kind === 'delegated'
            ? value.names.flatMap((next) => this.#handled(path, next, givenTo(next, path, given), depth + 1))
            : [{ value, path, ...(given ? { given } : {}) }],
        );
      return aliasesOf(unit, use).flatMap((next) => this.#handled(path, next, given, depth + 1));
    });
    const imported = this.#imported(path, use);
    return [...found, ...imported.flatMap((next) => this.#handled(next.path, next.use, given, depth + 1))];
  }

  /** What a name of a module is in those that it imports it from. */
  #imported(path: string, use: Use): { readonly path: string; readonly use: Use }[] {
    const [member, ...rest] = use.path ?? [];
    return this.#origins.importsOf(path, use.name).flatMap(({ path: target, imported }) => {
      const isWhole = imported === '*';
      const wanted = isWhole ? (member ?? 'default') : imported;
      const local = this.#origins.localOf(target, wanted);
      if (local !== undefined)
        return [{ path: target, use: { ...use, name: local, path: isWhole ? rest : (use.path ?? []) } }];
      if (!this.#origins.isWhole(target)) return [];
      const read = isWhole || imported === 'default' ? (use.path ?? []) : [imported, ...(use.path ?? [])];
      return [{ path: target, use: { ...use, name: '*module', path: read } }];
    });
  }

  #isAsked(path: string, route: Route): boolean {
    const addresses = this.#addresses(path, route);
    return addresses.some((address) =>
      route.isProcedure
        ? this.#side.asked.calls(address.split('/').filter((part) => part !== ''))
        : this.#side.asked.asks(address, route.method),
    );
  }

  /** Every address that a route may have: its own below those that its router is put under. */
  #addresses(path: string, { on, address }: Route): string[] {
    const key = `${path}\n${on.join()}`;
    const known = this.#prefixes.get(key) ?? this.#above({ path, names: on }, 0);
    this.#prefixes.set(key, known);
    return known.map((prefix) => `${prefix}${address}`);
  }

  #above({ path, names }: Target, depth: number): string[] {
    if (depth > mostDepth) return [''];
    const mounts = this.#mounts();
    const isOn = (on: readonly string[]): boolean => on.some((each) => names.includes(each));
    const bases = mounts.filter(
      (each) => !each.router && ((each.path === path && isOn(each.on)) || each.on[0] === '*'),
    );
    const outer = mounts
      .filter(({ targets }) =>
        targets.some((each) => each.path === path && each.names.some((name) => names.includes(name))),
      )
      .filter((each) => each.path !== path || !isOn(each.on))
      .flatMap((each) =>
        this.#above({ path: each.path, names: each.on }, depth + 1).map((above) => `${above}${each.address}`),
      );
    const isSure = bases.some(({ on }) => on[0] !== '*');
    const below = [...bases.map(({ address }) => address), ...(isSure ? [] : [''])];
    return [...new Set((outer.length > 0 ? outer : ['']).flatMap((above) => below.map((own) => `${above}${own}`)))];
  }

  #mounts(): readonly (Mount & { readonly path: string; readonly targets: readonly Target[] })[] {
    this.#mounted ??= this.#paths
      .filter((path) => mounting.test(this.#side.app.tree.read(path) ?? ''))
      .flatMap((path) =>
        (this.#side.outline(path)?.units ?? []).flatMap(({ mounts }) =>
          mounts.map((mount) => ({
            ...mount,
            path,
            targets: mount.router ? this.#targets(path, mount.router, 0) : [],
          })),
        ),
      );
    return this.#mounted;
  }

  /** The routers that a name stands for. */
  #targets(path: string, use: Use, depth: number): Target[] {
    if (depth > mostDepth) return [];
    const outline = this.#side.outline(path);
    const units = outline ? (namesOf(outline).declared.get(use.name) ?? []) : [];
    const aliases = units.flatMap((unit) => aliasesOf(unit, use));
    const own =
      use.name === '*default' || use.name === '*module' ? [use.name, 'default'] : [use.name, ...(use.path ?? [])];
    return [
      { path, names: own.map((each) => each.replace(/^\*exports\./, '')) },
      ...aliases.flatMap((next) => (next.name === use.name ? [] : this.#targets(path, next, depth + 1))),
      ...this.#imported(path, use).flatMap((next) => this.#targets(next.path, next.use, depth + 1)),
    ];
  }

  /** A page that a server writes itself is there for everyone. */
  #isPage(
    route: Route,
    {
      value: {
        texts: [first],
      },
      path,
    }: Answer,
  ): boolean {
    if (!first || !isOpen(route)) return false;
    return /^['"`]?\s*<(?:!doctype|html|head|body|h1|div|main|script|p)\b/i.test(
      this.#side.app.tree.read(path)?.slice(first.start, first.start + 200) ?? '',
    );
  }
}

/** True for an address that anyone opens. */
const isOpen = ({ method, address, isProcedure }: Route): boolean =>
  !isProcedure && (method === undefined || method === 'GET') && !/admin|internal/.test(address);

const givenTo = ({ given }: Use, path: string, outer: Given | undefined): Given | undefined =>
  given && { values: given, path, outer };

/** The names that a name of a module is another one for, with what is read of them. */
function aliasesOf({ value, bound }: Unit, { name, path = [] }: Use): Use[] {
  const read = [...(bound?.get(name)?.path ?? []), ...path];
  const [first, ...rest] = read;
  const part = first === undefined ? undefined : value?.members?.get(first);
  const names = (part ?? value)?.names ?? [];
  return names.map((next) => ({ ...next, path: [...(next.path ?? []), ...(part ? rest : read)] }));
}
