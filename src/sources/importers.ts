import { basename, dirname, resolve, sep } from 'node:path';
import type { Item, RelayFile, Source } from '../model/index.ts';
import { readSmallFile } from './small-file.ts';

/** Programs that are looked at for imports, the nearest first, and the longest of them. */
const most = { files: 5_000, bytes: 256 << 10, all: 64 << 20 };
/** Files that are looked at again, and files one after the other that give on what another one gives. */
const mostImporters = 200;
const mostFolders = 24;
const longestChain = 3;

const program = /(?<!\.d)\.(?:[cm]?[jt]sx?|vue|svelte|astro|mdx)$/i;
/** Tests give made-up values to everything. */
const test = /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|e2e|cypress)\/|\.(?:test|spec|stories|e2e|cy)\.\w+$/i;
const installed = /[\\/]node_modules[\\/]/;
const givesOn = /\bexport\b|\bexports\b/;
const imports = /(?:\bfrom|\bimport|\brequire)\s{0,4}\(?\s{0,4}['"]([^'"\s]{1,200})['"]/g;
const ending = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|mdx)$/i;

/** Rules by what names a file that others may import: its path without ending, or how a name of it ends. */
class Targets {
  readonly #rules = new Map<string, Set<string>>();

  get size(): number {
    return this.#rules.size;
  }

  add(file: string, rules: Iterable<string>): void {
    const path = file.replace(ending, '');
    const keys = [path, basename(path)];
    if (basename(path) === 'index') {
      const folder = dirname(path);
      const isInner = /^(?:src|lib|source|dist)$/.test(basename(folder));
      keys.push(folder, basename(folder), ...(isInner ? [basename(dirname(folder))] : []));
    }
    for (const key of keys) this.#rules.set(key, new Set([...(this.#rules.get(key) ?? []), ...rules]));
  }

  /** The rules of all that a file imports, as it names them. */
  rulesOf(file: string, specifiers: readonly string[]): string[] {
    return specifiers.flatMap((specifier) => {
      const name = specifier.replace(/[?#].*$/s, '').replace(ending, '');
      const key = name.startsWith('.') ? resolve(dirname(file), name) : basename(name.replace(/\/index$/, ''));
      return [...(this.#rules.get(key) ?? [])];
    });
  }
}

/**
 * The files of a source that import one of some files, or one that gives on what those give. Each with the rules that are
 * to be asked of it.
 * @param source read from its start
 */
export async function importersOf(
  relays: readonly RelayFile[],
  source: Source,
  signal: AbortSignal,
): Promise<readonly Item[]> {
  const programs = await programsOf(source, relays, signal);
  const asked = new Map<Item, Set<string>>();
  let targets = new Targets();
  for (const { file, rules } of relays) targets.add(file, rules);
  for (let turn = 0; turn < longestChain && targets.size > 0 && !signal.aborted; turn++) {
    const next = new Targets();
    for (const { item, file, specifiers, isGivingOn } of programs) {
      const known = asked.get(item) ?? new Set();
      const added = targets.rulesOf(file, specifiers).filter((rule) => !known.has(rule));
      if (added.length === 0 || (asked.size >= mostImporters && !asked.has(item))) continue;
      asked.set(item, new Set([...known, ...added]));
      if (isGivingOn) next.add(file, added);
    }
    targets = next;
  }
  return [...asked].map(([item, rules]) => ({ ...item, asked: [...rules].sort() }));
}

interface ProgramFile {
  readonly item: Item;
  readonly file: string;
}

/** What a program imports, as it names it. */
interface Importer extends ProgramFile {
  readonly specifiers: readonly string[];
  /** It exports something, which may be what it imports. */
  readonly isGivingOn: boolean;
}

/** The programs of a source that import anything; where they are too many, those that lie nearest to the files. */
async function programsOf(source: Source, relays: readonly RelayFile[], signal: AbortSignal): Promise<Importer[]> {
  const found: ProgramFile[] = [];
  for await (const item of source.items(signal)) {
    if (item.kind !== 'item' || item.place.kind !== 'disk') continue;
    const { file } = item.place;
    const isTest = test.test(item.provenance.path);
    if (program.test(file) && !installed.test(file) && !isTest) found.push({ item, file });
  }
  return [...importers(found.length > most.files ? nearest(found, relays) : found)];
}

function nearest(found: ProgramFile[], relays: readonly RelayFile[]): ProgramFile[] {
  const folders = [...new Set(relays.map(({ file }) => dirname(file)))].sort().slice(0, mostFolders);
  const away = new Map(found.map(({ file }) => [file, Math.min(...folders.map((folder) => distance(folder, file)))]));
  const order = (a: ProgramFile, b: ProgramFile): number =>
    (away.get(a.file) ?? 0) - (away.get(b.file) ?? 0) || (a.file < b.file ? -1 : 1);
  return found.sort(order).slice(0, most.files);
}

/** Folders between two places. */
function distance(folder: string, file: string): number {
  const [one, other] = [folder.split(sep), dirname(file).split(sep)];
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return one.length + other.length - 2 * shared;
}

function* importers(programs: readonly ProgramFile[]): Generator<Importer> {
  let characters = 0;
  for (const each of programs) {
    if (characters > most.all) return;
    const text = readSmallFile(each.file, most.bytes);
    if (text === undefined) continue;
    characters += text.length;
    const specifiers = [...new Set(Array.from(text.matchAll(imports), ([, specifier = '']) => specifier))];
    if (specifiers.length > 0) yield { ...each, specifiers, isGivingOn: givesOn.test(text) };
  }
}
