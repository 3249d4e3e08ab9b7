import { putsAlone } from './settings/placed.ts';
import type { Put } from './settings/puts.ts';
import type { Bundler } from './shape.ts';
import type { Side } from './side.ts';

/** What client code writes for values that a build puts into it. */

export const quote = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** What code may write for a variable of the environment. */
export const readings = (name: string): RegExp[] => [
  new RegExp(`(?:process\\.env|import\\.meta\\.env)(?:\\?\\.|\\.|\\[\\s*['"])${quote(name)}(?![\\w$])`),
  ...['process.env', 'import.meta.env'].flatMap((object) => castOf(`${object}.${name}`)),
  new RegExp(`%(?:sveltekit\\.env\\.)?${quote(name)}%`),
  new RegExp(
    `\\{[^{}]*\\b${quote(name)}\\b[^{}]*\\}\\s*(?:=\\s*import\\.meta\\.env\\b|from\\s*['"](?:\\$env/static/public|astro:env/client|@env)['"])`,
  ),
];
/** The whole environment as one object holds every public variable. */
const wholeEnvironment =
  /import\.meta\.env(?!\s*(?:\?\.|\.)\s*[A-Za-z_$])(?!\s*\[\s*['"])(?![\w$])(?!\s{1,8}as\s[^()]{1,80}\)\s{0,8}\??\.)/;
/** The same, where a bundler sees which members a pattern takes. */
const wholeButPatterns = new RegExp(`(?<!\\{[^{}.]{0,300}\\}\\s{0,8}=\\s{0,8})${wholeEnvironment.source}`);

/** What code of one framework writes for a public variable: one by itself, one by a pattern, or all at once. */
export function readingsBy(name: string, { shape: { framework, bundler } }: Side): RegExp[] {
  const alone = new RegExp(`(?<![\\w$.])${quote(name)}(?![\\w$])`);
  const pattern = new RegExp(`\\{[^{}]*\\b${quote(name)}\\b[^{}]*\\}\\s*=\\s*process\\.env\\b`);
  const found = readings(name);
  // Named by itself where it was imported from a module that stands for the environment.
  if (bundler.name === 'Vite') found.push(bundler.seesPatterns ? wholeButPatterns : wholeEnvironment, alone);
  if (bundler.name === 'Metro') found.push(alone, new RegExp(`(?<![\\w$.])Config\\??\\.${quote(name)}(?![\\w$])`));
  if (framework === 'SvelteKit' && !name.startsWith('VITE_')) found.push(/(?<![\w$.])env(?:\.[A-Z]|\[)/);
  if (/^(?:Next\.js|Create React App|Gatsby|Parcel)$/.test(framework)) found.push(pattern);
  return found;
}

/** What code writes for a name that a build replaces. */
export const namings = (name: string, what: 'define' | 'environment'): RegExp[] =>
  what === 'define' ? [new RegExp(`(?<![\\w$.])${quote(name)}(?![\\w$])`), ...castOf(name)] : readings(name);

/** `globalThis.X` as a program with types writes it: `(globalThis as any).X`. */
const castOf = (name: string): RegExp[] =>
  [...name.matchAll(/\./g)].map(
    ({ index }) =>
      new RegExp(
        `\\(\\s*${quote(name.slice(0, index))}\\s+as\\s[^()]{1,80}\\)\\s*\\.\\s*${quote(name.slice(index + 1))}(?![\\w$])`,
      ),
  );

/** What code or the template of a page writes for what a build puts there. */
export function formsOf({ name = '', as, alone }: Put, bundler: Bundler): RegExp[] {
  if (as === 'environment') return readings(name);
  if (as === 'text') return [new RegExp(quote(name))];
  if (as === 'query') return [new RegExp(`\\bsiteMetadata\\s{0,8}\\{[^{}]{0,600}(?<![\\w$])${quote(name)}(?![\\w$])`)];
  if (as === 'template') return [new RegExp(`<%[=-][^%]{0,200}(?<![\\w$.])${quote(name)}(?![\\w$])`)];
  if (alone !== true) return namings(name, 'define');
  const [object = ''] = name.split(/\.(?=[^.]*$)/);
  // Who names an object without one of its members gets all of it.
  const whole = putsAlone(bundler)
    ? [new RegExp(`(?<![\\w$.])${quote(object)}(?![\\w$]|\\.[\\w$]|\\?\\.|\\[)`)]
    : namings(object, 'define');
  return [...namings(name, 'define'), ...whole];
}
