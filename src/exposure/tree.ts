import { dirname } from 'node:path/posix';
import { parse as parseJsonc } from 'jsonc-parser';
import type { Project } from './project.ts';

export type Json = { readonly [key: string]: unknown };

/** True for an object of JSON. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The texts among the members of a list, or the one text. */
export const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');

/** A project with its folders indexed. Nothing is read before it is asked for. */
export class Tree {
  readonly #project: Project;
  readonly #files: ReadonlySet<string>;
  readonly #json = new Map<string, Json | undefined>();
  #folders: Map<string, string[]> | undefined;

  constructor(project: Project) {
    this.#project = project;
    this.#files = new Set(project.files);
  }

  get files(): readonly string[] {
    return this.#project.files;
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  read(path: string): string | undefined {
    return this.#files.has(path) ? this.#project.read(path) : undefined;
  }

  /** A file of JSON with comments; nothing where it is none or holds no object. */
  json(path: string): Json | undefined {
    if (!this.#json.has(path)) {
      const text = this.read(path);
      const value: unknown = text === undefined ? undefined : parseJsonc(text, [], { allowTrailingComma: true });
      this.#json.set(path, isObject(value) ? value : undefined);
    }
    return this.#json.get(path);
  }

  /** The files that lie in a folder itself; `''` is the top. */
  in(folder: string): readonly string[] {
    this.#folders ??= this.#index();
    return this.#folders.get(folder) ?? [];
  }

  /** The files of a folder and all folders below it. */
  below(folder: string): string[] {
    if (folder === '') return [...this.files];
    const prefix = `${folder}/`;
    return this.files.filter((path) => path.startsWith(prefix));
  }

  #index(): Map<string, string[]> {
    const folders = new Map<string, string[]>();
    for (const path of this.files) {
      const folder = folderOf(path);
      const known = folders.get(folder);
      if (known) known.push(path);
      else folders.set(folder, [path]);
    }
    return folders;
  }
}

/** The folder of a file; `''` for the top. */
export function folderOf(path: string): string {
  const folder = dirname(path);
  return folder === '.' ? '' : folder;
}

/** Folder and name as one path; the folder may be `''`. */
export const under = (folder: string, name: string): string =>
  folder === '' ? name : name === '' ? folder : `${folder}/${name}`;

/** The path from a folder that holds it; nothing for a path outside. */
export function within(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** The folder and every folder above it, nearest first, `''` last. */
export function upwards(folder: string): string[] {
  const folders: string[] = [];
  for (let at = folder; ; at = folderOf(at)) {
    folders.push(at);
    if (at === '') return folders;
  }
}
