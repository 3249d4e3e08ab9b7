import { expect, test } from 'vitest';
import { decideExposure } from '../../src/exposure/index.ts';
import type { Finding } from '../../src/model/index.ts';

const dockerfile = 'FROM node\nCOPY . /app\n';

/** Who can see the text of a file, in a project with a Dockerfile for services. */
function kindOf(compose: string, path: string, dockerfiles: readonly string[]): string {
  const files = new Map([
    ['compose.yaml', compose],
    [path, 'secret\n'],
    ...dockerfiles.map((each) => [each, dockerfile] as const),
  ]);
  const finding = {
    kind: 'finding',
    severity: 'high',
    byteOffset: 0,
    byteLength: 6,
    exposure: { kind: 'unknown', way: [], reason: '' },
    provenance: { kind: 'file', path },
  } as unknown as Finding;
  const [decided] = decideExposure([finding], { files: [...files.keys()], read: (each) => files.get(each) });
  return decided?.exposure.kind ?? '';
}

test.each([
  ['services:\n  a:\n    build: ./api\n', 'api/keys.txt', ['api/Dockerfile'], 'package'],
  [
    'services:\n  a:\n    build:\n      context: .\n      dockerfile: services/a/Dockerfile\n',
    'keys.txt',
    ['services/a/Dockerfile'],
    'package',
  ],
  [
    'services:\n  a:\n    build:\n      context: ./services\n      dockerfile: a/Dockerfile\n    image: b\n',
    'services/keys.txt',
    ['services/a/Dockerfile'],
    'package',
  ],
  ['services:\n  a:\n    image: b\n', 'keys.txt', ['services/a/Dockerfile'], 'unknown'],
])('compose says which folder an image is built in: %j', (compose, path, dockerfiles, kind) => {
  expect(kindOf(compose, path, dockerfiles)).toBe(kind);
});
