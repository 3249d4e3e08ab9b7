import type { ExportSite, Handed, ImportBinding, ImportSite, Outline, Unit } from '../../syntax/outline/index.ts';

/** The names of a module, each with what it stands for. */
export interface NameIndex {
  readonly declared: ReadonlyMap<string, readonly Unit[]>;
  readonly imported: ReadonlyMap<string, readonly { readonly site: ImportSite; readonly binding: ImportBinding }[]>;
  readonly exported: ReadonlyMap<string, readonly ExportSite[]>;
  /** What variables are assigned, in functions too. */
  readonly assigned: ReadonlyMap<string, readonly Handed[]>;
  /** What is assigned to members of what a server keeps for a request: `event.locals`, `event.context`. */
  readonly locals: readonly Handed[];
}

const known = new WeakMap<Outline, NameIndex>();

/** Indexes an outline once. */
export function namesOf(outline: Outline): NameIndex {
  const found = known.get(outline);
  if (found) return found;
  const sets = outline.units.flatMap(({ handed }) => handed.filter(({ kind }) => kind === 'assigned'));
  const index = {
    declared: groups(outline.units.flatMap((unit) => unit.names.map((name) => [name, unit] as const))),
    imported: groups(
      outline.imports.flatMap((site) => site.bindings.map((binding) => [binding.local, { site, binding }] as const)),
    ),
    exported: groups(outline.exports.map((site) => [site.name, site] as const)),
    assigned: groups(sets.map((each) => [each.by ?? '', each] as const)),
    locals: sets.filter(({ by = '', path }) => isKept(by) || isKept(path?.[0])),
  };
  known.set(outline, index);
  return index;
}

function groups<T>(entries: readonly (readonly [string, T])[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const [name, value] of entries) {
    const group = map.get(name);
    if (group) group.push(value);
    else map.set(name, [value]);
  }
  return map;
}

/** Whether other modules may get at what a statement declares. */
export const offers = ({ exports, commonJs }: Outline, { names }: Unit): boolean =>
  commonJs || names.length === 0 || exports.some(({ local }) => names.includes(local ?? ''));

/** True for the name of what a server keeps for a request. */
export const isKept = (name: string | undefined): name is string => name === 'locals' || name === 'context';

/** True where a module keeps something for a request that other modules read: `event.locals.user = …`. */
export function setsLocals(text: string | undefined, outline: () => Outline | undefined): boolean {
  if (!/\b(?:locals|context)\b[^;\n=]{0,40}\.[^;\n=]{0,80}=/.test(text ?? '')) return false;
  const own = outline();
  return own !== undefined && namesOf(own).locals.length > 0;
}
