import type { Setting } from '../../syntax/outline/index.ts';

/** The settings that a setting holds. */
export function partsOf(setting: Setting): readonly Setting[] {
  switch (setting.kind) {
    case 'table':
      return [...setting.entries.map(({ value }) => value), ...setting.others];
    case 'list':
      return setting.items;
    case 'pieces':
      return setting.pieces;
    case 'either':
      return setting.of;
    case 'function':
      return setting.returns;
    case 'call':
      return setting.on ? [setting.on, ...setting.given] : setting.given;
    default:
      return [];
  }
}

/** Nesting of settings that is looked into. */
const mostDepth = 16;

/** Every text within a setting, without following names. */
export function textsIn(setting: Setting, depth = 0): readonly string[] {
  if (depth > mostDepth) return [];
  const own = setting.kind === 'text' ? [setting.text] : [];
  return [...own, ...partsOf(setting).flatMap((inner) => textsIn(inner, depth + 1))];
}

/** The variable of the environment that a setting reads: `process.env.X`, `env.X`, `loadEnv(…).X`. */
export function variableOf(setting: Setting): string | undefined {
  if (setting.kind === 'call') return /env|config/i.test(setting.callee) ? setting.path.at(-1) : undefined;
  if (setting.kind !== 'name') return undefined;
  const [first, second] = setting.path;
  if (setting.name === 'process' || setting.name === 'import.meta' || setting.name === 'Bun')
    return first === 'env' ? second : undefined;
  return /env/i.test(setting.name) || first === 'env' ? setting.path.at(-1) : undefined;
}

/** Options of which a function's result goes into pages. */
const pageFunctions = /^(?:editUrl|createFeedItems|sidebarItemsGenerator)$/;

/** The settings that JSON has of one: no functions, but for those whose results pages show. */
export function partsInJson(setting: Setting): readonly Setting[] {
  if (setting.kind === 'table')
    return [
      ...setting.entries
        .filter(({ key = '', value }) => value.kind !== 'function' || pageFunctions.test(key))
        .map(({ value }) => value),
      ...setting.others,
    ];
  return setting.kind === 'list' ? setting.items.filter(({ kind }) => kind !== 'function') : partsOf(setting);
}
