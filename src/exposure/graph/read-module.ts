import {
  type Outline,
  type Range,
  type Reading,
  readOutline,
  type Unit,
  type Use,
} from '../../syntax/outline/index.ts';
import type { Bundler } from '../shape.ts';
import { deadStyles } from './dead-styles.ts';
import { hasParts, type Part, partsOf } from './parts.ts';
import { readComponent } from './read-component.ts';

/** A file as a bundler takes it in. */
export type Module =
  /** Told apart by statements. */
  | { readonly kind: 'program'; readonly outline: Outline }
  /** A component or page: its scripts and its markup stand or fall together. */
  | ({ readonly kind: 'component'; readonly outline: Outline } & Remarks)
  /** Named members may be taken alone. */
  | { readonly kind: 'json'; readonly members: ReadonlyMap<string, Range> }
  /** Taken whole, but for comments that a minifier drops. */
  | ({ readonly kind: 'asset' } & Remarks);

/** Comments of a page, or of which no compiler keeps any; and those of its styles. */
interface Remarks {
  readonly remarks?: readonly Range[];
  readonly styleRemarks?: readonly Range[];
}

/** Reads a module with all that is written in it. */
const asWritten: Reading = {
  known: {},
  asksHanded: true,
  pure: { constructors: 'collections', functions: 'none', wrappers: true, reads: true, enums: true, decorators: false },
  dropsBranches: true,
  dropsLocals: false,
  foldsTexts: 'nothing',
  foldsConstants: true,
};

/** What a server knows when it runs what a browser runs too. */
const known: Readonly<Record<string, string | boolean>> = {
  'import.meta.env.SSR': true,
  'import.meta.server': true,
  'import.meta.client': false,
  'process.server': true,
  'process.client': false,
  'process.browser': false,
  'typeof window': 'undefined',
  browser: false,
};
const readings = new WeakMap<Reading, Reading>();

/** How the server of an application reads a module: with all that is written in it but what only development runs. */
export function onServer(bundler: Reading): Reading {
  const found = readings.get(bundler);
  if (found) return found;
  const own = Object.entries(known).filter(([name]) => Object.hasOwn(bundler.known, name));
  const reading = {
    ...asWritten,
    // A server that serves visitors is not being debugged.
    known: { 'process.env.DEBUG': '', ...bundler.known, ...Object.fromEntries(own) },
    ...(bundler.dropsTags ? { dropsTags: bundler.dropsTags } : {}),
  };
  readings.set(bundler, reading);
  return reading;
}

const asset: Module = { kind: 'asset' };

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
  if (/\.(?:css|scss|sass|less|styl|pcss)$/.test(path)) {
    const styleRemarks = remarksIn(text, styleRemark);
    return { kind: 'asset', styleRemarks, ...(path.endsWith('.css') ? {} : { remarks: remarksIn(text, lineRemark) }) };
  }
  if (hasParts(path)) {
    const outline = readComponent(path, text, reading, takes);
    return isPage(path)
      ? { kind: 'component', outline, remarks: remarksIn(text, pageRemark) }
      : { kind: 'component', outline, styleRemarks: [...styleRemarksOf(path, text), ...unusedStyles(path, text)] };
  }
  const outline = readOutline(text, path, reading);
  return outline ? { kind: 'program', outline } : asset;
}

/** Whether a place is in a comment of a page or a style sheet that a compiler or minifier drops. */
export function isDropped(module: Module, bundler: Bundler, isEntry: boolean, start: number, end: number): boolean {
  if (module.kind !== 'asset' && module.kind !== 'component') return false;
  const { keepsPageComments: keeps, keepsStyleComments } = bundler;
  const dropped = [
    ...(module.kind === 'component' && (keeps === true || (keeps === 'entries' && isEntry))
      ? []
      : (module.remarks ?? [])),
    ...(keepsStyleComments ? [] : (module.styleRemarks ?? [])),
  ];
  return dropped.some((each) => start >= each.start && end <= each.end);
}

const isPage = (path: string): boolean => /\.x?html?$/i.test(path);
/** Comments of style sheets, but those that ask to stay. */
const styleRemark = /\/\*(?!!)[\s\S]*?(?:\*\/|$)/g;
/** Comments of pages and of their templates, but conditions of old browsers. */
const lineRemark = /(?<=^|\s)\/\/[^\n]*/g;
const pageRemark = /<!--(?!\[if)[\s\S]*?(?:-->|$)|<%(?:#|--|\s{0,20}\/[/*])[\s\S]*?(?:%>|$)/g;

const styleRemarksOf = (path: string, text: string): Range[] =>
  partsOf(path, text)
    .filter(({ kind }) => kind === 'style')
    .flatMap(({ start, end }) =>
      remarksIn(text.slice(start, end), styleRemark).map((each) => ({
        start: start + each.start,
        end: start + each.end,
      })),
    );

/** The compiler of Svelte makes comments of them. */
const unusedStyles = (path: string, text: string): Range[] =>
  path.endsWith('.svelte') ? deadStyles(text, partsOf(path, text)) : [];

const remarksIn = (text: string, remark: RegExp): Range[] =>
  [...text.matchAll(remark)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

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

/** The constant that `export default config` offers. */
export const standsFor = (name: string, { uses, texts, value }: Unit): Use | undefined =>
  name === '*default' && texts.length === 0 && uses.length === 1 && value?.names.length === 1 && !uses[0]?.member
    ? uses[0]
    : undefined;
