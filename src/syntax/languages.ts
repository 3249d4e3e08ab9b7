import { compiler, type ts } from './compiler.ts';
import { own } from './own.ts';

/** How a program file is parsed. */
export type Dialect = 'javascript' | 'typescript' | 'tsx' | 'json';

const dialects: Readonly<Record<string, Dialect>> = {
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  es6: 'javascript',
  flow: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'tsx',
  json: 'json',
  jsonc: 'json',
  json5: 'json',
  webmanifest: 'json',
};

/** The letters after the last dot of a path, in lower case; `''` where there is none. */
export const endingOf = (path: string): string => /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** How a path's ending says it is parsed; undefined where it is no program by itself. */
export const dialectOf = (path: string): Dialect | undefined => own(dialects, endingOf(path));

/** The compiler's word for it. JavaScript is read with JSX and Flow's types, as its parser allows. */
export function scriptKindOf(dialect: Dialect): ts.ScriptKind {
  const kinds = {
    javascript: compiler.ScriptKind.JSX,
    typescript: compiler.ScriptKind.TS,
    tsx: compiler.ScriptKind.TSX,
    json: compiler.ScriptKind.JSON,
  } satisfies Record<Dialect, ts.ScriptKind>;
  return kinds[dialect];
}
