import type { Exposure, Step } from '../model/index.ts';
import type { Origin } from './graph/reach-settings.ts';
import type { Place } from './place.ts';
import type { Side } from './side.ts';

const mostSteps = 60;

/** The line, from 1, on which a place of a text stands. */
export function lineAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line++;
  return line;
}

/** The way of a place to browsers: itself, the modules that import it one after the other, the entry. */
export function wayOf(place: Place, origins: ReadonlyMap<string, Origin | undefined>, side: Side): Exposure {
  const { tree } = side.app;
  const step = (path: string, at: number, why: string): Step => ({
    file: path,
    line: lineAt(tree.read(path) ?? '', at),
    why,
  });
  const way: Step[] = [step(place.path, place.start, 'the secret')];
  let { path } = place;
  for (let count = 0; count < mostSteps; count++) {
    const origin = origins.get(path);
    if (!origin) break;
    way.push(step(origin.path, origin.at, 'imports it'));
    path = origin.path;
  }
  const why = side.entries().get(path)?.why ?? 'an entry';
  const last = way.at(-1) as Step;
  way[way.length - 1] = { ...last, why };
  return { kind: 'client', way, reason: `${side.shape.framework} sends it to browsers: ${path} (${why})` };
}
