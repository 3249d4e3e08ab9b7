/** The files of a project, as whoever reads the disk hands them in. Paths have `/` and are relative to one top. */
export interface Project {
  /** Every file, without what is ignored. */
  readonly files: readonly string[];
  /** The text of a file; nothing where there is none, or where it is too large to be a source. */
  read(path: string): string | undefined;
  /** Whether there is such a file, an ignored one too. Default: no. */
  exists?(path: string): boolean;
  /** The absolute path of the top, with `/`, where it is no work tree: names above it may tell that it was built. */
  readonly top?: string;
  /** A path as reports print it. Default: the path itself. */
  readonly shown?: (path: string) => string;
}
