/**
 * A source's name as a path: without the scheme, the package and the query that bundlers put around it.
 * `webpack://app/./src/a.ts?1f2e` is `src/a.ts`, `../../src/a.ts` stays as it is.
 */
export const sourceName = (source: string): string =>
  source
    .replace(/^(?:webpack|webpack-internal|turbopack|vite|ng|rsc|next|rollup|parcel|metro):\/\/[^/]*\//i, '')
    .replace(/^\[project\]\//, '')
    .replace(/^file:\/\//i, '')
    .replace(/[?#].*$/s, '')
    .replace(/^\.\//, '');
