import type { Tree } from '../tree.ts';

/**
 * Whether code asks a server for an address, as far as its texts show: `fetch('/api/offers')`, `api.get('/offers')`.
 * @param address `[name]` stands for any segment, `[...name]` for any number of them
 */
function askedFor(address: string, paths: Iterable<string>, tree: Tree): boolean {
  const parts = address.split(/\[{1,2}[^[\]]{0,80}\]{1,2}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const whole = parts.join('[^/\'"`\\s]{1,120}');
  const starts = parts[0] ?? '';
  // A client that knows the root says the rest only.
  const rest = /^\/api(\/.+)$/.exec(whole)?.[1];
  const fits = new RegExp(`['"\`}]${whole}(?:['"\`?#&]|\\$\\{)${rest === undefined ? '' : `|['"\`]${rest}['"\`]`}`);
  for (const path of paths) {
    const text = tree.read(path) ?? '';
    if ((text.includes(starts.replace(/\\/g, '')) || rest !== undefined) && fits.test(text)) return true;
  }
  return false;
}

/** What some modules ask the server for, each address looked for once. */
export class Asked {
  readonly #tree: Tree;
  readonly #by: () => readonly string[];
  readonly #known = new Map<string, boolean>();

  /** @param by the paths of the modules that ask */
  constructor(tree: Tree, by: () => readonly string[]) {
    this.#tree = tree;
    this.#by = by;
  }

  asks(address: string): boolean {
    const known = this.#known.get(address) ?? askedFor(address, this.#by(), this.#tree);
    this.#known.set(address, known);
    return known;
  }
}
