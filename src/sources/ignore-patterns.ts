import ignore from 'ignore';

/** Patterns in the syntax of `.gitignore`, compiled. */
export interface IgnorePatterns {
  /** What the last pattern that matches says. A folder's name ends in `/`. */
  says(name: string): 'ignored' | 'kept' | undefined;
}

/**
 * Compiles the text of an ignore file, or patterns one by one; case-sensitive, whatever the file system is.
 *
 * Each `*` becomes a repetition in a regular expression, and the patterns may come from the scanned folder: a line with
 * so many in one name that matching could take for ever is left out, which means that more is read, never less.
 */
export function ignorePatterns(lines: string | readonly string[]): IgnorePatterns {
  const all = typeof lines === 'string' ? lines.replace(/^\ufeff/, '').split(/\r?\n/) : lines;
  const compiled = ignore({ ignorecase: false, allowRelativePaths: true }).add(all.filter(isBounded));
  return {
    says(name) {
      const { ignored, unignored } = compiled.test(name);
      return ignored ? 'ignored' : unignored ? 'kept' : undefined;
    },
  };
}

const isBounded = (line: string): boolean =>
  line.length <= 1024 &&
  (line.match(/\*\*/g)?.length ?? 0) <= 4 &&
  line.split('/').every((part) => (part.match(/\*+/g)?.length ?? 0) <= 3);
