import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Place, replay, secretOf } from './transcript.ts';

const folder = new URL('../../fixtures/cli/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.md'));

/** `U=1` writes what comes out now, for a person to read in the difference. */
const update = process.env['U'] === '1';

test.each(files)('%s', (file) => {
  const place = new Place();
  try {
    const expected = readFileSync(new URL(file, folder), 'utf8');
    const { markdown, printed } = replay(expected, place);
    for (const [, id = '', number = '1'] of expected.matchAll(/\{\{([a-z0-9]+(?:-[a-z0-9]+)+)(?::(\d+))?\}\}/g))
      expect(printed).not.toContain(secretOf(id, Number(number)));
    if (update) writeFileSync(new URL(file, folder), markdown);
    else expect(markdown).toBe(expected);
  } finally {
    place.remove();
  }
});
