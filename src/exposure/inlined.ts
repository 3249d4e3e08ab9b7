import { definitions } from './definitions.ts';
import { overriddenBy, setsFor, variableAt } from './env-files.ts';
import { balancedEnd, configFile, withoutComments } from './frameworks/kit.ts';
import { formsOf, namings, quote, readings, readingsBy } from './namings.ts';
import type { Place } from './place.ts';
import { isBuildProgram, putsAt, putsOfVariable } from './settings/placed.ts';
import type { Put } from './settings/puts.ts';
import { setsRuntimeConfig } from './settings/runtime-config.ts';
import type { Side } from './side.ts';
import { folderOf, within } from './tree.ts';

/** A value that a build puts wherever client code names it, or into every page. */
export interface Inlined {
  /** What client code writes for it; nothing where every page gets it. */
  readonly names?: readonly RegExp[];
  readonly why: string;
}

/** A variable of a `.env` file, also where the value of another one takes it in: `VITE_URL=https://x.test/?k=$KEY`. */
function variable(place: Place, text: string, side: Side): Inlined | undefined {
  const name = variableAt(place, text);
  if (name === undefined || !setsFor(place, side.app) || overriddenBy(place, name, side)) return undefined;
  const own = named(name, side);
  if (own) return own;
  const taking = new RegExp(`^\\s*(?:export\\s+)?([A-Za-z_]\\w*)\\s*=[^\\n]*\\$\\{?${quote(name)}(?!\\w)`, 'gm');
  for (const [, other = ''] of text.matchAll(taking)) {
    const inlined = other === name ? undefined : named(other, side);
    if (inlined) return inlined;
  }
  return undefined;
}

/** Files in which variables are set for builds, beside `.env`. */
export const setsVariables =
  /(?:^|\/)(?:Dockerfile|Containerfile|docker-compose|compose|Jenkinsfile|Makefile)[\w.-]*$|\.(?:ya?ml|toml|tf|tfvars|hcl|sh|env|dockerfile)$|(?:^|\/)(?:vercel|eas|netlify|now|wrangler|amplify)\.jsonc?$/i;

/** A variable that is set in the settings of a build or a deployment, on the line of the place. */
function setting(place: Place, text: string, side: Side): Inlined | undefined {
  const own = text.slice(place.start, place.end);
  if (place.design && /^[A-Za-z_]\w*$/.test(own)) return named(own, side, false);
  const line = text.slice(Math.max(0, text.lastIndexOf('\n', place.start - 1) + 1, place.start - 300), place.start);
  const name = /(?:^|[\s"'{,-])([A-Z][A-Z0-9_]{2,80})["']?\s{0,20}[:=\s]\s{0,20}["']?[^\s"',]*$/.exec(line)?.[1];
  return name === undefined ? undefined : named(name, side, false);
}

/**
 * A variable that a public prefix makes part of client code.
 * @param all whether a build that has no prefix takes it in: it does where the file is the one it reads
 */
function named(name: string, side: Side, all = true): Inlined | undefined {
  const isPublic = side.shape.prefixes.some((prefix) => (all || prefix !== '') && name.startsWith(prefix));
  if (!isPublic) return defined(name, side);
  const why = `reads ${name}, which ${side.shape.framework} puts into the code`;
  if (side.shape.framework === 'Nuxt' && name.startsWith('NUXT_PUBLIC_'))
    return setsRuntimeConfig(name, side.app) ? { why } : defined(name, side);
  return { names: readingsBy(name, side), why };
}

/** A variable that a configuration puts into client code under a name of its own. */
export function defined(name: string, side: Side): Inlined | undefined {
  for (const { files, at, what } of definitions) {
    const path = configFile(side.app, ...files);
    const text = path === undefined ? '' : withoutComments(side.app.tree.read(path) ?? '');
    for (const match of text.matchAll(at)) {
      const open = match.index + match[0].length - 1;
      const section = text.slice(open + 1, balancedEnd(text, open));
      if (text[open] === '[') {
        if (new RegExp(`['"\`]${quote(name)}['"\`]`).test(section))
          return { names: readings(name), why: `names ${name}, which ${path} puts into the code` };
        continue;
      }
      const use = section.search(
        new RegExp(`(?:\\benv|\\])(?:\\.|\\[['"])${quote(name)}(?![\\w$])(?!['"\`]\\s{0,8}:)`),
      );
      if (use < 0) continue;
      const why = `names what ${path} makes of ${name}`;
      const key = nameBefore(section.slice(0, use));
      if (what === 'always' || key === undefined) return { why };
      return { names: namings(key, what), why };
    }
  }
  return byBuild(putsOfVariable(side.app, name), side, `the build makes something of ${name} and`);
}

/** A value that stands in a configuration which puts it into client code. */
function definition(place: Place, raw: string, side: Side): Inlined | undefined {
  const text = withoutComments(raw);
  // A value is told by the program that it stands in; a name alone by the text around it.
  const isTold = place.design !== true && isBuildProgram(side.app, place.path);
  for (const { files, at, what, told } of definitions) {
    if (isTold && (told || what !== 'always')) continue;
    if (
      configFile({ ...side.app, folder: side.app.folder }, ...files) !== place.path &&
      !files.some((file) => place.path.replace(/\.\w+$/, '') === file)
    )
      continue;
    for (const match of text.matchAll(at)) {
      const open = match.index + match[0].length - 1;
      const end = balancedEnd(text, open);
      if (place.start < open || place.end > end) continue;
      const why = `${side.shape.framework} puts it into the code or the page`;
      if (what === 'always') return { why };
      const name = isKey(place, text, open)
        ? text.slice(place.start, place.end)
        : nameBefore(text.slice(open + 1, place.start));
      if (name === undefined) return { why };
      return { names: namings(name, what), why };
    }
  }
  return isTold && /(?:^|\/)nuxt\.config\.\w+$/.test(place.path) ? undefined : nuxtPublic(place, text, side);
}

/** A name that is an entry by itself: the key of one, an item of a list, a variable that gives its name. */
const isKey = ({ design, start, end }: Place, text: string, open: number): boolean =>
  design === true &&
  /^\w+$/.test(text.slice(start, end)) &&
  (text[open] === '[' ||
    (/^['"`]?\s{0,8}[:,}]/.test(text.slice(end, end + 12)) &&
      /[{,'"`]\s{0,80}$/.test(text.slice(Math.max(0, start - 90), start))));

/** `runtimeConfig.public` and `app.head` are part of every page of Nuxt. */
function nuxtPublic(place: Place, text: string, side: Side): Inlined | undefined {
  if (side.shape.framework !== 'Nuxt') return undefined;
  if (/(?:^|\/)app\.config\.[jt]s$/.test(place.path)) return { why: 'app.config is part of the code of Nuxt' };
  for (const match of text.matchAll(/\b(?:public|head)\s*:\s*\{/g)) {
    const open = match.index + match[0].length - 1;
    if (place.start >= open && place.end <= balancedEnd(text, open)) return { why: 'Nuxt sends it with every page' };
  }
  return undefined;
}

/** The key of the object whose value follows: the last one that stands at the outermost level. */
function nameBefore(text: string): string | undefined {
  let name: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const rest = text.slice(at);
    const key = /^(?:(['"`])([^'"`\n]+)\1|([\w$]+))\s*:/.exec(rest);
    if (key) {
      name = key[2] ?? key[3];
      at += key[0].length - 1;
    } else if (/^[{[(]/.test(rest)) {
      const end = balancedEnd(text, at);
      if (end >= text.length) break;
      at = end - 1;
    } else if (/^['"`]/.test(rest)) {
      const end = text.indexOf(rest[0] as string, at + 1);
      if (end < 0) break;
      at = end;
    }
  }
  return name;
}

/** What the programs of a build do with a value: where code names it, or in every output. */
function byBuild(puts: readonly Put[], side: Side, own: string): Inlined | undefined {
  const { bundler } = side.shape;
  const kept = puts.filter(({ isComment }) => !isComment || bundler.keepsComments !== 'none');
  const sendsAny = side.shape.client.length > 0 || side.shape.handing !== undefined;
  if (!sendsAny || kept.length === 0) return undefined;
  const why = `${own} puts it into the code or the page`;
  if (kept.some(({ as, name }) => as === undefined || name === undefined)) return { why };
  return { names: kept.flatMap((put) => formsOf(put, bundler)), why };
}

/** A value in a command: what esbuild is told to replace, or a variable that is set for a build. */
function command(place: Place, text: string, side: Side): Inlined | undefined {
  const before = text.slice(Math.max(0, text.lastIndexOf('\n', place.start) + 1, place.start - 300), place.start);
  const replaced = /--define[:=]([\w$.]{1,80})=[\\'"]{0,8}$/.exec(before)?.[1];
  if (replaced !== undefined)
    return { names: namings(replaced, 'define'), why: `names what ${place.path} tells the build to replace` };
  const variable = /(?:^|[\s"'])([A-Z][A-Z0-9_]{2,80})=[\\'"]{0,4}[^\s\\'"=]{0,40}$/.exec(before)?.[1];
  return variable === undefined ? undefined : named(variable, side, false);
}

/** Whether a build puts the value at a place into client code, and for which texts of it. */
export function inlinedAt(place: Place, text: string, side: Side): Inlined | undefined {
  const put = byBuild(putsAt(side.app, place.path, place.start, place.end), side, place.path);
  if (put) return put;
  if (setsVariables.test(place.path) && !/(?:^|\/)\.env(?:\.|$)/.test(place.path)) return setting(place, text, side);
  if (within(side.app.folder, place.path) === undefined) return undefined;
  const name = place.path.split('/').at(-1) ?? '';
  if (/^\.env(?:\.|$)/.test(name)) {
    const near = folderOf(place.path) === side.app.folder || side.app.folder.startsWith(folderOf(place.path));
    return near ? variable(place, text, side) : undefined;
  }
  if (/\.[cm]?[jt]s$/.test(name)) return definition(place, text, side);
  if (name === 'package.json') return command(place, text, side);
  if (name === 'angular.json' || name === 'project.json') {
    const at = text.search(/"define"\s*:\s*\{/);
    const open = at < 0 ? at : text.indexOf('{', at);
    const key =
      at >= 0 && place.start > open && place.end <= balancedEnd(text, open)
        ? nameBefore(text.slice(open + 1, place.start))
        : undefined;
    return key === undefined ? undefined : { names: namings(key, 'define'), why: `names what ${place.path} defines` };
  }
  if (name === 'app.json' && side.shape.framework === 'Expo') {
    const extra = text.search(/"extra"\s*:\s*\{/);
    if (extra >= 0 && place.start > extra && place.end <= balancedEnd(text, text.indexOf('{', extra)))
      return { why: 'the application can read it' };
  }
  return undefined;
}
