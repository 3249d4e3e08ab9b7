import { isCall, tidied } from '../../syntax/outline/index.ts';
import type { Place } from '../place.ts';
import type { Tree } from '../tree.ts';
import { type JsonPath, pathInJson, reads } from './json-path.ts';
import { keyAt } from './matter.ts';

/** A place in a file that code reads as data: a document with settings at its top, or JSON. */
export class PlaceInFile {
  readonly #place: Place;
  readonly #tree: Tree;
  #json: JsonPath | undefined;

  constructor(place: Place, tree: Tree) {
    this.#place = place;
    this.#tree = tree;
  }

  /**
   * Whether what code reads of the file takes in the place: of JSON its members, of a document its text or its settings.
   * @param read the members that are read, one of the other
   */
  isReadAs(read: readonly string[]): boolean {
    const { path, start } = this.#place;
    if (path.endsWith('.json')) return this.isInData(read);
    const [part, key] = tidied(read);
    const text = this.#tree.read(path) ?? '';
    const matter = /^---\r?\n[\s\S]*?\n---/.exec(text)?.[0].length ?? 0;
    if (part === 'content' || part === 'body') return start >= matter;
    if (part !== 'data' && part !== 'attributes') return true;
    return start < matter && (key === undefined || isCall(key) || key === '*' || keyAt(text, 0, start) === key);
  }

  /** Whether members of JSON hold the place. */
  isInData(read: readonly string[]): boolean {
    this.#json ??= pathInJson(this.#tree.read(this.#place.path) ?? '', this.#place.start);
    return reads(tidied(read), this.#json);
  }
}
