import { describe, expect, test } from 'vitest';
import { decideExposure } from '../../src/exposure/index.ts';
import { findingAt, projectOf } from './fixture.ts';
import { servers } from './servers.ts';

const mark = /\{\{(client|server):([\w-]+)\}\}/g;

describe.each(Object.entries(servers))('%s', (_, files) => {
  const project = projectOf(files);
  const marks = Object.entries(files).flatMap(([path, text]) =>
    [...text.matchAll(mark)].map(({ 0: whole, 1: kind, 2: name, index }) => ({ path, kind, name, index, whole })),
  );
  const findings = marks.map(({ path, index, whole }) => findingAt(project, path, index, whole.length));
  const decided = decideExposure(findings, project).map(({ exposure }) =>
    exposure.kind === 'client' ? 'client' : 'server',
  );

  test('what its answers carry to who asks for them ships, and nothing else', () => {
    expect(marks.map(({ name }, index) => `${name}: ${decided[index]}`)).toEqual(
      marks.map(({ name, kind }) => `${name}: ${kind}`),
    );
  });
});
