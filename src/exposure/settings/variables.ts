import type { Known } from '../../syntax/outline/index.ts';
import { envFilesOf } from '../env-files.ts';
import type { App, Shape } from '../shape.ts';
import { under } from '../tree.ts';
import { constantsOf } from './constants.ts';

/** What client code says for a variable, where builds replace that. */
const written: Readonly<Record<string, string>> = {
  Vite: 'import.meta.env',
  Angular: 'import.meta.env',
  'Next.js': 'process.env',
  webpack: 'process.env',
  Parcel: 'process.env',
  Metro: 'process.env',
};
/** A line of such a file. */
const line = /^[ \t]{0,8}(?:export[ \t]{1,8})?([A-Za-z_]\w{0,80})[ \t]{0,8}=([^\n]{0,300})$/gm;

/** What a line sets; nothing where it takes in another variable. */
function valueIn(text: string): string | undefined {
  const value = text.trim();
  const quote = /^["']/.exec(value)?.[0];
  const end = quote === undefined ? value.search(/\s#|$/) : value.indexOf(quote, 1);
  const own = quote === undefined ? value.slice(0, end) : end < 0 ? '$' : value.slice(1, end);
  return own.includes('$') && quote !== "'" ? undefined : own;
}

/** Variables that a build puts into client code with what they are set to: they decide branches, such as those of features. */
function variablesOf({ tree, folder }: App, { framework, prefixes, bundler }: Shape): Known {
  const object = written[bundler.name];
  if (object === undefined || prefixes.length === 0) return {};
  const known: Record<string, string> = {};
  for (const file of envFilesOf(framework)) {
    const path = under(folder, file);
    if (!tree.has(path)) continue;
    for (const [, name = '', text = ''] of (tree.read(path) ?? '').matchAll(line)) {
      const value = prefixes.some((prefix) => name.startsWith(prefix)) ? valueIn(text) : undefined;
      if (value !== undefined) known[`${object}.${name}`] = value;
    }
  }
  return known;
}

/** What is known of an application, with the variables that its files set and the constants that its configuration defines. */
export function informed(app: App, shape: Shape): Shape {
  const variables = variablesOf(app, shape);
  const constants = shape.client.length > 0 || shape.handing ? constantsOf(app) : {};
  if (Object.keys(variables).length + Object.keys(constants).length === 0) return shape;
  return { ...shape, bundler: { ...shape.bundler, known: { ...variables, ...shape.bundler.known, ...constants } } };
}
