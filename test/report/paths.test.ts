import { expect, test } from 'vitest';
import type { Scope } from '../../src/model/index.ts';
import { fromTop, uriOf } from '../../src/report/paths.ts';

const scope: Scope = { mode: 'files', roots: ['.'], top: '/work/app', cwd: '/work/app/web', inGit: true };

test.each([
  ['src/a.ts', 'web/src/a.ts'],
  ['./src//a.ts', 'web/src/a.ts'],
  ['../README.md', 'README.md'],
  ['/work/app/web/a.ts', 'web/a.ts'],
  ['../../other/a.ts', '/work/other/a.ts'],
  ['/etc/app.conf', '/etc/app.conf'],
  ['/work/app-two/a.ts', '/work/app-two/a.ts'],
  ['a\\b.ts', 'web/a\\b.ts'],
  ['..', '.'],
])('%s is %s from the top', (file, path) => {
  expect(fromTop(file, scope)).toBe(path);
});

test('paths of history are seen from the top already', () => {
  expect(fromTop('src/a.ts', { ...scope, mode: 'history' })).toBe('src/a.ts');
});

test('without a working directory, paths are seen from the top', () => {
  const { cwd: _, ...without } = scope;
  expect(fromTop('src/a.ts', without)).toBe('src/a.ts');
});

test('drives and backslashes are understood', () => {
  const windows: Scope = { ...scope, top: 'C:\\work\\app', cwd: 'C:\\work\\app\\web' };
  expect(fromTop('src/a.ts', windows)).toBe('web/src/a.ts');
  expect(fromTop('../../x.ts', windows)).toBe('C:/work/x.ts');
  expect(uriOf('C:\\other\\a b.ts', windows)).toEqual({ uri: 'file:///C:/other/a%20b.ts' });
});

test.each([
  ['a b/ü#?%.ts', { uri: 'web/a%20b/%C3%BC%23%3F%25.ts', uriBaseId: 'SRCROOT' }],
  ['[slug]/page.tsx', { uri: 'web/%5Bslug%5D/page.tsx', uriBaseId: 'SRCROOT' }],
  ['a\n\x1b.ts', { uri: 'web/a%0A%1B.ts', uriBaseId: 'SRCROOT' }],
  ['a\ud800.ts', { uri: 'web/a%EF%BF%BD.ts', uriBaseId: 'SRCROOT' }],
  ['/etc/app conf', { uri: 'file:///etc/app%20conf' }],
])('%j as a URI', (file, uri) => {
  expect(uriOf(file, scope)).toEqual(uri);
});

test('a message of a commit is a relative reference, not a scheme', () => {
  expect(uriOf('commit:abc', { ...scope, mode: 'history' }).uri).toBe('commit%3Aabc');
});
