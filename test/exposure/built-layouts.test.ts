import { expect, test } from 'vitest';
import { layoutOf } from '../../src/exposure/built-layouts.ts';

test.each([
  ['.next/static/chunks/app/page-1f2e3d.js', 'client'],
  ['apps/web/.next/static/chunks/main.js.map', 'source-map'],
  ['apps/web/.next/static/chunks/main.js.map!/src/a.ts', 'source-map'],
  ['.next/server/app/page.js', 'server'],
  ['.next/server/app/index.html', 'client'],
  ['.next/cache/webpack/client/0.pack', 'build-only'],
  ['.next/standalone/server.js', 'server'],
  ['.next/standalone/apps/web/.next/static/a.js', 'client'],
  ['.output/public/_nuxt/entry.js', 'client'],
  ['.output/server/index.mjs', 'server'],
  ['.nuxt/dist/client/a.js', 'client'],
  ['.svelte-kit/output/client/_app/a.js', 'client'],
  ['.svelte-kit/output/server/index.js', 'server'],
  ['.vercel/output/static/a.js', 'client'],
  ['.vercel/output/functions/a.func/index.js', 'server'],
  ['dist/client/assets/a.js', 'client'],
  ['dist/server/entry.mjs', 'server'],
  ['build/server/index.js', 'server'],
  ['dist/assets/index-B1x2y3z4.js', 'client'],
  ['static/js/main.0a1b2c3d.js', 'client'],
  ['public/build/app.js', 'client'],
  ['node_modules/.cache/x/y', 'build-only'],
  ['android/app/src/main/assets/index.android.bundle', 'client'],
  ['release/app.asar!/main.js', 'client'],
  ['lib/jquery.min.js', 'client'],
  ['dist/index.js', undefined],
  ['build/app.js', undefined],
  ['src/app/page.tsx', undefined],
  ['src/server/index.ts', undefined],
  ['a.map', undefined],
])('%s: %s', (path, kind) => {
  expect(layoutOf(path)?.kind).toBe(kind);
});
