import { realpathSync } from 'node:fs';
import { isDockerfile } from '../../exposure/index.ts';
import type { Exposure, Finding } from '../../model/index.ts';
import { namesBelow } from '../paths.ts';
import { resolveRoots, topOf } from '../roots.ts';
import { type DockerFiles, dockerFiles } from './docker-files.ts';
import type { PublishOptions } from './publish-source.ts';

/**
 * Findings in what would be published, with who gets them: whoever has the package or the image. A line of a Dockerfile that
 * is of an earlier stage is in no image.
 * @param options as the source was given them
 */
export function withPublished(found: readonly Finding[], { roots, cwd, as }: PublishOptions): readonly Finding[] {
  if (as === 'package') return found.map((finding) => ({ ...finding, exposure: sent }));
  const here = realpathSync.native(cwd);
  const resolved = resolveRoots(roots.length === 0 ? ['.'] : roots, here);
  const { top } = topOf(resolved, here);
  const contexts = new Map<
    string,
    { readonly name: string; readonly why: DockerFiles['why']; shown: (name: string) => string }
  >();
  for (const root of resolved) {
    if (root.kind !== 'folder') continue;
    const { files, why } = dockerFiles(root.folder);
    const names = namesBelow(root.folder, top, here);
    for (const name of files) contexts.set(names.fromTop(name), { name, why, shown: names.shown });
  }
  return found.map((finding) => {
    const path = finding.provenance.path.replace(/!\/.*$/s, '');
    const context = contexts.get(path);
    const inImage = context?.why(context.name, finding.start.line);
    if (!context) return { ...finding, exposure: inSome };
    if (!inImage) return { ...finding, exposure: isDockerfile(context.name) ? earlier : inSome };
    const build = context.shown(inImage.build);
    const isOwn = context.name === inImage.build;
    const way = [
      { file: finding.file, line: finding.start.line, why: 'the secret' },
      ...(isOwn ? [] : [{ file: build, line: inImage.line, why: inImage.text }]),
    ];
    const reason = isOwn
      ? `${inImage.text} stays in the image: whoever has it can read it`
      : `docker build puts it into the image: ${build}:${inImage.line} (${inImage.text})`;
    return { ...finding, exposure: { kind: 'package', way, reason } };
  });
}

const sent: Exposure = { kind: 'package', way: [], reason: 'npm publish sends it' };
const inSome: Exposure = { kind: 'package', way: [], reason: 'docker build may put it into the image' };
const earlier: Exposure = {
  kind: 'build-only',
  way: [],
  reason: 'a comment, or an earlier stage of the build: no part of the image',
};
