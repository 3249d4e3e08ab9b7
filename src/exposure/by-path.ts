import type { Exposure } from '../model/index.ts';
import type { Served } from './served.ts';
import type { Side } from './side.ts';
import { under, within } from './tree.ts';

const verdict = (kind: Exposure['kind'], reason: string, file?: string, line = 1): Exposure => ({
  kind,
  way: file === undefined ? [] : [{ file, line, why: reason }],
  reason,
});

const tests =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|cypress|e2e|fixtures?|testdata)\/|\.(?:test|spec|cy|e2e)\.[cm]?[jt]sx?$|(?:^|\/)(?:jest|vitest|playwright|cypress|karma)\.[\w.]*config\.[cm]?[jt]s$/;
const stories = /\.(?:stories|story)\.(?:[cm]?[jt]sx?|mdx|svelte|vue)$|(?:^|\/)\.storybook\//;
const builds =
  /(?:^|\/)[\w.-]*\.config\.[cm]?[jt]s$|(?:^|\/)\.[\w-]+rc(?:\.[cm]?js|\.json|\.ya?ml)?$|(?:^|\/)(?:scripts|tools|tooling|bin|build-scripts|\.github|\.gitlab|\.circleci|\.husky)\/|(?:^|\/)(?:Dockerfile|docker-compose|compose|Makefile|Jenkinsfile|Gruntfile|gulpfile|turbo\.json|nx\.json|\.gitlab-ci|azure-pipelines|bitbucket-pipelines)[\w.-]*$|(?:^|\/)(?:build|esbuild|bundle)\.[cm]?[jt]s$/;

/** Files that are served without being built: the frameworks' folders, and what everyone serves. */
export function publicFile(path: string, line: number, sides: readonly Side[], served?: Served): Exposure | undefined {
  for (const { app, shape } of sides) {
    // A template is made into a page: what of it stays is told by the build.
    if (/\.html?$/.test(path) && shape.client.some((entry) => entry.path === path)) continue;
    const folder = shape.publicFolders.find((each) => {
      const place = under(app.folder, each);
      return place === path || within(place, path) !== undefined;
    });
    if (folder !== undefined)
      return verdict('public-file', `${shape.framework} serves everything in ${folder}/ as it is`, path, line);
    if (shape.copied?.has(path))
      return verdict('public-file', `the build of ${shape.framework} copies it to what is published`, path, line);
  }
  if (served) {
    const where = served.folder === '' ? 'everything here' : `everything in ${served.folder}/`;
    return verdict('public-file', `${where} is put on the web: ${served.by}`, path, line);
  }
  if (/(?:^|\/)\.well-known\//.test(path))
    return verdict('public-file', 'everything in .well-known/ is served', path, line);
  return undefined;
}

/** What a path alone tells: tests, what only builds. */
export function byPath(path: string): Exposure | undefined {
  if (tests.test(path)) return verdict('test', 'its path says it is a test');
  if (stories.test(path)) return verdict('test', 'a story, which is no part of the application');
  if (builds.test(path)) return verdict('build-only', 'its path says it configures or runs a build');
  return undefined;
}

export const nothing = (reason: string): Exposure => verdict('unknown', reason);
export const server = (reason: string): Exposure => verdict('server', reason);
export const buildOnly = (reason: string): Exposure => verdict('build-only', reason);
