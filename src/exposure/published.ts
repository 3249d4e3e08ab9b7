import type { Exposure } from '../model/index.ts';
import { composeContexts } from './docker/compose.ts';
import { isDockerfile } from './docker/dockerfile.ts';
import { dockerIgnores, patternOf } from './docker/dockerignore.ts';
import { Image } from './docker/image.ts';
import type { OwnPackage, Packages } from './resolve/packages.ts';
import { folderOf, type Tree, textsOf, under, within } from './tree.ts';

/** Files of a package that npm sends whatever `files` says. */
const always = /^(?:package\.json|(?:readme|licen[cs]e|copying)(?:\.[^/]*)?)$/i;
/** What npm never sends. */
const never = /(?:^|\/)(?:node_modules|\.git)\/|(?:^|\/)(?:\.npmrc|package-lock\.json|\.DS_Store)$/;

interface Build {
  readonly path: string;
  readonly context: string;
  readonly image: Image;
  readonly ignored: (path: string) => boolean;
}

/** What of a project is published as it is: packages by their `files`, images by their Dockerfiles. */
export class Published {
  readonly #tree: Tree;
  readonly #packages: Packages;
  #builds: readonly Build[] | undefined;

  constructor(tree: Tree, packages: Packages) {
    this.#tree = tree;
    this.#packages = packages;
  }

  /** Who gets a line (from 1) of a file with a package or an image; nothing where nothing of that kind holds it. */
  of(path: string, line: number): Exposure | undefined {
    return this.#inPackage(path, line) ?? this.#inImage(path, line);
  }

  #inPackage(path: string, line: number): Exposure | undefined {
    const own = this.#packages.of(path);
    const inner = own && within(own.folder, path);
    if (!own || inner === undefined || never.test(inner) || !isPublished(own)) return undefined;
    const by = always.test(inner) ? 'npm sends it always' : sentBy(own, inner);
    if (by === undefined) return undefined;
    const reason = `npm publish sends it: ${by} (${under(own.folder, 'package.json')})`;
    return { kind: 'package', way: [{ file: path, line, why: 'the secret' }], reason };
  }

  #inImage(path: string, line: number): Exposure | undefined {
    for (const { path: build, context, image, ignored } of this.builds()) {
      const inner = within(context, path);
      const said = path === build ? image.says(line) : undefined;
      const holds = said ?? (inner !== undefined && !ignored(inner) ? image.holds(inner) : undefined);
      if (!holds) continue;
      const own = { file: path, line, why: 'the secret' };
      const reason = said
        ? `${holds.text} stays in the image of ${build}: whoever has it can read it`
        : `docker build puts it into the image: ${build}:${holds.line} (${holds.text})`;
      return { kind: 'package', way: said ? [own] : [own, { file: build, line: holds.line, why: holds.text }], reason };
    }
    return undefined;
  }

  /** The Dockerfiles of the project, each with the folder it is taken to be built in. */
  builds(): readonly Build[] {
    this.#builds ??= this.#read();
    return this.#builds;
  }

  #read(): readonly Build[] {
    const files = this.#tree.files.filter(isDockerfile);
    const said = files.length > 0 ? composeContexts(this.#tree) : new Map<string, string>();
    return files.map((path) => {
      const folder = folderOf(path);
      const usual = /(?:^|\/)(?:\.?docker|deploy|deployment|build|infra|ops)$/.test(folder) ? folderOf(folder) : folder;
      const context = said.get(path) ?? usual;
      const ignore = this.#tree.read(`${path}.dockerignore`) ?? this.#tree.read(under(context, '.dockerignore')) ?? '';
      return { path, context, image: new Image(this.#tree.read(path) ?? ''), ignored: dockerIgnores(ignore) };
    });
  }
}

/** Packages that say how they are published; a mere name and version is what every application has. */
const isPublished = ({ name, json }: OwnPackage): boolean =>
  json['private'] !== true &&
  name !== undefined &&
  typeof json['version'] === 'string' &&
  (Array.isArray(json['files']) || typeof json['publishConfig'] === 'object');

function sentBy({ json }: OwnPackage, inner: string): string | undefined {
  const entry = [...textsOf(json['main']), ...binsOf(json['bin'])].some((path) => path.replace(/^\.\//, '') === inner);
  if (entry) return '`main` or `bin` names it';
  if (!Array.isArray(json['files'])) return 'there is no `files`';
  let sent: string | undefined;
  for (const pattern of textsOf(json['files'])) {
    const isNot = pattern.startsWith('!');
    if (isNot === (sent !== undefined) && patternOf(isNot ? pattern.slice(1) : pattern)(inner))
      sent = isNot ? undefined : `\`files\` names ${pattern}`;
  }
  return sent;
}

const binsOf = (bin: unknown): string[] =>
  typeof bin === 'object' && bin !== null ? Object.values(bin).flatMap(textsOf) : textsOf(bin);
