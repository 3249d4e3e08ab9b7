import type { ExportSite, Load, Outline, Unit, Use } from '../../syntax/outline/index.ts';
import { filesOf, namesTold } from './context-files.ts';
import { namesOf, offers } from './name-index.ts';
import type { Origin, ReachSettings } from './reach-settings.ts';
import { isDropped, type Module, standsFor } from './read-module.ts';
import { Reads } from './reads.ts';
import { Stripping } from './stripping.ts';

type Names = readonly string[] | undefined;
type Program = Extract<Module, { kind: 'program' | 'component' }>;

/** Follows what a bundler takes in: statement by statement, breadth first, so that every way found is a shortest one. */
export class Reach {
  /** The modules taken in, and from where; entries with nothing. */
  readonly origins = new Map<string, Origin | undefined>();
  readonly #settings: ReachSettings;
  readonly #units = new Map<string, Set<Unit>>();
  readonly #members = new Map<string, Set<string>>();
  readonly #whole = new Set<string>();
  readonly #used = new Set<string>();
  readonly #usedNames = new Map<string, Set<string> | 'all'>();
  readonly #reads = new Reads();
  readonly #jobs: (() => void)[] = [];
  readonly #strippings = new Map<Outline, Stripping>();

  constructor(settings: ReachSettings) {
    this.#settings = settings;
  }

  /** Takes in an entry with all of its exports, or with those that are named. */
  enter(path: string, names?: readonly string[]): void {
    this.#load(path, undefined);
    this.#useNames(path, names);
    for (let next = 0; next < this.#jobs.length; next++) (this.#jobs[next] as () => void)();
    this.#jobs.length = 0;
  }

  /** Whether the statement of a module that a place stands in is taken in. */
  reaches(path: string, at: number): boolean {
    return [...(this.#units.get(path) ?? [])].some(({ start, end }) => at >= start && at < end);
  }

  /** The exports of a module that are used; nothing where any may be. */
  usedOf(path: string): readonly string[] | undefined {
    const names = this.#usedNames.get(path);
    return names === 'all' ? undefined : [...(names ?? [])];
  }

  /** Whether anything between two places of a module is taken in (UTF-16 units). */
  takes(path: string, start: number, end: number): boolean {
    const { bundler } = this.#settings;
    const module = this.#settings.module(path);
    if (module && isDropped(module, bundler, this.origins.get(path) === undefined, start, end)) return false;
    if (this.#whole.has(path)) return true;
    if (!bundler.shakes && bundler.keepsComments === 'all' && this.origins.has(path)) return true;
    if (module?.kind === 'json') {
      const members = this.#members.get(path);
      return [...module.members].some(([name, range]) => members?.has(name) && start < range.end && end > range.start);
    }
    const comment =
      bundler.keepsComments === 'none' || module?.kind !== 'program'
        ? undefined
        : module.outline.comments.find((each) => start < each.end && end > each.start);
    if (comment) return this.origins.has(path) && (bundler.keepsComments === 'all' || comment.isLegal);
    for (const unit of this.#units.get(path) ?? []) {
      if (end <= unit.start || start >= unit.end) continue;
      if (unit.texts.some((text) => start < text.end && end > text.start))
        return !this.#reads.leavesOut(unit, start, end, this.#settings.bundler, () => this.#isShared(path, unit));
      if (unit.uses.some(({ at }) => at >= start && at < end)) return true;
    }
    return false;
  }

  /** Whether a constant is offered to other chunks of the output. */
  #isShared(path: string, { names }: Unit): boolean {
    const module = this.#settings.module(path);
    const isOffered =
      module?.kind !== 'program' || module.outline.exports.some(({ local }) => names.includes(local ?? ''));
    return isOffered && !this.#settings.alone(path);
  }

  /** A module is evaluated: what has effects is taken in, and what it imports is evaluated. */
  #load(path: string, origin: Origin | undefined): void {
    if (this.origins.has(path)) return;
    const module = this.#settings.module(path);
    if (!module) return;
    this.origins.set(path, origin);
    if (module.kind === 'asset') {
      this.#whole.add(path);
      for (const { path: target, at } of this.#settings.links.from(path)) this.#load(target, { path, at });
    }
    if (module.kind === 'program' || module.kind === 'component') this.#jobs.push(() => this.#evaluate(path, module));
  }

  #evaluate(path: string, { kind, outline }: Program): void {
    const stripping = this.#strippingOf(path, outline);
    const isPage = kind === 'component' && !/\.(?:vue|svelte)$/.test(path);
    const keepsAll = isPage || outline.commonJs || !this.#settings.bundler.shakes;
    for (const unit of outline.units) {
      if (stripping.removes(unit)) continue;
      const isAlone = this.#settings.bundler.shakesCommonJs && unit.names[0]?.startsWith('*exports.');
      const isOwn = this.#settings.bundler.dropsUnexported && kind === 'program' && !offers(outline, unit);
      if ((keepsAll && !(unit.pure && (isAlone || isOwn))) || !unit.pure) this.#take(path, unit);
      else if (this.#settings.bundler.loadsUnused)
        for (const load of unit.loads) if (load.kind === 'import') this.#useLoad(path, load);
    }
    const elides = /\.(?:[cm]?tsx?|vue|svelte|astro)$/.test(path) && !this.#settings.verbatim(path);
    for (const site of outline.imports) {
      if (!stripping.stays(site, elides)) continue;
      for (const target of this.#settings.links.resolve(site.specifier, path))
        if (!this.#settings.effectless(target)) this.#load(target, { path, at: site.at });
    }
  }

  #strippingOf(path: string, outline: Outline): Stripping {
    const known = this.#strippings.get(outline);
    if (known) return known;
    const made = new Stripping(outline, this.#settings.stripped(path));
    this.#strippings.set(outline, made);
    return made;
  }

  #take(path: string, unit: Unit): void {
    const taken = this.#units.get(path) ?? new Set<Unit>();
    this.#units.set(path, taken);
    if (taken.has(unit)) return;
    taken.add(unit);
    this.#jobs.push(() => {
      for (const use of unit.uses) this.#useName(path, use);
      for (const load of unit.loads) this.#useLoad(path, load);
    });
  }

  /** A name is used in a module: what declares it is taken in, what it was imported from is used. */
  #useName(path: string, { name, path: whole, byPattern, isCalled, at }: Use): void {
    const { bundler } = this.#settings;
    const read = byPattern && !bundler.seesPatterns ? undefined : whole;
    const ofMethod = isCalled && bundler.handsObjects === 'all' && read ? read.slice(0, -1) : read;
    const members = ofMethod && ofMethod.length > 0 ? ofMethod : undefined;
    const module = this.#settings.module(path);
    if (module?.kind !== 'program' && module?.kind !== 'component') return;
    const { declared, imported } = namesOf(module.outline);
    const stripping = this.#strippingOf(path, module.outline);
    for (const unit of declared.get(name) ?? []) {
      if (stripping.removes(unit)) continue;
      const stands = members && bundler.shakesMembers === 'everywhere' && standsFor(name, unit);
      if (stands) this.#useName(path, { ...stands, path: members });
      else this.#take(path, unit);
      this.#reads.add(unit, members);
    }
    const implied = declared.has(name) || imported.has(name) ? undefined : this.#settings.links.implied.get(name);
    if (implied && implied.path !== path) {
      this.#load(implied.path, { path, at });
      this.#useNames(implied.path, [implied.exported]);
    }
    for (const { site, binding } of imported.get(name) ?? [])
      for (const target of this.#settings.links.resolve(site.specifier, path)) {
        const isJson = this.#settings.module(target)?.kind === 'json';
        const byMember =
          binding.imported === '*' || (binding.imported === 'default' && isJson && this.#settings.bundler.shakesJson);
        this.#load(target, { path, at: site.at });
        const isWhole = isJson && binding.imported === 'default';
        // A member of a namespace is no method of it.
        if (byMember) this.#useNames(target, read?.slice(0, 1), members?.slice(1));
        else this.#useNames(target, isWhole ? undefined : [binding.imported], members);
      }
  }

  #useLoad(path: string, load: Load): void {
    const { bundler, links, module } = this.#settings;
    for (const target of filesOf(load, path, links)) {
      if (target === path || !module(target)) continue;
      const origin = { path, at: load.at };
      if (load.kind === 'url' && !/\.[cm]?[jt]sx?$/.test(target)) {
        if (!this.origins.has(target)) this.origins.set(target, origin);
        this.#whole.add(target);
      }
      this.#load(target, origin);
      this.#useNames(target, namesTold(load, bundler));
    }
  }

  /** Exports of a module are used: these, or without names all of them; of them these members, or all. */
  #useNames(path: string, names: readonly string[] | undefined, members?: readonly string[]): void {
    const { bundler } = this.#settings;
    const module = this.#settings.module(path);
    if (!module || module.kind === 'asset') return;
    this.#note(path, names);
    if (module.kind === 'json') {
      this.#members.set(path, new Set([...(this.#members.get(path) ?? []), ...(names ?? [])]));
      const isWhole = !names || (names.includes('default') && !module.members.has('default'));
      if (isWhole || !bundler.shakes || bundler.keepsJson) this.#whole.add(path);
      return;
    }
    const { outline } = module;
    const { exported } = namesOf(outline);
    if (outline.commonJs) this.#useCommonJs(path, outline, names, members);
    for (const name of names ?? exported.keys()) {
      const key = `${path}\n${name}\n${members?.join('.') ?? ''}`;
      if (this.#used.has(key)) continue;
      this.#used.add(key);
      for (const site of exported.get(name) ?? []) this.#useExport(path, site, name, members);
      if (name !== 'default' && name !== '*')
        for (const site of exported.get('*') ?? []) this.#useExport(path, site, name, members);
    }
  }

  /** Members of `module.exports`, by their own names or as members of what is imported whole. */
  #useCommonJs(path: string, outline: Outline, names: Names, members?: Names): void {
    const { declared } = namesOf(outline);
    for (const name of names ?? [undefined]) {
      const wanted = this.#settings.bundler.shakesCommonJs ? (name === 'default' ? members?.[0] : name) : undefined;
      for (const unit of declared.get('*module') ?? [])
        this.#reads.add(unit, wanted === undefined ? undefined : [wanted]);
      for (const unit of outline.units)
        if (unit.names[0]?.startsWith('*exports.') && (wanted === undefined || unit.names[0] === `*exports.${wanted}`))
          this.#take(path, unit);
    }
  }

  #note(path: string, names: readonly string[] | undefined): void {
    const known = this.#usedNames.get(path);
    if (known === 'all') return;
    if (names === undefined) this.#usedNames.set(path, 'all');
    else this.#usedNames.set(path, new Set([...(known ?? []), ...names]));
  }

  #useExport(
    path: string,
    { name, local, from, imported, at }: ExportSite,
    wanted: string,
    members?: readonly string[],
  ): void {
    if (this.#settings.stripped(path).includes(name)) return;
    if (from === undefined) {
      if (local !== undefined) this.#useName(path, { name: local, at, ...(members ? { path: members } : {}) });
      return;
    }
    const inner = name === '*' ? wanted : (imported ?? name);
    this.#jobs.push(() => {
      for (const target of this.#settings.links.resolve(from, path)) {
        this.#load(target, { path, at });
        if (inner !== '*') this.#useNames(target, [inner], members);
        else if (this.#settings.bundler.shakesNamespaces && members && members.length > 0)
          this.#useNames(target, members.slice(0, 1), members.slice(1));
        else this.#useNames(target, undefined);
      }
    });
  }
}
