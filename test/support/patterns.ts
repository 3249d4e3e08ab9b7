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
  /** Bytes of the longest text it meets at once, or what it is measured on where nothing bounds that. */
  readonly measuredOn: number;
}

/** Linear in any text, or measured on the worst text of so many bytes. */
export type Verdict = 'linear' | { readonly window: number; readonly nanosecondsPerByte: number };

/** Whether a stored verdict speaks for the pattern as it is used today. */
export const holds = (verdict: Verdict | undefined, { measuredOn }: ListedPattern): boolean =>
  verdict === 'linear' || (verdict !== undefined && verdict.window >= measuredOn);

const name = 160;
const value = 600;
const path = 4_096;
/** What a pattern is measured on where nothing bounds what it meets: what grows faster than its text shows there. */
const endless = 65_536;

/** Files of `src` of which every pattern meets texts that something else has cut to that many bytes. */
const windows: Readonly<Record<string, number>> = {
  'src/detect/confidence.ts': path,
  'src/detect/match-assignment.ts': value,
  'src/rule-kit/credential-name.ts': name,
  'src/rule-kit/credential-value.ts': value,
  'src/exposure/built-layouts.ts': path,
  'src/remedy/local-files.ts': path,
  'src/sources/publish/docker-files.ts': path,
  // Numbers, written out.
  'src/text/count.ts': 32,
};

/** Names a verdict: SHA-256 of `/source/flags`. Flags that only say how the result is handed back are left out. */
export const digestOf = (source: string, flags: string): string =>
  createHash('sha256')
    .update(`/${source}/${withoutResultFlags(flags)}`)
    .digest('hex');

const withoutResultFlags = (flags: string): string => flags.replace(/[dg]/g, '');

/**
 * Every pattern of the project that meets text of others: those of rules, those built while rules are loaded, and those
 * written down in `src` and `rules`.
 * @param top the folder of the repository, with a separator at its end
 * @param load loads the rules; they must not have been loaded before, so that patterns they build are seen
 */
export async function listPatterns(top: string, load: () => Promise<readonly Rule[]>): Promise<ListedPattern[]> {
  const listed = new Map<string, ListedPattern>();
  const add = ({ source, flags }: Pick<RegExp, 'source' | 'flags'>, place: string, window: number): void => {
    const digest = digestOf(source, flags);
    const known = listed.get(digest);
    const places = [...new Set([...(known?.places ?? []), place])];
    const measuredOn = Math.max(window, known?.measuredOn ?? 0);
    listed.set(digest, { source, flags: withoutResultFlags(flags), digest, places, measuredOn });
  };
  const isListed = ({ source, flags }: Pick<RegExp, 'source' | 'flags'>): boolean =>
    listed.has(digestOf(source, flags));

  const built: RegExp[] = [];
  const rules = await recordBuilt(load, (pattern) => built.push(pattern));
  for (const rule of rules) for (const [pattern, window] of patternsOf(rule)) add(pattern, rule.id, window);
  for (const pattern of built) if (!isListed(pattern)) add(pattern, 'built while rules are loaded', endless);
  for (const file of ['src', 'rules'].flatMap((folder) => sourceFiles(join(top, folder)))) {
    const place = file.slice(top.length).replaceAll('\\', '/');
    const text = readFileSync(file, 'utf8');
    const own = place.startsWith('rules/');
    const window = own ? windowOfChecks(text, rules) : (windows[place] ?? endless);
    for (const literal of literalsIn(text)) {
      // A rule's own pattern is listed already, with the window it runs in.
      if (!(own && isListed(literal))) add(literal, place, window);
    }
  }
  return [...listed.values()];
}

function patternsOf(rule: Rule): [RegExp, number][] {
  const own: [RegExp | undefined, number][] = [[rule.paths, path]];
  if (rule.kind === 'pattern') own.push([rule.pattern, reachOf(rule)]);
  if (rule.kind === 'named') own.push([rule.value, value], [rule.names, name]);
  return own.filter((entry): entry is [RegExp, number] => entry[0] !== undefined);
}

const defaultReach = { before: 128, after: 512 };
const reachOf = (rule: Rule): number => {
  if (rule.kind !== 'pattern') return value;
  const { before, after } = { ...defaultReach, ...rule.reach };
  return before + after;
};

/** What the checks of a rule file get to see at most: the reach of its rules, or whole files. */
function windowOfChecks(text: string, rules: readonly Rule[]): number {
  if (text.includes('definePathRule')) return endless;
  return Math.max(path, ...rules.filter(({ id }) => text.includes(`'${id}'`)).map(reachOf));
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
      const file = join(folder, entry.name);
      if (entry.isDirectory()) return sourceFiles(file);
      return file.endsWith('.ts') ? [file] : [];
    });
}

function literalsIn(text: string): { source: string; flags: string }[] {
  const found: { source: string; flags: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest));
  return found;
}
