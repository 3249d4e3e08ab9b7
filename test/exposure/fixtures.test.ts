import { expect, test } from 'vitest';
import { decideExposure } from '../../src/exposure/index.ts';
import { findingAt, fixtures, readFixture } from './fixture.ts';

test.each(fixtures)('%s: every marked value is seen by whom its mark says', (name) => {
  const { project, marks } = readFixture(name);
  const findings = marks.map(({ path, start, length }) => findingAt(project, path, start, length));
  const decided = decideExposure(findings, project);
  const said = marks.map((mark, index) => `${mark.path} ${mark.name}: ${decided[index]?.exposure.kind}`);
  expect(said).toEqual(marks.map((mark) => `${mark.path} ${mark.name}: ${mark.kind}`));
});
