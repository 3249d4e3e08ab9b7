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
import type { Bundler } from '../shape.ts';
import { hasParts, type Part, partsOf } from './parts.ts';
import { specifiersIn } from './specifiers.ts';

/** A file as a bundler takes it in. */
export type Module =
  /** Told apart by statements. */
  | { readonly kind: 'program'; readonly outline: Outline }
  /** A component or page: its scripts and its markup stand or fall together. */
  | { readonly kind: 'component'; readonly outline: Outline; readonly remarks?: readonly Range[] }
  /** Named members may be taken alone. */
  | { readonly kind: 'json'; readonly members: ReadonlyMap<string, Range> }
  /** Taken whole, but for comments that a minifier drops. */
  | { readonly kind: 'asset'; readonly remarks?: readonly Range[] };

/** Reads a module with all that is written in it. */
export const asWritten: Reading = {
  known: {},
  pure: { constructors: 'collections', functions: 'none', wrappers: true, reads: true, enums: true, decorators: false },
  dropsBranches: true,
  dropsLocals: false,
  foldsTexts: 'nothing',
  foldsConstants: true,
};

const asset: Module = { kind: 'asset' };
const empty: Outline = { directives: [], imports: [], exports: [], units: [], comments: [], commonJs: false };

/**
 * Reads a file as a bundler does.
 * @param takes the parts of a component or page that count; all by default
 */
export function readModule(
  path: string,
  text: string,
  reading: Reading,
  takes: (part: Part) => boolean = () => true,
): Module {
  if (/\.(?:json|jsonc|json5)$/.test(path))
    return /^\s*\[/.test(text) ? asset : { kind: 'json', members: membersOf(text) };
  if (/\.(?:css|scss|sass|less|styl|pcss)$/.test(path))
    return { kind: 'asset', remarks: remarksIn(text, styleRemarks) };
  if (hasParts(path)) {
    const outline = outlineOfParts(path, text, reading, takes);
    return { kind: 'component', outline, ...(isPage(path) ? { remarks: remarksIn(text, pageRemarks) } : {}) };
  }
  const outline = readOutline(text, path, reading);
  return outline ? { kind: 'program', outline } : asset;
}

/** Whether a place is in a comment of a page or a style sheet that the minifier drops. */
export function isDropped(module: Module, bundler: Bundler, start: number, end: number): boolean {
  if (module.kind !== 'asset' && module.kind !== 'component') return false;
  const keeps = module.kind === 'asset' ? bundler.keepsStyleComments : bundler.keepsPageComments;
  return !keeps && (module.remarks ?? []).some((each) => start >= each.start && end <= each.end);
}

const isPage = (path: string): boolean => /\.x?html?$/i.test(path);
/** Comments of style sheets, but those that ask to stay. */
const styleRemarks = /\/\*(?!!)[\s\S]*?(?:\*\/|$)/g;
/** Comments of pages and of their templates, but conditions of old browsers. */
const pageRemarks = /<!--(?!\[if)[\s\S]*?(?:-->|$)|<%(?:#|--|\s{0,20}\/[/*])[\s\S]*?(?:%>|$)/g;

const remarksIn = (text: string, remark: RegExp): Range[] =>
  [...text.matchAll(remark)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

function outlineOfParts(path: string, text: string, reading: Reading, takes: (part: Part) => boolean): Outline {
  const parts = partsOf(path, text).filter(takes);
  const markup = parts.filter(({ kind }) => kind === 'markup' || kind === 'style' || kind === 'matter');
  const shown: Unit[] = markup.map((part) => ({
    start: part.start,
    end: part.end,
    names: [],
    uses: part.kind === 'markup' ? wordsIn(text, part) : [],
    loads: isPage(path) ? pageLoads(text, part) : [],
    pure: false,
    texts: [part],
    handed: [],
    serverParts: [],
  }));
  const scripts = parts.filter(({ kind }) => kind === 'script' || kind === 'frontmatter');
  const outlines = scripts.map((part) => {
    // Blanks keep the offsets of the file.
    const source = text.slice(0, part.start).replace(/[^\n]/g, ' ') + text.slice(part.start, part.end);
    return readOutline(source, `part${part.ending}`, reading) ?? empty;
  });
  const compiled = /\.(?:vue|svelte)$/.test(path);
  return {
    directives: [],
    imports: outlines.flatMap(({ imports }) => imports),
    // A component is its default export.
    exports: outlines.flatMap(({ exports }) => exports),
    units: [
      ...outlines.flatMap(({ units, exports }, index) => {
        // What a component itself offers stays; so does everything of a page.
        const offered = new Set(compiled ? offeredBy(path, scripts[index], exports) : []);
        const stays = ({ names }: Unit): boolean => !compiled || names.some((name) => offered.has(name));
        return units.map((unit) => (unit.pure && stays(unit) ? { ...unit, pure: false } : unit));
      }),
      ...shown,
    ],
    comments: outlines.flatMap(({ comments }) => comments),
    commonJs: false,
  };
}

/** The names of a script that belong to the component: its properties in Svelte, its options in Vue. */
function offeredBy(path: string, part: Part | undefined, exports: readonly ExportSite[]): string[] {
  const all = path.endsWith('.svelte') && !/\bmodule\b/.test(part?.attributes ?? '');
  return exports.filter(({ name }) => all || name === 'default').flatMap(({ local }) => local ?? []);
}

/** The names markup may mean: words, and components written with dashes. */
function wordsIn(text: string, { start, end }: Range): Use[] {
  const uses: Use[] = [];
  for (const { 0: word, index } of text.slice(start, end).matchAll(/[A-Za-z_$][\w$]*(?:-[\w$]+)*/g)) {
    const at = start + index;
    const member = /^\.([A-Za-z_$][\w$]*)/.exec(text.slice(at + word.length, at + word.length + 60))?.[1];
    uses.push({ name: word, at, ...(member ? { member, path: [member] } : {}) });
    if (word.includes('-')) {
      uses.push({ name: word.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()), at });
      for (const piece of word.split('-')) uses.push({ name: piece, at });
    }
  }
  return uses;
}

/** What a page loads: a name without a dot is one beside it. */
const pageLoads = (text: string, { start, end }: Range): Load[] =>
  specifiersIn(text.slice(start, end)).map(({ text: name, at }) => ({
    kind: 'import',
    specifier: pageSpecifier(name),
    at: start + at,
  }));

/** How a page's address is written as an import. */
export const pageSpecifier = (name: string): string =>
  /^[\w-]/.test(name) && !name.includes(':') ? `./${name}` : name;

/** The members of the outermost object, with the places of their values. */
function membersOf(text: string): ReadonlyMap<string, Range> {
  const members = new Map<string, Range>();
  let depth = 0;
  let key: string | undefined;
  let from = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\],:]/gs)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') {
      depth--;
      if (depth === 0 && key !== undefined) members.set(key, { start: from, end: index });
    } else if (depth !== 1) continue;
    else if (token === ',') {
      if (key !== undefined) members.set(key, { start: from, end: index });
      key = undefined;
    } else if (token === ':') from = index;
    else if (key === undefined) key = token.slice(1, -1);
  }
  return members;
}
