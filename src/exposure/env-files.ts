import { scriptLines } from './frameworks/kit.ts';
import type { Place } from './place.ts';
import type { App } from './shape.ts';
import type { Side } from './side.ts';
import { folderOf, under } from './tree.ts';

/** Files of variables: which builds read them, and which one counts. */

export const isEnvFile = (path: string): boolean => /(?:^|\/)\.env[\w.-]*$/.test(path);

/** The variable that a line of a `.env` file sets. */
export function variableAt(place: Place, text: string): string | undefined {
  const start = text.lastIndexOf('\n', Math.max(0, place.start - 1)) + 1;
  return /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(text.slice(start, Math.max(place.end, place.start + 200)))?.[1];
}

/** Files of variables that every build for users reads. */
const isForUsers = /^\.env(?:\.(?:local|production|prod|production\.local))?$/;
/** Files of variables that no build for users reads. */
const isForDevelopment = /^\.env\.(?:development|dev|test|testing)(?:\.local)?$/;

/** Files that say which variables others set. */
const isExample = /^\.env\.(?:[\w-]+\.)?(?:example|sample|template|defaults?|dist|tpl)$/;

/** Whether a build reads a file of variables: one of another mode is read by who starts a build in that mode. */
export function readsVariables(path: string, app: App): boolean | undefined {
  const name = path.split('/').at(-1) ?? '';
  if (isForUsers.test(name)) return true;
  if (isForDevelopment.test(name)) return false;
  const mode = /^\.env\.([\w-]+)/.exec(name)?.[1];
  if (mode === undefined) return true;
  if (isExample.test(name)) return undefined;
  const asked = new RegExp(`(?<![\\w-])${mode}(?![\\w-])`);
  const isAsked =
    scriptLines(app).some((line) => asked.test(line)) ||
    app.tree.files.some(
      (file) => /^\.github\/workflows\/|(?:^|\/)Dockerfile[^/]*$/.test(file) && asked.test(app.tree.read(file) ?? ''),
    );
  return isAsked ? true : undefined;
}

/** Whether a build takes in what a place of such a file says: of an example it is the names. */
export const setsFor = ({ path, design }: Place, app: App): boolean =>
  readsVariables(path, app) ?? (design === true && isExample.test(path.split('/').at(-1) ?? ''));

/** Files of variables that builds for users read, a later one counting more. Sources: the documentation of Vite and of Next.js. */
const byMode = ['.env', '.env.local', '.env.production', '.env.production.local'];
const localLast = ['.env', '.env.production', '.env.local', '.env.production.local'];
/** Builds for which one's own machine counts more than the mode. */
const isLocalLast = /^(?:Next\.js|Create React App|Expo|React Native)$/;
/** Builds that read no file but the first. */
const isPlain = /^(?:Nuxt|Node server|server functions|plain HTML)$/;

/** The files of variables that a build for users reads in its folder, a later one counting more. */
export const envFilesOf = (framework: string): readonly string[] =>
  isPlain.test(framework) ? byMode.slice(0, 1) : isLocalLast.test(framework) ? localLast : byMode;

/** The file that sets a variable in the place of the one that a place stands in, or nothing. */
export function overriddenBy({ path, design }: Place, name: string, { shape, app }: Side): string | undefined {
  if (design) return undefined;
  const files = envFilesOf(shape.framework);
  const own = files.indexOf(path.split('/').at(-1) ?? '');
  if (own < 0) return undefined;
  const sets = new RegExp(`^[ \\t]{0,8}(?:export[ \\t]{1,8})?${name}[ \\t]{0,8}=`, 'm');
  return files
    .slice(own + 1)
    .map((file) => under(folderOf(path), file))
    .findLast((file) => sets.test(app.tree.read(file) ?? ''));
}
