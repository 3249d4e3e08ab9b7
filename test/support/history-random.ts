import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { key } from './history.ts';

/** One step of a history. Numbers pick among what there is then. */
export type Step =
  | { readonly kind: 'write'; readonly branch: number; readonly path: number; readonly keys: readonly number[] }
  | { readonly kind: 'move' | 'copy'; readonly branch: number; readonly path: number; readonly to: number }
  | { readonly kind: 'remove'; readonly branch: number; readonly path: number }
  /** The tree of an earlier commit again. */
  | { readonly kind: 'revert'; readonly branch: number; readonly to: number }
  | { readonly kind: 'branch'; readonly branch: number; readonly from: number }
  /** With a file that neither side had, where `keys` are given. */
  | {
      readonly kind: 'merge';
      readonly branch: number;
      readonly other: number;
      readonly ours: boolean;
      readonly keys: readonly number[];
    }
  /** The last commit again, with another file; the one before is left to nobody. */
  | { readonly kind: 'amend'; readonly branch: number; readonly path: number; readonly keys: readonly number[] }
  | { readonly kind: 'push' | 'tag'; readonly branch: number };

const small = fc.nat(5);
const keys = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 });
const branch = fc.nat(2);

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('write' as const), branch, path: small, keys }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constantFrom('move' as const, 'copy' as const), branch, path: small, to: small }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), branch, path: small }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('revert' as const), branch, to: fc.nat(20) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('branch' as const), branch, from: branch }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('merge' as const), branch, other: branch, ours: fc.boolean(), keys }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('amend' as const), branch, path: small, keys }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('push' as const, 'tag' as const), branch }) },
  ),
  { minLength: 3, maxLength: 18 },
);

type Tree = ReadonlyMap<string, string>;
interface Made {
  readonly mark: number;
  readonly tree: Tree;
  readonly parents: readonly number[];
}

const nameOf = (path: number): string => `${path % 2 === 0 ? 'a/' : ''}${path}.txt`;
const text = (numbers: readonly number[], salt: number): string =>
  `${numbers.map((number) => `k = ${key(number)}\n`).join('')}${salt % 3}\n`;

/**
 * Makes the history in an empty repository, all at once. Times of commits repeat, so that ids decide the order.
 * @returns how many commits there are
 */
export function build(folder: string, history: readonly Step[]): number {
  const made: Made[] = [];
  const stream: string[] = [];
  const tips = new Map<number, Made>();
  const refs = new Map<string, number>();
  const commit = (tree: Tree, parents: readonly number[]): Made => {
    const mark = made.length + 1;
    const when = `Ada <ada@example.org> ${1_700_000_000 + 60 * Math.floor(mark / 3)} +0000`;
    const files = [...tree].map(([path, content]) => `M 100644 inline ${path}\ndata ${content.length}\n${content}\n`);
    const [from, ...merged] = parents;
    stream.push(
      `reset refs/heads/building\n${from === undefined ? '' : `from :${from}\n`}\n`,
      `commit refs/heads/building\nmark :${mark}\nauthor ${when}\ncommitter ${when}\ndata ${`${mark}`.length}\n${mark}\n`,
      ...(from === undefined ? [] : [`from :${from}\n`]),
      ...merged.map((parent) => `merge :${parent}\n`),
      'deleteall\n',
      ...files,
      '\n',
    );
    const one = { mark, tree, parents };
    made.push(one);
    return one;
  };
  const start = commit(new Map([['start.txt', 'start\n']]), []);
  const tip = (number: number): Made => tips.get(number) ?? start;
  for (const [index, step] of history.entries()) {
    const before = tip(step.branch);
    const tree = new Map(before.tree);
    const add = (next: Tree, parents: readonly number[] = [before.mark]) =>
      tips.set(step.branch, commit(next, parents));
    switch (step.kind) {
      case 'write':
        add(tree.set(nameOf(step.path), text(step.keys, index)));
        break;
      case 'move':
      case 'copy': {
        const content = tree.get(nameOf(step.path));
        if (content === undefined) break;
        if (step.kind === 'move') tree.delete(nameOf(step.path));
        add(tree.set(nameOf(step.to), content));
        break;
      }
      case 'remove':
        if (tree.delete(nameOf(step.path))) add(tree);
        break;
      case 'revert':
        add((made[step.to % made.length] as Made).tree);
        break;
      case 'branch':
        tips.set(step.branch, tip(step.from));
        break;
      case 'merge': {
        const other = tip(step.other);
        if (other === before) break;
        const merged = step.ours ? tree : new Map([...other.tree, ...tree]);
        if (step.keys.length > 0) merged.set('evil.txt', text(step.keys, index));
        add(merged, [before.mark, other.mark]);
        break;
      }
      case 'amend':
        if (before === start) break;
        add(tree.set(nameOf(step.path), text(step.keys, index)), before.parents);
        break;
      case 'push':
        refs.set(`refs/remotes/origin/${step.branch}`, before.mark);
        break;
      case 'tag':
        refs.set(`refs/tags/t${index}`, before.mark);
        break;
    }
  }
  refs.set('refs/heads/main', tip(0).mark);
  for (const [number, { mark }] of tips) if (number > 0) refs.set(`refs/heads/b${number}`, mark);
  for (const [name, mark] of refs) stream.push(`reset ${name}\nfrom :${mark}\n\n`);
  const git = (args: readonly string[], input = '') => execFileSync('git', args, { cwd: folder, input, stdio: 'pipe' });
  git(['init', '-q', '-b', 'main', '.']);
  git(['fast-import', '--quiet', '--force'], stream.join(''));
  git(['update-ref', '-d', 'refs/heads/building']);
  return made.length;
}
