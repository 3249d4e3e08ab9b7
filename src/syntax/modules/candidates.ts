import { posix } from 'node:path';

/** Endings a specifier may leave out, in the order resolvers try them. */
const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'];

/** What a compiled name stands for in a project of sources. */
const sources: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/**
 * The paths a relative specifier may mean, the likeliest first; none for a package.
 * @param from path of the file that imports, with `/`
 */
export function candidates(from: string, specifier: string): readonly string[] {
  if (!/^\.{1,2}(?:\/|$)/.test(specifier)) return [];
  return candidatesOf(posix.join(posix.dirname(from), specifier.replace(/[?#].*$/s, '')));
}

/** The same for a path without its ending. */
export function candidatesOf(base: string): readonly string[] {
  const ending = posix.extname(base);
  const stem = base.slice(0, base.length - ending.length);
  const swapped = (sources[ending] ?? []).map((other) => stem + other);
  const exact = ending === '' ? [] : [base];
  return [
    ...exact,
    ...swapped,
    ...endings.map((other) => base + other),
    ...endings.map((other) => `${base}/index${other}`),
  ];
}
