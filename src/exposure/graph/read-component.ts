import {
  type ExportSite,
  type Load,
  type Outline,
  type Range,
  type Reading,
  readOutline,
  type Unit,
  type Use,
} from '../../syntax/outline/index.ts';
import { shownOf } from './dead-markup.ts';
import { type Part, partsOf } from './parts.ts';
import { specifiersIn } from './specifiers.ts';

const empty: Outline = { directives: [], imports: [], exports: [], units: [], comments: [], commonJs: false };
/** What a compiler makes of a component: a function that goes where nothing uses it. */
const component = '*component';

/**
 * Reads a component or a page: its scripts as programs, its markup as a unit that uses every name it may mean.
 * @param takes the parts that count
 */
export function readComponent(path: string, text: string, reading: Reading, takes: (part: Part) => boolean): Outline {
  const parts = partsOf(path, text).filter(takes);
  const page = /\.x?html?$/i.test(path);
  const compiled = /\.(?:vue|svelte)$/.test(path);
  const scripts = parts.filter(({ kind }) => kind === 'script' || kind === 'frontmatter');
  const outlines = scripts.map((part) => {
    // Blanks keep the offsets of the file.
    const source = text.slice(0, part.start).replace(/[^\n]/g, ' ') + text.slice(part.start, part.end);
    return readOutline(source, `part${part.ending}`, reading) ?? empty;
  });
  const markup = shownOf(path, text, parts, reading).filter(
    ({ kind }) => kind === 'markup' || kind === 'style' || kind === 'matter',
  );
  const shown: Unit[] = markup.map((part) => ({
    start: part.start,
    end: part.end,
    // Styles are taken in with the module, whatever is used of it.
    names: compiled && part.kind === 'markup' ? [component] : [],
    uses: part.kind === 'markup' ? usesOf(path, wordsIn(text, part), outlines) : [],
    loads: page ? pageLoads(text, part) : compiled && part.kind === 'markup' ? lazyLoads(text, part) : [],
    pure: compiled && part.kind === 'markup',
    texts: [part],
    handed: [],
    routes: [],
    mounts: [],
    serverParts: [],
  }));
  const units = [
    ...outlines.flatMap((outline, index) =>
      compiled ? ownUnits(path, scripts[index] as Part, outline) : outline.units,
    ),
    ...shown,
  ];
  return {
    directives: [],
    imports: outlines.flatMap(({ imports }) => imports),
    exports: [
      ...outlines.flatMap(({ exports }) => exports),
      ...(compiled ? [{ name: 'default', local: component, at: 0 }] : []),
    ],
    units: path.endsWith('.svelte') ? units.map(withStores) : compiled ? units : units.map(staying),
    comments: outlines.flatMap(({ comments }) => comments),
    commonJs: false,
  };
}

/** Everything of a page stays. */
const staying = (unit: Unit): Unit => (unit.pure ? { ...unit, pure: false } : unit);

/** The statements of a component's script: what it does and what it offers belongs to the component. */
function ownUnits(path: string, part: Part, { units, exports }: Outline): readonly Unit[] {
  const offered = new Set(offeredBy(path, part, exports));
  // A script of the module runs when it is loaded; one of the component when that is shown.
  const isOfModule = path.endsWith('.svelte') ? /\bmodule\b/.test(part.attributes) : !/\bsetup\b/.test(part.attributes);
  const isSetup = path.endsWith('.vue') && !isOfModule;
  return units
    .map((each) => (isSetup ? untold(each) : each))
    .map((unit) =>
      unit.names.some((name) => offered.has(name)) || !(unit.pure || isOfModule)
        ? { ...unit, names: [...unit.names, component], pure: true }
        : unit,
    );
}

/** What the compiler of Vue wraps around `await import(…)` in a setup hides which exports are used. */
function untold(unit: Unit): Unit {
  const hides = ({ kind, form }: Load): boolean =>
    kind === 'import' && (form === 'pattern' || form === 'member' || form === 'variable');
  if (unit.isFunction || !unit.loads.some(hides)) return unit;
  return {
    ...unit,
    loads: unit.loads.map((load) => (hides(load) ? { kind: load.kind, specifier: load.specifier, at: load.at } : load)),
  };
}

/** The names of a script that belong to the component: its properties in Svelte, its options in Vue. */
function offeredBy(path: string, part: Part, exports: readonly ExportSite[]): string[] {
  const all = path.endsWith('.svelte') && !/\bmodule\b/.test(part.attributes);
  return exports.filter(({ name }) => all || name === 'default').flatMap(({ local }) => local ?? []);
}

/** In Svelte `$count` reads the store `count`. */
const withStores = (unit: Unit): Unit => {
  const stores = unit.uses.filter(({ name }) => /^\$[A-Za-z_]/.test(name));
  return stores.length === 0
    ? unit
    : { ...unit, uses: [...unit.uses, ...stores.map(({ name, at }) => ({ name: name.slice(1), at }))] };
};

/** The compiler of Vue unwraps what a setup imports: of that it takes all, whatever member the template names. */
function usesOf(path: string, uses: readonly Use[], outlines: readonly Outline[]): readonly Use[] {
  if (!path.endsWith('.vue')) return uses;
  const imported = new Set(
    outlines
      .flatMap(({ imports }) => imports)
      .filter(({ specifier }) => specifier !== 'vue' && !specifier.endsWith('.vue'))
      .flatMap(({ bindings }) => bindings.filter(({ imported }) => imported !== '*').map(({ local }) => local)),
  );
  return uses.map((use) => (imported.has(use.name) ? { name: use.name, at: use.at } : use));
}

/** The names markup may mean: words, and components written with dashes. */
function wordsIn(text: string, { start, end }: Range): Use[] {
  const uses: Use[] = [];
  for (const { 0: word, index } of text.slice(start, end).matchAll(/[A-Za-z_$][\w$]*(?:-[\w$]+)*/g)) {
    const at = start + index;
    const read = /^(?:\.[A-Za-z_$][\w$]*)+/.exec(text.slice(at + word.length, at + word.length + 200))?.[0] ?? '';
    const [member, ...further] = read.split('.').slice(1);
    // A method is none of a constant's own members.
    const path = text[at + word.length + read.length] === '(' ? further.slice(0, -1) : further;
    uses.push({ name: word, at, ...(member ? { member, path: [member, ...path] } : {}) });
    if (word.includes('-')) {
      uses.push({ name: word.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()), at });
      for (const piece of word.split('-')) uses.push({ name: piece, at });
    }
  }
  return uses;
}

/** What an expression of markup loads: `{#await import('./Chart.svelte') then …}`. */
const lazyLoads = (text: string, { start, end }: Range): Load[] =>
  [...text.slice(start, end).matchAll(/\bimport\s{0,8}\(\s{0,8}(["'`])([^"'`\n{]{1,300})\1/g)].map(
    ({ 2: specifier = '', index }) => ({
      kind: 'import',
      specifier,
      at: start + index,
    }),
  );

/** What a page loads: a name without a dot is one beside it. */
const pageLoads = (text: string, { start, end }: Range): Load[] =>
  specifiersIn(text.slice(start, end)).map(({ text: name, at }) => ({
    kind: 'import',
    names: [],
    form: 'script',
    specifier: pageSpecifier(name),
    at: start + at,
  }));

/** How a page's address is written as an import. */
export const pageSpecifier = (name: string): string =>
  /^[\w-]/.test(name) && !name.includes(':') ? `./${name}` : name;
