declare module 'npm-packlist' {
  /** A package and what it depends on, as npm lays it out on disk. */
  export interface PackageNode {
    readonly path: string;
    readonly package: Readonly<Record<string, unknown>>;
    readonly isProjectRoot?: boolean;
    readonly isLink?: boolean;
    readonly target?: PackageNode;
    readonly edgesOut: ReadonlyMap<
      string,
      { readonly to?: PackageNode; readonly peer?: boolean; readonly dev?: boolean }
    >;
  }
  /** The files that npm would pack, relative to the package. */
  export default function packlist(tree: PackageNode): Promise<readonly string[]>;
}
