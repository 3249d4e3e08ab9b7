import type { CallSetting, Known, Setting, SettingEntry, Settings } from '../../syntax/outline/index.ts';
import { readSettings } from '../../syntax/outline/index.ts';
import type { App } from '../shape.ts';
import { givenFor } from './given.ts';
import { knownInBuilds } from './known.ts';
import { textsIn } from './parts.ts';
import { besideOf, buildPrograms } from './programs.ts';

/** A setting, and the program that it stands in. */
export interface At<T extends Setting = Setting> {
  readonly path: string;
  readonly setting: T;
}

/** A member of a table; without a key where that is computed. */
export interface Member {
  readonly key?: string;
  readonly computed?: At;
  readonly value: At;
}

const mostDepth = 16;
/** Steps that one question may take, and all of one application: settings may lead in circles and fan out. */
const mostSteps = 2_000;
const mostStepsInAll = 100_000;

/** Follows the settings of an application through names and modules. */
export class Follower {
  readonly #app: App;
  readonly #known: Known;
  readonly #settings = new Map<string, Settings | undefined>();
  #steps = 0;
  #stepsInAll = 0;
  /** What is being opened: `config = { ...config }` is made of what it was before. */
  readonly #inside = new Set<Setting>();

  constructor(app: App) {
    this.#app = app;
    this.#known = knownInBuilds(app);
    for (const { path, settings } of buildPrograms(app)) this.#settings.set(path, settings);
  }

  #of(path: string): Settings | undefined {
    if (!this.#settings.has(path))
      this.#settings.set(path, readSettings(this.#app.tree.read(path) ?? '', path, this.#known));
    return this.#settings.get(path);
  }

  /** Counts a step; false where there have been too many. A question starts at no depth. */
  #mayGo(depth: number): boolean {
    if (depth === 0) this.#steps = 0;
    this.#steps++;
    this.#stepsInAll++;
    return depth <= mostDepth && this.#steps <= mostSteps && this.#stepsInAll <= mostStepsInAll;
  }

  /** What a setting is in the end: no name, no choice and no module. Calls stay, functions too. */
  open({ path, setting }: At, depth = 0): At[] {
    if (!this.#mayGo(depth)) return [];
    if (setting.kind === 'either') return setting.of.flatMap((each) => this.open({ path, setting: each }, depth + 1));
    if (setting.kind === 'module') return this.#module(path, setting.specifier, setting.path, depth);
    if (setting.kind === 'name') return this.#name({ path, setting }, depth);
    if (setting.kind === 'call') return this.#call({ path, setting }, depth);
    return [{ path, setting }];
  }

  #name({ path, setting }: At<Extract<Setting, { kind: 'name' }>>, depth: number): At[] {
    const settings = this.#of(path);
    const imported = settings?.imports.get(setting.name);
    if (imported) {
      const steps = imported.imported === '*' ? setting.path : [imported.imported, ...setting.path];
      return this.#module(path, imported.specifier, steps, depth);
    }
    const declared = settings?.declared
      .get(setting.name)
      ?.filter((each) => each.start > setting.start || each.end < setting.end || each.kind !== 'name')
      .map((each): At => ({ path, setting: each }));
    const found = declared ?? givenFor(this.#app, path, setting);
    return found.flatMap((each) => this.#member(each, setting.path, depth + 1));
  }

  /** A call stands for what it hands through: `defineConfig({…})`, `Object.assign({}, …)`, a function of the project. */
  #call({ path, setting }: At<Extract<Setting, { kind: 'call' }>>, depth: number): At[] {
    const { callee, given, path: steps } = setting;
    const file = /(?:readFileSync|readFile|readJsonSync|require|fetch)$/.test(callee)
      ? this.#file({ path, setting })
      : undefined;
    if (file !== undefined) return this.#module(file, undefined, ['default', ...steps], depth);
    if (
      /^(?:JSON\.parse|Object\.freeze|structuredClone|defineConfig|defineRollupSwcOption|mergeConfig|merge|Object\.assign)$/.test(
        callee,
      )
    )
      return given.flatMap((each) => this.#member({ path, setting: each }, steps, depth + 1));
    if (callee.endsWith('.reduce') && given[1])
      return [given[1], ...this.#listedBy(setting)].flatMap((each) =>
        this.#member({ path, setting: each }, steps, depth + 1),
      );
    if (callee.endsWith('.toString') && setting.on)
      return this.#member({ path, setting: setting.on }, steps, depth + 1);
    const own = this.#functionsCalled({ path, setting }, depth);
    const returned = own.flatMap(({ path: at, setting: each }) =>
      each.kind === 'function' ? each.returns.map((setting) => ({ path: at, setting })) : [],
    );
    return returned.length > 0 ? returned.flatMap((each) => this.#member(each, steps, depth + 1)) : [{ path, setting }];
  }

  /** The objects of which the names are gone through: `Object.keys(env).filter(…)`. */
  #listedBy({ on }: CallSetting): readonly Setting[] {
    if (on?.kind !== 'call') return [];
    return /^Object\.(?:keys|entries)$/.test(on.callee) ? on.given : this.#listedBy(on);
  }

  /** The functions of the project that a call may mean: `forClient()`, `vars.forClient()`. */
  #functionsCalled({ path, setting: { callee, on } }: At<CallSetting>, depth: number): At[] {
    const [start = '', ...steps] = callee.split('.');
    if (!/^[\w$.]+$/.test(callee) || (steps.length > 0 && on?.kind !== 'name' && on?.kind !== 'module')) return [];
    return this.#name({ path, setting: { kind: 'name', name: start, path: steps, start: 0, end: 0 } }, depth + 1);
  }

  /** The file of JSON that a call reads. */
  #file({ path, setting }: At<Extract<Setting, { kind: 'call' }>>): string | undefined {
    for (const text of textsIn(setting)) {
      const found = /\.json$/.test(text)
        ? (besideOf(this.#app.tree, path, text) ?? besideOf(this.#app.tree, `${this.#app.folder}/x`, text))
        : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What a module offers under some names. */
  #module(from: string, specifier: string | undefined, steps: readonly string[], depth: number): At[] {
    if (depth > mostDepth || (specifier !== undefined && !/^[./]/.test(specifier))) return [];
    const path = specifier === undefined ? from : besideOf(this.#app.tree, from, specifier);
    const settings = path === undefined ? undefined : this.#of(path);
    if (path === undefined || !settings) return [];
    const [name = '*module', ...rest] = steps;
    const direct = settings.exported.get(name);
    if (direct) return this.#member({ path, setting: direct }, rest, depth + 1);
    const whole =
      settings.exported.get('*module') ?? (path.endsWith('.json') ? settings.exported.get('default') : undefined);
    if (whole)
      return this.#member({ path, setting: whole }, name === 'default' || name === '*module' ? rest : steps, depth + 1);
    return (settings.declared.get(name) ?? []).flatMap((setting) => this.#member({ path, setting }, rest, depth + 1));
  }

  /** A member of what a setting stands for. */
  #member(at: At, steps: readonly string[], depth: number): At[] {
    const { kind } = at.setting;
    // The members of a module may be offered one by one.
    if (steps.length > 0 && (kind === 'name' || kind === 'module'))
      return depth > mostDepth
        ? []
        : this.open({ path: at.path, setting: { ...at.setting, path: [...at.setting.path, ...steps] } }, depth + 1);
    const opened = this.open(at, depth);
    const [step, ...rest] = steps;
    if (step === undefined) return opened;
    return opened.flatMap((each): At[] => {
      const { setting, path } = each;
      if (setting.kind === 'call') return [{ path, setting: { ...setting, path: [...setting.path, ...steps] } }];
      if (setting.kind === 'list')
        return setting.items.flatMap((item, index) =>
          step === '*' || step === String(index) ? this.#member({ path, setting: item }, rest, depth + 1) : [],
        );
      if (setting.kind !== 'table') return [];
      return this.membersOf({ path, setting }, depth + 1)
        .filter(({ key }) => key === step || step === '*')
        .flatMap(({ value }) => this.#member(value, rest, depth + 1));
    });
  }

  /** The members of a table with those spread into it and those it is given later; of what is no table none. */
  membersOf(at: At, depth = 0): Member[] {
    if (!this.#mayGo(depth)) return [];
    return this.open(at, depth).flatMap(({ path, setting }): Member[] => {
      if (setting.kind !== 'table' || this.#inside.has(setting)) return [];
      const own = (entry: SettingEntry): Member => ({
        ...(entry.key === undefined ? {} : { key: entry.key }),
        ...(entry.computed ? { computed: { path, setting: entry.computed } } : {}),
        value: { path, setting: entry.value },
      });
      this.#inside.add(setting);
      const others = setting.others.flatMap((each) => this.membersOf({ path, setting: each }, depth + 1));
      this.#inside.delete(setting);
      return [...others, ...setting.entries.map(own), ...this.#addedTo(path, setting).map(own)];
    });
  }

  /** The members that the statements of a function give to tables, by what is written for the table. */
  addedWithin({ path, setting }: At): { readonly table: string; readonly member: Member }[] {
    return [...(this.#of(path)?.added ?? [])].flatMap(([table, entries]) =>
      entries
        .filter(({ start, end }) => start >= setting.start && end <= setting.end)
        .map(({ key, value }) => ({
          table,
          member: { ...(key === undefined ? {} : { key }), value: { path, setting: value } },
        })),
    );
  }

  #addedTo(path: string, table: Setting): readonly SettingEntry[] {
    const settings = this.#of(path);
    if (!settings || settings.added.size === 0) return [];
    return [...settings.added].flatMap(([name, entries]) =>
      (settings.declared.get(name) ?? []).includes(table) ? entries : [],
    );
  }
}
