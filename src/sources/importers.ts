import { basename, dirname, extname, sep } from 'node:path';
import type { Item, RelayFile, Source } from '../model/index.ts';
import { readSmallFile } from './small-file.ts';

/** Programs that are looked at for imports, the nearest first, and the longest of them. */
const most = { files: 5_000, bytes: 256 << 10, all: 64 << 20 };
/** Files that are looked at again, and files one after the other that give on what another one gives. */
const mostImporters = 400;
const longestChain = 3;

const program = /(?<!\.d)\.(?:[cm]?[jt]sx?|vue|svelte|astro|mdx)$/i;
/** Tests give made-up values to everything. */
const test = /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|e2e|cypress)\/|\.(?:test|spec|stories|e2e|cy)\.\w+$/i;
const installed = /[\\/]node_modules[\\/]/;
const givesOn = /\bexport\b|\bexports\b/;

/** A file that others may import, by the names they may call it. */
interface Target {
  readonly file: string;
  readonly rules: ReadonlySet<string>;
  readonly named: RegExp;
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
  let targets = relays.map(({ file, rules }) => targetOf(file, new Set(rules)));
  for (let turn = 0; turn < longestChain && targets.length > 0 && !signal.aborted; turn++) {
    const next = new Map<string, Set<string>>();
    for (const { item, file, text } of texts(programs)) {
      const wanted = targets.filter((target) => target.file !== file && target.named.test(text));
      const known = asked.get(item) ?? new Set();
      const added = new Set(wanted.flatMap(({ rules }) => [...rules]).filter((rule) => !known.has(rule)));
      if (added.size === 0 || (asked.size >= mostImporters && !asked.has(item))) continue;
      asked.set(item, new Set([...known, ...added]));
      if (givesOn.test(text)) next.set(file, added);
    }
    targets = [...next].map(([file, rules]) => targetOf(file, rules));
  }
  return [...asked].map(([item, rules]) => ({ ...item, asked: [...rules].sort() }));
}

interface ProgramFile {
  readonly item: Item;
  readonly file: string;
}

/** The programs of a source; where they are too many, those that lie nearest to the files. */
async function programsOf(source: Source, relays: readonly RelayFile[], signal: AbortSignal): Promise<ProgramFile[]> {
  const found: ProgramFile[] = [];
  for await (const item of source.items(signal)) {
    if (item.kind !== 'item' || item.place.kind !== 'disk') continue;
    const { file } = item.place;
    const isTest = test.test(item.provenance.path);
    if (program.test(file) && !installed.test(file) && !isTest) found.push({ item, file });
  }
  if (found.length <= most.files) return found;
  const folders = [...new Set(relays.map(({ file }) => dirname(file)))].slice(0, mostImporters);
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

function* texts(programs: readonly ProgramFile[]): Generator<ProgramFile & { readonly text: string }> {
  let characters = 0;
  for (const each of programs) {
    if (characters > most.all) return;
    const text = readSmallFile(each.file, most.bytes);
    if (text === undefined) continue;
    characters += text.length;
    yield { ...each, text };
  }
}

/** How imports end that may name a file: by its name, or for an index file by its folder's, or the one above `src`. */
function targetOf(file: string, rules: ReadonlySet<string>): Target {
  const stem = basename(file, extname(file));
  const folder = basename(dirname(file));
  const above = basename(dirname(dirname(file)));
  const inner = /^(?:src|lib|source|dist)$/.test(folder);
  const names = [stem, ...(stem === 'index' ? [folder, ...(inner ? [above] : [])] : [])];
  const listed = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  return {
    file,
    rules,
    named: new RegExp(`[/#@~](?:${listed})(?:/index)?(?:\\.[cm]?[jt]sx?|\\.vue|\\.svelte)?['"\`]`),
  };
}
