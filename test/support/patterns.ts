import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Rule } from '../../src/model/index.ts';

/** A pattern of the project and where it stands: the ids of its rules, or the files it is written in. */
export interface ListedPattern {
  readonly source: string;
  readonly flags: string;
  readonly digest: string;
  readonly places: readonly string[];
  /** Bytes of the widest text it may meet at once, where it is a rule's. */
  readonly window?: number;
}

/** Names a verdict: SHA-256 of `/source/flags`. Flags that only say how the result is handed back are left out. */
export const digestOf = (source: string, flags: string): string =>
  createHash('sha256')
    .update(`/${source}/${flags.replace(/[dg]/g, '')}`)
    .digest('hex');

/**
 * Every pattern of the project that meets text of others: those of rules, those built while rules are loaded, and those
 * written down in `src` and `rules`.
 * @param top the folder of the repository
 * @param load loads the rules; they must not have been loaded before, so that patterns they build are seen
 */
export async function listPatterns(top: string, load: () => Promise<readonly Rule[]>): Promise<ListedPattern[]> {
  const places = new Map<string, { source: string; flags: string; places: Set<string> }>();
  const add = (source: string, flags: string, place: string): void => {
    const digest = digestOf(source, flags);
    const known = places.get(digest) ?? { source, flags: flags.replace(/[dg]/g, ''), places: new Set() };
    known.places.add(place);
    places.set(digest, known);
  };

  const built = await recordBuilt(load, (pattern) =>
    add(pattern.source, pattern.flags, 'built while rules are loaded'),
  );
  for (const rule of built) for (const pattern of patternsOf(rule)) add(pattern.source, pattern.flags, rule.id);
  for (const file of ['src', 'rules'].flatMap((folder) => sourceFiles(join(top, folder)))) {
    for (const text of literalsIn(file)) {
      const end = text.lastIndexOf('/');
      add(text.slice(1, end), text.slice(end + 1), file.slice(top.length).replaceAll('\\', '/'));
    }
  }
  return [...places].map(([digest, { places: where, ...pattern }]) => ({ ...pattern, digest, places: [...where] }));
}

function patternsOf(rule: Rule): RegExp[] {
  const own = rule.kind === 'pattern' ? [rule.pattern] : rule.kind === 'named' ? [rule.value, rule.names] : [];
  return [...own, rule.paths].filter((pattern) => pattern !== undefined);
}

/** Loads the rules while `RegExp` tells of every pattern it builds. */
async function recordBuilt(
  load: () => Promise<readonly Rule[]>,
  built: (pattern: RegExp) => void,
): Promise<readonly Rule[]> {
  const own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(own, {
    construct(target, parts, asked) {
      const pattern = Reflect.construct(target, parts, asked) as RegExp;
      built(pattern);
      return pattern;
    },
  });
  try {
    return await load();
  } finally {
    globalThis.RegExp = own;
  }
}

/** The TypeScript files of a folder and all below it, in order. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sourceFiles(path);
      return path.endsWith('.ts') ? [path] : [];
    });
}

function literalsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}
