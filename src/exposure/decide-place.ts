import type { Exposure } from '../model/index.ts';
import { exposureKinds } from '../model/index.ts';
import { buildOnly, byPath, nothing, publicFile, server } from './by-path.ts';
import { isEnvFile, overriddenBy, readsVariables, variableAt } from './env-files.ts';
import { uses } from './frameworks/kit.ts';
import { partsOf } from './graph/parts.ts';
import { handedNames, handedVariable } from './handed-reads.ts';
import { type Inlined, inlinedAt, setsVariables } from './inlined.ts';
import type { Place } from './place.ts';
import { readsNothing, widened } from './read-forms.ts';
import { setsForNode } from './settings/for-node.ts';
import { Shipping } from './shipping.ts';
import type { Side } from './side.ts';
import type { Sides } from './sides.ts';
import type { Tree } from './tree.ts';
import { lineAt } from './way.ts';

const isModule =
  /\.(?:[cm]?[jt]sx?|vue|svelte|astro|mdx|html?|json|css|scss|less|txt|md|graphql|gql|svg|ya?ml|env|webmanifest|xml|csv|glsl|sass|styl)$|(?:^|\/)\.env[\w.-]*$/i;
/** Files that no bundler takes in, whatever it is told. */
const isOther =
  /\.(?:py|go|rb|java|kts?|php|rs|c|cc|cpp|h|hpp|cs|sh|bash|zsh|ps1|bat|swift|scala|exs?|erl|pl|pm|lua|jl|dart|tf|tfvars|hcl|lock|log|ipynb|proto|gradle|properties|pem|key|crt)$/i;

/** The most exposed of several; the first where they are alike. */
const most = (exposures: readonly Exposure[]): Exposure | undefined =>
  exposures.reduce<Exposure | undefined>(
    (best, next) => (best && exposureKinds.indexOf(best.kind) <= exposureKinds.indexOf(next.kind) ? best : next),
    undefined,
  );

/** Decides who can see what stands at some places: those of one file are decided together. */
export function decidePlaces(places: readonly Place[], tree: Tree, sides: Sides): Exposure[] {
  const [first] = places;
  if (!first) return [];
  const { path } = first;
  const text = tree.read(path) ?? '';
  const about = sides.about(path);
  const found: Exposure[][] = places.map((place) => {
    const open = publicFile(path, lineAt(text, place.start), about, sides.servedBy(path));
    return open ? [open] : [];
  });
  if (setsVariables.test(path))
    // What builds all applications may lie beside none of them.
    for (const side of sides.all())
      places.forEach((place, index) => {
        const inlined = inlinedAt(place, text, side);
        const put = inlined && putIn(place, inlined, side, tree);
        if (put) (found[index] as Exposure[]).push(put);
      });
  for (const side of about) {
    if (isOther.test(path)) continue;
    const reached = side.client().from.has(path);
    if (!reached && !isModule.test(path)) continue;
    const shipping = new Shipping(path, side);
    places.forEach((place, index) => {
      const mine = found[index] as Exposure[];
      const said = place.design ? widened(place, text) : place;
      const shipped = shipping.wayOf(said);
      if (shipped && place.design && readsNothing(place, text, side)) {
        mine.push(buildOnly(`${side.shape.framework} puts no value there: it is undefined in browsers`));
        return;
      }
      if (shipped) mine.push(shipped);
      const inlined = inlinedAt(place, text, side);
      const put = inlined && putIn(place, inlined, side, tree);
      if (put) mine.push(put);
      if (shipped || put) return;
      if (place.design && setsForNode(side.app, path, place.start, place.end)) {
        mine.push(server('the build it sets up is one for Node'));
        return;
      }
      const handed = side.handed(said) ?? handedSetting(place, text, inlined, side, tree);
      if (handed) mine.push(handed);
      else mine.push(...notSent(side, path, reached));
    });
  }
  return places.map((place, index) => {
    const sent = sides.published.of(path, lineAt(text, place.start));
    const all = [...(found[index] as Exposure[]), ...(sent ? [sent] : []), ...rest(path, about)];
    return most(all) ?? nothing('no framework that keyscan knows uses this file');
  });
}

/** A variable of a `.env` file, or what the build puts into code, that the server writes into a page. */
function handedSetting(
  place: Place,
  text: string,
  inlined: Inlined | undefined,
  side: Side,
  tree: Tree,
): Exposure | undefined {
  const isVariable = isEnvFile(place.path);
  const name = isVariable && readsVariables(place.path, side.app) ? variableAt(place, text) : undefined;
  if (name !== undefined) return overriddenBy(place, name, side) ? undefined : handedVariable(place, name, side, tree);
  return inlined?.names && !isVariable ? handedNames(place, inlined.names, side, tree) : undefined;
}

/** What follows when a place is not sent: it is the server's, or left out by the build. */
function notSent(side: Side, path: string, reached: boolean): Exposure[] {
  const { framework } = side.shape;
  if (side.server().from.has(path) || side.boundary(path) === 'server')
    return [server(`only the server of ${framework} runs it`)];
  if (side.shipped().from.has(path))
    return [
      {
        kind: 'package',
        way: [{ file: path, line: 1, why: 'packed' }],
        reason: `it is in the package that users of ${framework} get`,
      },
    ];
  return reached ? [buildOnly(`nothing that ${framework} sends to browsers uses it`)] : [];
}

/** What holds where nothing is known to take the file in. */
function rest(path: string, about: readonly Side[]): Exposure[] {
  const known = byPath(path);
  if (known) return [known];
  const [side] = about.filter(({ shape }) => shape.client.length > 0 || shape.handing !== undefined);
  if (isEnvFile(path)) {
    const [built] = about;
    if (built && uses(built.app, 'react-native-config') && readsVariables(path, built.app))
      return [
        {
          kind: 'package',
          way: [{ file: path, line: 1, why: 'packed' }],
          reason: 'react-native-config writes every variable into the application that users get',
        },
      ];
    if (built && readsVariables(path, built.app) === undefined)
      return [nothing('only a build in a mode of its own reads it, and nothing in the project starts one')];
    const kept = about.find(({ shape }) => shape.server.length > 0);
    return kept
      ? [server(`${kept.shape.framework} keeps it on the server`)]
      : side
        ? [buildOnly('no client code reads it')]
        : [];
  }
  if (!isModule.test(path)) return [nothing('it is no part of what a framework builds')];
  return side ? [buildOnly(`nothing that ${side.shape.framework} builds imports it`)] : [];
}

/** Names in the template of a component of Vue mean what the component has: no build replaces them. */
const isTemplate = (path: string, text: string, at: number): boolean =>
  path.endsWith('.vue') &&
  partsOf(path, text).some(({ kind, start, end }) => kind === 'markup' && at >= start && at < end);

/** A value that the build puts into code: as exposed as the code that names it. */
function putIn(place: Place, { names, why }: Inlined, side: Side, tree: Tree): Exposure | undefined {
  const own = { file: place.path, line: lineAt(tree.read(place.path) ?? '', place.start), why: 'the secret' };
  if (!names) return { kind: 'client', way: [{ ...own, why }], reason: `ships to browsers: ${why}` };
  const readers: Place[] = [];
  for (const path of side.client().from.keys()) {
    const text = tree.read(path) ?? '';
    for (const name of names)
      for (const match of text.matchAll(new RegExp(name, 'g')))
        if (!isTemplate(path, text, match.index))
          readers.push({ path, start: match.index, end: match.index + match[0].length });
  }
  if (readers.length === 0) return undefined;
  const shippings = new Map<string, Shipping>();
  for (const reader of readers) {
    const shipping = shippings.get(reader.path) ?? new Shipping(reader.path, side);
    shippings.set(reader.path, shipping);
    const shipped = shipping.wayOf(reader);
    if (!shipped) continue;
    const [step, ...way] = shipped.way;
    return {
      kind: 'client',
      way: [own, ...(step ? [{ ...step, why: way.length === 0 ? step.why : why }] : []), ...way],
      reason: `ships to browsers: ${reader.path} ${why}`,
    };
  }
  return undefined;
}
