import { join } from 'node:path/posix';
import type { Setting } from '../../syntax/outline/index.ts';
import { moduleNamed } from '../frameworks/kit.ts';
import { globPattern } from '../resolve/glob.ts';
import { inside } from '../resolve/tsconfig.ts';
import type { App } from '../shape.ts';
import { folderOf, under, within } from '../tree.ts';
import type { At, Follower } from './follow.ts';
import { partsOf } from './parts.ts';

/** Values of a function's parameters. */
type Bound = ReadonlyMap<string, string>;

const none: Bound = new Map();
const mostDepth = 12;
const mostPaths = 400;

/**
 * The paths that a setting names, as written: `*` stands for what cannot be told.
 * Of tables the values, of calls that join paths the path, of other calls all that they are given.
 */
export function pathsIn(at: At, follower: Follower, bound: Bound = none, depth = 0): string[] {
  const { path, setting } = at;
  const inner = (each: Setting, more = bound): string[] =>
    depth > mostDepth ? [] : pathsIn({ path, setting: each }, follower, more, depth + 1);
  switch (setting.kind) {
    case 'text':
      return [setting.text];
    case 'pieces':
      return setting.pieces.reduce<string[]>(
        (starts, piece) => {
          const ends = inner(piece);
          return crossed(starts, ends.length > 0 ? ends : ['*'], '');
        },
        [''],
      );
    case 'name': {
      const value = setting.path.length === 0 ? bound.get(setting.name) : undefined;
      if (value !== undefined) return [value];
      return follower
        .open(at)
        .flatMap((each) => (each.setting === setting ? [] : pathsIn(each, follower, bound, depth + 1)));
    }
    case 'table': {
      const members = follower.membersOf(at);
      const named = members.filter(({ key }) => key === 'import' || key === 'in');
      const spread = setting.others.filter((each) => follower.membersOf({ path, setting: each }).length === 0);
      return [
        ...(named.length > 0 ? named : members).flatMap(({ value }) => pathsIn(value, follower, bound, depth + 1)),
        ...spread.flatMap((each) => inner(each)),
      ];
    }
    case 'call':
      return inCall({ path, setting }, follower, inner);
    default:
      return partsOf(setting).flatMap((each) => inner(each));
  }
}

function inCall(
  at: At<Extract<Setting, { kind: 'call' }>>,
  follower: Follower,
  inner: (each: Setting, bound?: Bound) => string[],
): string[] {
  const { callee, on, given } = at.setting;
  const [first] = given;
  if (/(?:^|\.)(?:join|resolve)$/.test(callee) && callee !== '().join') {
    const parts = given.map((each) => inner(each));
    return parts.reduce<string[]>((starts, each) => (each.length === 0 ? starts : crossed(starts, each, '/')), ['']);
  }
  if (/(?:^|\.)URL$/.test(callee) || /(?:^|\.)fileURLToPath$/.test(callee)) return first ? inner(first) : [];
  if (/\.(?:map|flatMap|reduce|forEach)$/.test(callee) && on && first?.kind === 'function') {
    const [parameter = ''] = first.parameters;
    const items = inner(on);
    const each = items.length > 0 && parameter !== '' ? items : ['*'];
    return each.flatMap((item) => first.returns.flatMap((result) => inner(result, new Map([[parameter, item]]))));
  }
  const opened = follower.open(at).filter(({ setting }) => setting !== at.setting);
  if (opened.length > 0) return opened.flatMap((each) => inner(each.setting));
  return [...(on ? inner(on) : []), ...given.flatMap((each) => inner(each))];
}

const crossed = (starts: readonly string[], ends: readonly string[], between: string): string[] =>
  starts.flatMap((start) => ends.map((end) => (start === '' ? end : start + between + end))).slice(0, mostPaths);

/**
 * The files of an application that written paths mean, whether they are told from the application or from the program.
 * @param whole true where a folder stands for all that is in it
 */
export function filesMeant(app: App, program: string, names: readonly string[], whole = false): string[] {
  const found = new Set<string>();
  const bases = [...new Set([app.folder, folderOf(program)])];
  for (const name of names) {
    if (name === '' || (!whole && !/[./]/.test(name))) continue;
    for (const base of bases) {
      const path = inside(join(base, name.replace(/^\/(?=\w)/, './')));
      if (path.startsWith('..') || path === '' || path === base) continue;
      if (path.includes('*')) {
        const pattern = globPattern(path);
        const fixed = path.slice(0, path.indexOf('*'));
        for (const each of app.tree.below(fixed.slice(0, Math.max(0, fixed.lastIndexOf('/')))))
          if (pattern.test(each)) found.add(each);
      } else if (app.tree.has(path)) found.add(path);
      else if (whole) for (const each of app.tree.below(path)) found.add(each);
      else {
        const inner = within(app.folder, path);
        if (inner !== undefined)
          for (const each of moduleNamed(app, inner, under(inner, 'index')).slice(0, 1)) found.add(each);
      }
    }
  }
  return [...found];
}
