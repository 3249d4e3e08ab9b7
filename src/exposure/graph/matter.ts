import type { Tree } from '../tree.ts';

/** Where pages name the settings of documents: those of collections as `data`, those of pages as `frontmatter`. */
export type Settings = 'data' | 'frontmatter';

/** The key that a place in the settings of a document, or in a file of entries, belongs to. */
export function keyAt(text: string, from: number, at: number): string | undefined {
  const before = text.slice(Math.max(from, at - 4_000), at);
  return (
    /(?:^|\n)([A-Za-z_]\w{0,60})\s{0,8}:[^\n]{0,1000}$/.exec(before)?.[1] ??
    /"([A-Za-z_]\w{0,60})"\s{0,8}:\s{0,8}"?[^"\n]{0,1000}$/.exec(before)?.[1] ??
    /(?:^|\n)([A-Za-z_]\w{0,60})\s{0,8}:\s{0,8}(?:[>|][+-]?)?\n(?:[ \t-][^\n]{0,1000}(?:\n|$)){1,50}$/.exec(before)?.[1]
  );
}

/** Whether code names a setting: `entry.data.title`, `frontmatter.title`, `const { title } = entry.data`. */
export function namesSetting(key: string, settings: Settings, paths: Iterable<string>, tree: Tree): boolean {
  const named = new RegExp(
    `\\b${settings}(?:\\?\\.|\\.|\\[['"])${key}\\b|\\{[^{}]{0,200}\\b${key}\\b[^{}]{0,200}\\}\\s{0,4}=[^;\\n]{0,200}\\b${settings}\\b|\\{\\.\\.\\.[\\w.]{1,80}\\.?${settings}\\b`,
  );
  // An object that all of them are spread into has each by its own name.
  const spread = new RegExp(`[{,]\\s{1,80}\\.\\.\\.(?:[\\w.]{1,80}\\.)?${settings}\\b`);
  const own = new RegExp(`(?:\\?\\.|\\.)${key}\\b`);
  let isSpread = false;
  let isNamed = false;
  for (const path of paths) {
    const text = tree.read(path) ?? '';
    if (named.test(text)) return true;
    isSpread ||= spread.test(text);
    isNamed ||= own.test(text);
  }
  return isSpread && isNamed;
}

/** True for a document that says it is no more than a draft, where code asks for that. */
export function isLeftOut(text: string, paths: Iterable<string>, tree: Tree): boolean {
  const matter = /^---\r?\n[\s\S]{0,4000}?\n---/.exec(text)?.[0] ?? '';
  const isDraft = /\ndraft\s{0,4}:\s{0,4}true\b/.test(matter);
  const isKept = /\npublished\s{0,4}:\s{0,4}false\b/.test(matter);
  if (!isDraft && !isKept) return false;
  const asks = isDraft ? /\bdraft\b/ : /\bpublished\b/;
  for (const path of paths) if (/\.(?:astro|[cm]?[jt]sx?)$/.test(path) && asks.test(tree.read(path) ?? '')) return true;
  return false;
}
