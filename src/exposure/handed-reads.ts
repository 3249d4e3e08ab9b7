import type { Exposure } from '../model/index.ts';
import { quote, readings } from './namings.ts';
import type { Place } from './place.ts';
import type { Side } from './side.ts';
import type { Tree } from './tree.ts';
import { lineAt } from './way.ts';

/** Modules of which the exports are variables of the server. */
const environments = '\\$env/(?:static|dynamic)/(?:private|public)|astro:env/(?:server|client)';
/** A pattern that takes a variable out of one of them, or out of the environment. */
const taking = (name: string): RegExp =>
  new RegExp(`import\\s*\\{[^{}]*\\b${quote(name)}\\b[^{}]*\\}\\s*from\\s*['"](?:${environments})['"]`);

/** What code of the server writes for a variable of the environment. */
function serverReadings(name: string, text: string): RegExp[] {
  const [plain] = readings(name);
  const own = new RegExp(`(?<![\\w$.])(?:env|ENV|serverEnv)(?:\\?\\.|\\.|\\[\\s*['"])${quote(name)}(?![\\w$])`);
  const alone = taking(name).test(text) ? [new RegExp(`(?<![\\w$.'"])${quote(name)}(?![\\w$'"])`)] : [];
  return [...(plain ? [plain] : []), own, ...alone];
}

/** The way into a page of what the server's code reads under some names, or nothing. */
function handedReads(
  place: Place,
  side: Side,
  tree: Tree,
  names: (text: string) => readonly RegExp[],
): Exposure | undefined {
  if (side.shape.server.length === 0) return undefined;
  const own = { file: place.path, line: lineAt(tree.read(place.path) ?? '', place.start), why: 'the secret' };
  for (const path of side.server().from.keys()) {
    const code = tree.read(path) ?? '';
    for (const name of names(code))
      for (const { index, 0: read } of code.matchAll(new RegExp(name, 'g'))) {
        const handed = side.handed({ path, start: index, end: index + read.length, design: true });
        if (handed) return { ...handed, way: [own, ...handed.way.slice(1)] };
      }
  }
  return undefined;
}

/** A variable of a `.env` file that code of the server writes into a page. */
export const handedVariable = (place: Place, name: string, side: Side, tree: Tree): Exposure | undefined =>
  handedReads(place, side, tree, (text) => (text.includes(name) ? serverReadings(name, text) : []));

/** A value that the build puts into code of the server, which writes it into a page. */
export const handedNames = (place: Place, names: readonly RegExp[], side: Side, tree: Tree): Exposure | undefined =>
  handedReads(place, side, tree, () => names);
