import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { key } from './history.ts';

/** One step of a history. Numbers pick among what there is then. */
export type Step =
  | {
      readonly kind: 'write' | 'link';
      readonly branch: number;
      readonly path: number;
      readonly keys: readonly number[];
      /** In the message. */
      readonly says: readonly number[];
    }
  | { readonly kind: 'move' | 'copy'; readonly branch: number; readonly path: number; readonly to: number }
  | { readonly kind: 'remove' | 'submodule'; readonly branch: number; readonly path: number }
  /** The tree of an earlier commit again. */
  | { readonly kind: 'revert'; readonly branch: number; readonly to: number }
  | { readonly kind: 'branch'; readonly branch: number; readonly from: number }
  /** Of one other branch or of two, with a file that no side had, where `keys` are given. */
  | {
      readonly kind: 'merge';
      readonly branch: number;
      readonly others: readonly number[];
      readonly ours: boolean;
      readonly keys: readonly number[];
    }
  /** The last commit again, with another file; the one before is left to nobody. */
  | { readonly kind: 'amend'; readonly branch: number; readonly path: number; readonly keys: readonly number[] }
  /** What is staged, and what is changed on top of it. */
  | {
      readonly kind: 'stash';
      readonly branch: number;
      readonly path: number;
      readonly keys: readonly number[];
      readonly staged: readonly number[];
    }
  | { readonly kind: 'note'; readonly to: number; readonly ref: number; readonly keys: readonly number[] }
  | { readonly kind: 'push'; readonly branch: number }
  /** With a message of its own where `keys` are given. */
  | { readonly kind: 'tag'; readonly branch: number; readonly keys: readonly number[]; readonly drop: boolean };

const small = fc.nat(5);
const keys = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 });
/** Rarely any. */
const few = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: keys });
const branch = fc.nat(2);
const kind = <K extends Step['kind']>(...kinds: readonly [K, ...K[]]) => fc.constantFrom<K>(...kinds);

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: kind('write'), branch, path: small, keys, says: few }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('link'), branch, path: small, keys, says: few }) },
    { weight: 2, arbitrary: fc.record({ kind: kind('move', 'copy'), branch, path: small, to: small }) },
    { weight: 2, arbitrary: fc.record({ kind: kind('remove'), branch, path: small }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('submodule'), branch, path: small }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('revert'), branch, to: fc.nat(20) }) },
    { weight: 2, arbitrary: fc.record({ kind: kind('branch'), branch, from: branch }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: kind('merge'),
        branch,
        others: fc.array(branch, { minLength: 1, maxLength: 2 }),
        ours: fc.boolean(),
        keys,
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: kind('amend'), branch, path: small, keys }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('stash'), branch, path: small, keys, staged: few }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('note'), to: fc.nat(20), ref: fc.nat(1), keys }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('push'), branch }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('tag'), branch, keys: few, drop: fc.boolean() }) },
  ),
  { minLength: 3, maxLength: 18 },
);

/** What stands at a path: `MODE` and the text, or the id that a submodule names. */
interface Entry {
  readonly mode: '100644' | '120000' | '160000';
  readonly text: string;
}
type Tree = ReadonlyMap<string, Entry>;
interface Made {
  readonly mark: number;
  readonly tree: Tree;
  readonly parents: readonly number[];
}

const nameOf = (path: number): string => `${path % 2 === 0 ? 'a/' : ''}${path}.txt`;
const keysIn = (numbers: readonly number[]): string => numbers.map((number) => `k = ${key(number)}\n`).join('');
const file = (numbers: readonly number[], salt: number): Entry => ({
  mode: '100644',
  text: `${keysIn(numbers)}${salt % 3}\n`,
});
const link = (numbers: readonly number[], salt: number): Entry => ({
  mode: '120000',
  text: `../${[...numbers.map(key), salt % 3].join('/')}`,
});
const submodule: Entry = { mode: '160000', text: 'e'.repeat(40) };
const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

function lineOf(path: string, { mode, text }: Entry): string {
  return mode === '160000' ? `M ${mode} ${text} ${path}\n` : `M ${mode} inline ${path}\n${data(text)}`;
}

/** Writes a history for `git fast-import`. Times of commits repeat, so that ids decide the order. */
class Writer {
  readonly made: Made[] = [];
  readonly stream: string[] = [];
  readonly refs = new Map<string, number>();
  readonly #noted = new Map<string, number>();
  #marks = 0;

  commit(tree: Tree, parents: readonly number[], says: readonly number[] = []): Made {
    const mark = this.#start('refs/heads/building', parents, says);
    this.stream.push('deleteall\n', ...[...tree].map(([path, entry]) => lineOf(path, entry)), '\n');
    const one = { mark, tree, parents };
    this.made.push(one);
    return one;
  }

  note(about: Made, ref: string, text: string): void {
    const before = this.#noted.get(ref);
    this.#noted.set(ref, this.#start(ref, before === undefined ? [] : [before], []));
    this.stream.push(`N inline :${about.mark}\n${data(text)}\n`);
  }

  tag(name: string, at: Made, text: string): void {
    this.stream.push(`tag ${name}\nfrom :${at.mark}\ntagger Ada <ada@example.org> 1700000000 +0000\n${data(text)}`);
  }

  #start(ref: string, [from, ...merged]: readonly number[], says: readonly number[]): number {
    const mark = ++this.#marks;
    const when = `Ada <ada@example.org> ${1_700_000_000 + 60 * Math.floor(mark / 3)} +0000`;
    this.stream.push(
      `reset ${ref}\n${from === undefined ? '' : `from :${from}\n`}\n`,
      `commit ${ref}\nmark :${mark}\nauthor ${when}\ncommitter ${when}\n${data(`${mark}\n\n${keysIn(says)}`)}`,
      ...(from === undefined ? [] : [`from :${from}\n`]),
      ...merged.map((parent) => `merge :${parent}\n`),
    );
    return mark;
  }
}

/** Makes the history in an empty repository, all at once. */
export function build(folder: string, history: readonly Step[]): void {
  const writer = new Writer();
  const { made, refs, stream } = writer;
  const tips = new Map<number, Made>();
  const dropped: string[] = [];
  const start = writer.commit(new Map([['start.txt', { mode: '100644', text: 'start\n' }]]), []);
  const tip = (number: number): Made => tips.get(number) ?? start;
  for (const [index, step] of history.entries()) {
    if (step.kind === 'note') {
      const about = made[step.to % made.length] as Made;
      writer.note(about, step.ref === 0 ? 'refs/notes/commits' : 'refs/notes/deep/er', keysIn(step.keys));
      continue;
    }
    const before = tip(step.branch);
    const tree = new Map(before.tree);
    const add = (next: Tree, parents: readonly number[] = [before.mark], says: readonly number[] = []) =>
      tips.set(step.branch, writer.commit(next, parents, says));
    switch (step.kind) {
      case 'write':
      case 'link': {
        const entry = step.kind === 'link' ? link(step.keys, index) : file(step.keys, index);
        add(tree.set(nameOf(step.path), entry), [before.mark], step.says);
        break;
      }
      case 'submodule':
        add(tree.set(nameOf(step.path), submodule));
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
        const others = [...new Set(step.others.map(tip))].filter((other) => other !== before);
        if (others.length === 0) break;
        const merged = new Map([...(step.ours ? [] : others.flatMap((other) => [...other.tree])), ...tree]);
        if (step.keys.length > 0) merged.set('evil.txt', file(step.keys, index));
        add(merged, [before.mark, ...others.map(({ mark }) => mark)]);
        break;
      }
      case 'amend':
        if (before === start) break;
        add(tree.set(nameOf(step.path), file(step.keys, index)), before.parents);
        break;
      case 'stash': {
        const staged = writer.commit(new Map(tree).set('staged.txt', file(step.staged, index)), [before.mark]);
        const changed = new Map(staged.tree).set(nameOf(step.path), file(step.keys, index));
        refs.set('refs/stash', writer.commit(changed, [before.mark, staged.mark]).mark);
        break;
      }
      case 'push':
        refs.set(`refs/remotes/origin/${step.branch}`, before.mark);
        break;
      case 'tag':
        if (step.keys.length > 0) {
          writer.tag(`t${index}`, before, keysIn(step.keys));
          if (step.drop) dropped.push(`refs/tags/t${index}`);
        } else refs.set(`refs/tags/t${index}`, before.mark);
        break;
    }
  }
  refs.set('refs/heads/main', tip(0).mark);
  for (const [number, { mark }] of tips) if (number > 0) refs.set(`refs/heads/b${number}`, mark);
  for (const [name, mark] of refs) stream.push(`reset ${name}\nfrom :${mark}\n\n`);
  const git = (args: readonly string[], input = '') => execFileSync('git', args, { cwd: folder, input, stdio: 'pipe' });
  git(['init', '-q', '-b', 'main', '.']);
  git(['fast-import', '--quiet', '--force'], stream.join(''));
  for (const ref of ['refs/heads/building', ...dropped]) git(['update-ref', '-d', ref]);
}
