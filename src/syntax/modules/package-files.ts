import { posix } from 'node:path';
import { parse as parseJsonc } from 'jsonc-parser';
import { decode } from '../text.ts';
import type { ModuleReader } from './modules.ts';

/** An object of a JSON file. */
export type Json = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The texts of a value that is one text, or a list with texts in it. */
export const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');

/** Folders looked at upwards from a file. */
export const highest = 16;

/** A folder and those above it, up to the top of the project. */
export function* upwards(folder: string): Generator<string> {
  let at = folder;
  for (let turns = 0; turns < highest; turns++) {
    yield at;
    if (at === '.' || at === '') return;
    at = posix.dirname(at);
  }
}

/** What was read of each project, by its reader: every import asks for the same few files. */
const kept = new WeakMap<ModuleReader, Map<string, Json>>();
const mostKept = 200;

/** A file of JSON, comments and all; an empty object where it is none. */
export function readJson(file: string, read: ModuleReader): Json {
  let files = kept.get(read);
  if (!files) {
    files = new Map();
    kept.set(read, files);
  }
  const before = files.get(file);
  if (before) return before;
  const json = parsedJson(file, read);
  if (files.size >= mostKept) files.clear();
  files.set(file, json);
  return json;
}

function parsedJson(file: string, read: ModuleReader): Json {
  const bytes = read(file);
  if (!bytes) return {};
  try {
    const config: unknown = parseJsonc(decode(bytes).text, [], { allowTrailingComma: true });
    return isObject(config) ? config : {};
  } catch {
    return {};
  }
}

/** `@/*` stands for these paths from the top, each with at most one `*`. */
export interface Alias {
  readonly pattern: string;
  readonly targets: readonly string[];
}

/** The paths an alias gives for a specifier; none where it does not fit. */
export function expand({ pattern, targets }: Alias, specifier: string): string[] {
  const star = pattern.indexOf('*');
  if (star < 0) return specifier === pattern ? [...targets] : [];
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  if (!specifier.startsWith(head) || !specifier.endsWith(tail) || specifier.length < head.length + tail.length)
    return [];
  const rest = specifier.slice(head.length, specifier.length - tail.length);
  return targets.map((target) => target.replace('*', () => rest));
}

/** The paths of a target that may depend on conditions, from the folder of the package. */
export const targetsOf = (target: unknown, folder: string, depth = 0): string[] =>
  isObject(target) && depth < 4
    ? Object.values(target).flatMap((each) => targetsOf(each, folder, depth + 1))
    : textsOf(target)
        .filter((each) => each.startsWith('.'))
        .map((each) => posix.join(folder, each));
