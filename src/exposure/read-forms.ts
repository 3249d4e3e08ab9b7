import { defined } from './inlined.ts';
import type { Place } from './place.ts';
import type { Side } from './side.ts';

/** How code reads a variable of the environment, and what a build makes of that. */

type Form = 'process' | 'process-unpacked' | 'meta' | 'module' | 'config' | 'page';

const mostBefore = 400;

function formAt({ start, end }: Place, text: string): Form | undefined {
  const before = text.slice(Math.max(0, start - mostBefore), start);
  const after = text.slice(end, end + mostBefore);
  if (/\bprocess\.env(?:\?\.|\.|\[\s{0,4}['"`])$/.test(before)) return 'process';
  if (/\bimport\.meta\.env(?:\?\.|\.|\[\s{0,4}['"`])$/.test(before)) return 'meta';
  if (/%$/.test(before) && after.startsWith('%')) return 'page';
  if (/\bConfig(?:\?\.|\.)$/.test(before)) return 'config';
  if (/\{[^{}]{0,300}$/.test(before)) {
    const source =
      /^[^{}]{0,300}\}\s{0,8}(?:=\s{0,8}(process|import\.meta)\.env\b|from\s{0,4}['"]([^'"\n]{1,80})['"])/.exec(after);
    if (source?.[1] === 'process') return 'process-unpacked';
    if (source?.[1] !== undefined) return 'meta';
    if (source?.[2] === '@env' || source?.[2] === '$env/static/public') return 'module';
  }
  return undefined;
}

/** Bundlers and frameworks that replace each form. Source: their documentation, and builds. */
const replaces: Readonly<Record<Form, (side: Side) => boolean>> = {
  process: ({ shape: { bundler } }) => /^(?:Next\.js|webpack|Parcel|Metro|Angular)$/.test(bundler.name),
  'process-unpacked': ({ shape: { framework, bundler } }) =>
    bundler.name === 'Parcel' || framework === 'Create React App' || framework === 'Vue CLI',
  meta: ({ shape: { bundler } }) => bundler.name === 'Vite' || bundler.name === 'Angular',
  module: () => true,
  config: ({ shape: { bundler } }) => bundler.name === 'Metro',
  page: ({ shape: { bundler, framework } }) => bundler.name === 'Vite' || framework === 'Create React App',
};

/**
 * Whether what client code reads at a place stays without a value: no prefix, no definition, or a form that this build does
 * not replace. Such code gives nothing away.
 * @param place the name of a variable; for anything else the answer is no
 */
export function readsNothing(place: Place, text: string, side: Side): boolean {
  const form = formAt(place, text);
  if (form === undefined || form === 'module') return false;
  const name = text.slice(place.start, place.end);
  if (defined(name, side)) return false;
  const isPublic = side.shape.prefixes.some((prefix) => name.startsWith(prefix));
  return !isPublic || !replaces[form](side);
}

const mostValue = 300;

/**
 * A place of a construct with what it says: the whole reading `process.env.X` of a name, the value of a key, the call that a
 * flag is given to. What a build takes in is known of these, not of keys and flags.
 */
export function widened(place: Place, text: string): Place {
  const { start, end } = place;
  const before = text.slice(Math.max(0, start - mostBefore), start);
  if (/:\s{0,8}(?:true|!0)$/.test(text.slice(start, end))) {
    const call = /\bnew\s[^{}]{1,120}\{[^{}]*$/.exec(before);
    return call ? { ...place, start: start - before.length + call.index } : place;
  }
  // Names that are unpacked say nothing themselves: where the first of them is used does.
  const form = formAt(place, text);
  if (form === 'process-unpacked' || form === 'meta') {
    const name = text.slice(start, end);
    const use = /\{[^{}]*$/.test(before) ? text.indexOf(name, end) : -1;
    if (use >= 0) return { ...place, start: use, end: use + name.length };
  }
  const chain = /(?:[\w$]{1,40}(?:\?\.|\.|\[\s{0,4}['"`]?)){1,4}$/.exec(before);
  if (chain) return { ...place, start: start - chain[0].length };
  const value = /^['"`]?\s{0,8}:\s{0,8}[^,\n}]{1,200}/.exec(text.slice(end, end + mostValue));
  return value ? { ...place, end: end + value[0].length } : place;
}
