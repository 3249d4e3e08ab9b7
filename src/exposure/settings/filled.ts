import type { Setting } from '../../syntax/outline/index.ts';
import type { App } from '../shape.ts';
import { Follower } from './follow.ts';
import { textsIn } from './parts.ts';
import { buildPrograms } from './programs.ts';

/** True for what code writes for a variable of which the name is computed: `process.env.${name}`. */
const namesVariable = (setting: Setting): boolean =>
  setting.kind === 'pieces' && setting.pieces[0]?.kind === 'text' && /\benv\.$/.test(setting.pieces[0].text);

/**
 * Prefixes of the variables that builds put into code one by one: a table of names that a loop fills.
 * `''` where nothing limits which.
 */
export function filledPrefixes(app: App): string[] {
  const follower = new Follower(app);
  return buildPrograms(app).flatMap(({ path, settings }): string[] => {
    const given = [...settings.tables.flatMap(({ entries }) => entries), ...[...settings.added.values()].flat()];
    const pairs = settings.calls.flatMap(({ given: [each] }) => (each?.kind === 'function' ? each.returns : []));
    const isPaired = pairs.some(
      (setting) => setting.kind === 'list' && setting.items[0] !== undefined && namesVariable(setting.items[0]),
    );
    const isFilled =
      isPaired || given.some(({ computed }) => computed && textsIn(computed).some((text) => /\benv\./.test(text)));
    const listed = settings.calls
      .filter(({ callee }) => callee.endsWith('loadEnv'))
      .flatMap(({ given }) => given.flatMap((setting) => follower.membersOf({ path, setting })))
      .filter(({ key }) => key === 'prefixes')
      .flatMap(({ value }) => textsIn(value.setting));
    const text = app.tree.read(path) ?? '';
    const limits = [
      ...text.matchAll(/\.startsWith\(\s{0,4}['"`]([A-Z][A-Z0-9_]{1,40}_)['"`]|\/\^([A-Z][A-Z0-9_]{1,40}_)/g),
    ];
    const byName = [...text.matchAll(/\.startsWith\(\s{0,4}([A-Za-z_$][\w$]{0,60})\s{0,4}\)/g)].flatMap(
      ([, name = '']) => (settings.declared.get(name) ?? []).flatMap((each) => (each.kind === 'text' ? each.text : [])),
    );
    // One object that stands for the environment, filled with what has a prefix.
    const isWhole = limits.length + byName.length > 0 && /['"`]process\.env['"`]\s*:/.test(text);
    const found = [...limits.map(([, start, pattern]) => start ?? pattern ?? ''), ...byName];
    return [...listed, ...(isFilled || isWhole ? (found.length > 0 ? found : ['']) : [])];
  });
}
