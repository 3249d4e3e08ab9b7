import { type IgnorePatterns, ignorePatterns } from './ignore-patterns.ts';
import { diskPath } from './names.ts';
import { readSmallFile } from './small-file.ts';

/** One folder with ignore files of its own, and those above it. */
interface Level {
  readonly prefix: string;
  readonly patterns: IgnorePatterns;
  readonly above: Level | undefined;
}

/** Files that say what to leave out, the weaker first: what the later one says wins. */
export const ignoreFileNames = ['.gitignore', '.ignore'] as const;

/**
 * The ignore files of a tree that is walked from the top down: a folder is entered after the one it lies in.
 * Names are relative to the base, which is absolute.
 */
export class IgnoreFiles {
  private readonly levels = new Map<string, Level | undefined>();
  private readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  /**
   * Reads the ignore files of a folder.
   * @param folder its name, empty for the base
   * @param present which of the ignore files it has
   */
  enter(folder: string, present: readonly string[]): void {
    const above = this.levels.get(parentOf(folder));
    const prefix = folder === '' ? '' : `${folder}/`;
    const texts = ignoreFileNames
      .filter((name) => present.includes(name))
      .map((name) => readSmallFile(diskPath(`${this.base}/${prefix}${name}`)))
      .filter((text) => text !== undefined);
    this.levels.set(folder, texts.length === 0 ? above : { prefix, patterns: ignorePatterns(texts.join('\n')), above });
  }

  /** Whether a path directly in an entered folder is ignored. A folder's name ends in `/`. */
  ignores(folder: string, name: string): boolean {
    for (let level = this.levels.get(folder); level; level = level.above) {
      const said = level.patterns.says(name.slice(level.prefix.length));
      if (said !== undefined) return said === 'ignored';
    }
    return false;
  }
}

const parentOf = (folder: string): string => folder.slice(0, Math.max(folder.lastIndexOf('/'), 0));
