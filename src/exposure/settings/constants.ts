import type { Known } from '../../syntax/outline/index.ts';
import type { App } from '../shape.ts';
import { under } from '../tree.ts';
import { type At, Follower } from './follow.ts';
import { putsOf } from './puts.ts';

type Value = string | boolean | undefined;

/** What builds replace by a constant: it decides branches. */
export function constantsOf(app: App): Known {
  const follower = new Follower(app);
  const found = new Map<string, Set<Value>>();
  for (const { name, as, value } of putsOf(app)) {
    if (as !== 'define' || name === undefined) continue;
    const values = found.get(name) ?? new Set();
    found.set(name, values);
    for (const each of follower.open(value)) for (const one of valuesOf(each, follower)) values.add(one);
  }
  for (const { name = '', as, value } of putsOf(app)) {
    if (as !== 'environment' || isSetElsewhere(name, app)) continue;
    const key = `process.env.${name}`;
    const values = found.get(key) ?? new Set();
    found.set(key, values);
    for (const { setting } of follower.open(value))
      values.add(setting.kind === 'text' ? setting.text : setting.kind === 'flag' ? setting.value : undefined);
    if (values.size === 0) values.add(undefined);
  }
  const constants: Record<string, string | boolean> = {};
  for (const [name, values] of found) {
    const [only] = values;
    if (values.size === 1 && only !== undefined) constants[name] = only;
    // What is built for users is built for production.
    else if (name === 'process.env.NODE_ENV' && values.has('production')) constants[name] = 'production';
  }
  return constants;
}

/** Whether something that starts builds sets a variable: what a program says of it is no more than a default. */
const isSetElsewhere = (name: string, { tree, folder }: App): boolean =>
  tree.files.some(
    (path) => (setters.test(path) || path === under(folder, 'package.json')) && (tree.read(path) ?? '').includes(name),
  );
const setters =
  /(?:^|\/)(?:\.env[\w.-]*|Dockerfile[\w.-]*|Makefile|(?:docker-)?compose[\w.-]*\.ya?ml|(?:vercel|netlify)\.\w+)$|^\.github\/workflows\/|\.sh$/;

/** The values of a replacement: code that stands for one, or the text that is written as one. */
function valuesOf({ path, setting }: At, follower: Follower): Value[] {
  if (setting.kind === 'flag') return [setting.value];
  if (setting.kind === 'text') {
    if (/^(?:true|false)$/.test(setting.text)) return [setting.text === 'true'];
    return [/^(["'`])([^"'`]*)\1$/.exec(setting.text)?.[2]];
  }
  const [first] = setting.kind === 'call' && /^(?:JSON\.stringify|String)$/.test(setting.callee) ? setting.given : [];
  const written = first ? follower.open({ path, setting: first }) : [];
  if (written.length === 0) return [undefined];
  return written.map(({ setting: each }) =>
    each.kind === 'flag' ? each.value : each.kind === 'text' ? each.text : undefined,
  );
}
