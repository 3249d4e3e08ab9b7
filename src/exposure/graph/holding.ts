import {
  type Handed,
  isCall,
  isPosition,
  readFile,
  tidied,
  type Use,
  type Value,
  without,
} from '../../syntax/outline/index.ts';
import type { Place } from '../place.ts';
import type { Side } from '../side.ts';
import type { Tree } from '../tree.ts';
import { isKept, namesOf, setsLocals } from './name-index.ts';
import { Origins } from './origins.ts';
import { PlaceInFile } from './place-in-file.ts';

/** What a function is called with, and where. */
export interface Given {
  readonly values: readonly Value[];
  readonly path: string;
  readonly outer?: Given | undefined;
}

const mostSteps = 20_000;
const mostDepth = 60;

/** Asks of values whether they are, or are made of, what stands at one place of the project. */
export class Holding {
  readonly #side: Side;
  readonly #tree: Tree;
  readonly #place: Place;
  readonly #origins: Origins;
  readonly #inFile: PlaceInFile;
  readonly #seen = new Set<string>();
  #steps = 0;
  #depth = 0;

  constructor(side: Side, tree: Tree, place: Place) {
    this.#side = side;
    this.#tree = tree;
    this.#place = place;
    this.#origins = new Origins(side);
    this.#inFile = new PlaceInFile(place, tree);
  }

  /**
   * Whether a value of a module is, or is made of, what stands at the place.
   * @param members what is read of the value
   * @param given what the function around is called with
   */
  holds(value: Value, path: string, members: readonly string[] = [], given?: Given): boolean {
    this.#seen.clear();
    return this.#partHolds(value, members, path, given);
  }

  #holds(value: Value, path: string, given: Given | undefined): boolean {
    const { start, end, path: own, design } = this.#place;
    if (path === own && value.texts.some((text) => start < text.end && end > text.start)) return true;
    if (design && path === own && value.names.some(({ at }) => at >= start && at < end)) return true;
    if (this.#depth > mostDepth) return false;
    this.#depth++;
    const found = value.names.some((use) => this.#nameHolds(use, path, given));
    this.#depth--;
    return found;
  }

  #nameHolds(use: Use, path: string, given: Given | undefined): boolean {
    if (this.#steps++ > mostSteps) return false;
    const { name, path: members = [], parameter } = use;
    const procedure = members.some(isCall) ? this.#side.procedures().called(members) : undefined;
    if (procedure?.answers.some((each) => this.#partHolds(each, procedure.read, procedure.path, undefined)))
      return true;
    if (parameter !== undefined) {
      const value = given?.values[parameter];
      if (given && value) return this.#partHolds(value, members, given.path, given.outer);
      if (given) return false;
      if (isKept(members[0])) return this.#localsHold(members[0], members.slice(1));
      return members[0] === 'props' && this.#propsHold(members, path, use.at);
    }
    if (name === readFile) return this.#isRead(path) && this.#inFile.isReadAs(members);
    if (name === 'Astro') {
      if (isKept(members[0])) return this.#localsHold(members[0], members.slice(1));
      return members[0] === 'props' && this.#propsHold(members, path, use.at);
    }
    return this.#declaredHolds(use, path, use.given && { values: use.given, path, outer: given });
  }

  /** What a page of Astro is given by its own list of paths. */
  #propsHold(path: readonly string[], module: string, at: number): boolean {
    return this.#declaredHolds({ name: 'getStaticPaths', path, called: true, at }, module, undefined);
  }

  /** @param given what the name is called with */
  #declaredHolds(use: Use, path: string, given: Given | undefined): boolean {
    const { name, path: members = [], called } = use;
    if (!given) {
      const key = `${path}\n${name}\n${members.join('.')}\n${called}`;
      if (this.#seen.has(key)) return false;
      this.#seen.add(key);
    }
    const outline = this.#side.outline(path);
    if (!outline) return false;
    const { declared, assigned } = namesOf(outline);
    for (const unit of declared.get(name) ?? []) {
      if (called) {
        const returns = unit.handed.filter(({ kind }) => kind === 'return');
        const inner = given ?? { values: [], path };
        if (returns.some(({ value }) => this.#partHolds(value, members, path, inner))) return true;
        // Another name of a function.
        const alias = returns.length === 0 ? (unit.value?.names ?? []) : [];
        const read = unit.bound?.get(name)?.path ?? [];
        if (alias.some((each) => this.#declaredHolds(calledAs(extended(each, read), members), path, given)))
          return true;
        continue;
      }
      if (members[0]?.startsWith('@')) {
        const handed = unit.handed.filter((each) => each.kind === 'argument' && each.path?.[0] === members[0]);
        if (handed.some(({ value }) => this.#partHolds(value, members.slice(1), path, undefined))) return true;
        continue;
      }
      const bound = unit.bound?.get(name);
      if (unit.value && this.#partHolds(unit.value, [...(bound?.path ?? []), ...members], path, given)) return true;
      if (bound?.otherwise && this.#partHolds(bound.otherwise, members, path, undefined)) return true;
    }
    if (declared.has(name) && !called && this.#assignedHold(assigned.get(name) ?? [], members, path)) return true;
    return this.#importHolds(use, path, given);
  }

  #importHolds({ name, path: members = [], called, at }: Use, path: string, given: Given | undefined): boolean {
    const [member, ...rest] = members;
    for (const { path: target, imported } of this.#origins.importsOf(path, name)) {
      if (target === this.#place.path && target.endsWith('.json'))
        return this.#inFile.isInData(imported === 'default' || imported === '*' ? members : [imported, ...members]);
      const isWhole = imported === '*';
      const wanted = isWhole ? member?.replace(/\(\)$/, '') : imported;
      const local = wanted === undefined ? undefined : this.#origins.localOf(target, wanted);
      if (local === undefined) {
        // What a module of CommonJS offers is one value.
        const read = isWhole || imported === 'default' ? members : [imported, ...members];
        const whole = { name: '*module', path: called && read.length > 0 ? callOf(read) : read, at };
        if (this.#origins.isWhole(target) && this.#declaredHolds(whole, target, given)) return true;
        continue;
      }
      const isCalled = called || (isWhole && isCall(member));
      const use = { name: local, path: isWhole ? rest : members, at, ...(isCalled ? { called: true } : {}) };
      if (this.#declaredHolds(use, target, given)) return true;
    }
    return false;
  }

  /** True for a module that reads the file of the place as data. */
  #isRead(module: string): boolean {
    return this.#side.links.from(module).some((link) => link.isRead && link.path === this.#place.path);
  }

  /** What a server keeps for one request: `event.locals.user = …` here, `locals.user` there. */
  #localsHold(name: string, members: readonly string[]): boolean {
    for (const path of this.#side.server().from.keys()) {
      const isSet = setsLocals(this.#tree.read(path), () => this.#side.outline(path));
      const outline = isSet ? this.#side.outline(path) : undefined;
      const sets = outline ? namesOf(outline).locals.filter(({ by, path: to }) => by === name || to?.[0] === name) : [];
      const own = sets.map((each) => (each.by === name ? each : { ...each, path: each.path?.slice(1) ?? [] }));
      if (this.#assignedHold(own, members, path)) return true;
    }
    return false;
  }

  #assignedHold(handed: readonly Handed[], members: readonly string[], path: string): boolean {
    return handed.some(({ value, path: to = [] }) => {
      const fits = to.every((each, index) => each === '*' || (members[index] ?? each) === each);
      return fits && this.#partHolds(value, members.slice(to.length), path, undefined);
    });
  }

  /** Whether a member of a value holds the place, or all of it where the member cannot be told. */
  #partHolds(value: Value, read: readonly string[], module: string, given: Given | undefined): boolean {
    const path = tidied(read);
    const [member, ...rest] = path;
    if (member === undefined) return this.#holds(value, module, given);
    const next = (inner: Value): boolean => this.#partHolds(inner, rest, module, given);
    const left = without(member);
    if (isPosition(member) && (value.isList || value.members)) return next(value);
    if (isCall(member)) {
      const result = value.results?.get(member.slice(0, -2));
      if (result) return next(result);
      const named = value.members?.get(member.slice(0, -2));
      if (named?.names.some((use) => this.#nameHolds(calledAs(use, rest), module, given))) return true;
      if (value.others && this.#partHolds(value.others, path, module, given)) return true;
      return (
        !value.members &&
        this.#holds({ texts: [], names: value.names.map((use) => extended(use, path)) }, module, given)
      );
    }
    if (!value.members)
      return this.#holds({ texts: value.texts, names: value.names.map((use) => extended(use, path)) }, module, given);
    if (member === '*' && value.isList) return next(value);
    if (member === '*' || left)
      return (
        [...value.members].some(([name, inner]) => !left?.includes(name) && next(inner)) ||
        (value.others !== undefined && this.#partHolds(value.others, path, module, given))
      );
    const part = value.members.get(member);
    if (part) return next(part);
    return value.others !== undefined && this.#partHolds(value.others, path, module, given);
  }
}

/** A name of which further members are read. */
const extended = (use: Use, members: readonly string[]): Use => ({ ...use, path: [...(use.path ?? []), ...members] });

/** The same members, of which the first is called. */
const callOf = ([first, ...rest]: readonly string[]): readonly string[] => [`${first}()`, ...rest];

/** A function under another name: what it gives back, and members of that. */
function calledAs(use: Use, members: readonly string[]): Use {
  const path = use.path ?? [];
  const last = path.at(-1);
  return last === undefined
    ? { ...use, called: true, path: members }
    : { ...use, path: [...path.slice(0, -1), `${last}()`, ...members] };
}
