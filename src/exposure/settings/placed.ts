import type { App, Bundler } from '../shape.ts';
import { Follower } from './follow.ts';
import { type Made, madeOf } from './made.ts';
import { buildPrograms } from './programs.ts';
import { type Put, putsOf } from './puts.ts';

interface Known {
  readonly made: readonly { readonly put: Put; readonly made: Made }[];
  readonly programs: ReadonlySet<string>;
}

const known = new WeakMap<App, Known>();

function knownOf(app: App): Known {
  let all = known.get(app);
  if (!all) {
    const follower = new Follower(app);
    all = {
      made: putsOf(app).map((put) => ({ put, made: madeOf(put.value, follower, put.asJson) })),
      programs: new Set(buildPrograms(app).map(({ path }) => path)),
    };
    known.set(app, all);
  }
  return all;
}

/** True for a program that sets up a build, or a file that one takes values from. */
export const isBuildProgram = (app: App, path: string): boolean => knownOf(app).programs.has(path);

/** What the builds of an application do with the value at a place. */
export const putsAt = (app: App, path: string, start: number, end: number): readonly Put[] =>
  knownOf(app)
    .made.filter(({ made }) => made.texts.some((each) => each.path === path && each.start <= start && each.end >= end))
    .map(({ put }) => put);

/** What the builds of an application make of a variable of the environment. */
export const putsOfVariable = (app: App, name: string): readonly Put[] =>
  knownOf(app)
    .made.filter(({ made }) => made.variables.includes(name))
    .map(({ put }) => put);

/** Whether a bundler puts a member of an object alone where code names it, or the whole object. */
export const putsAlone = ({ name }: Bundler): boolean => /^(?:webpack|Rspack|Next\.js)$/.test(name);
