// Fixture projects: their files, with a made-up value in the place of each `{{verdict:name}}` mark.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const mark = /\{\{(client|public-file|source-map|package|server|build-only|test|unknown):([\w-]+)\}\}/g;

/** A value that stands nowhere else: made from the mark, so that a run can be repeated. */
export const plantedValue = (fixture, verdict, name) =>
  `KS${createHash('sha256').update(`${fixture}/${verdict}/${name}`).digest('hex').slice(0, 30)}`;

/** `_env` stands for `.env`: version control leaves files of that name out. */
const realName = (name) => (name.startsWith('_env') ? `.${name.slice(1)}` : name);

function* filesBelow(folder, below = '') {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below + entry.name;
    if (entry.isDirectory()) yield* filesBelow(join(folder, entry.name), `${path}/`);
    else yield path;
  }
}

/**
 * Reads a fixture.
 * @returns its texts by path, and its marks: verdict, name, value, path and the offset of the value in that text
 */
export function readFixture(folder, fixture) {
  const files = new Map();
  const marks = [];
  for (const stored of filesBelow(join(folder, fixture))) {
    const path = stored.split('/').map(realName).join('/');
    let text = '';
    let at = 0;
    const source = readFileSync(join(folder, fixture, stored), 'utf8');
    for (const match of source.matchAll(mark)) {
      const [whole, verdict, name] = match;
      text += source.slice(at, match.index);
      const value = plantedValue(fixture, verdict, name);
      marks.push({ verdict, name, value, path, offset: text.length });
      text += value;
      at = match.index + whole.length;
    }
    files.set(path, text + source.slice(at));
  }
  return { files, marks };
}

/** The names of all fixtures. */
export const fixtureNames = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
