import { expect, test } from 'vitest';
import { layoutOf, outputAbove } from '../../src/exposure/built-layouts.ts';

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
  ['node_modules/jquery/dist/jquery.min.js', undefined],
  ['.output/server/node_modules/x/dist/x.min.js', 'server'],
  ['release/app.asar!/node_modules/x/dist/x.min.js', 'client'],
  ['.next/server/pages/a/b.json', 'client'],
  ['.next/server/pages/a/b.js.nft.json', 'server'],
  ['.next/server/pages-manifest.json', 'server'],
  ['.next/standalone/public/a.txt', 'client'],
  ['.output/chrome-mv3/background.js', 'package'],
  ['dist/app/browser/main.js', 'client'],
  ['dist/app/server/main.js', 'server'],
  ['build/prerendered/index.html', 'client'],
  ['out/renderer/assets/a.js', 'client'],
  ['out/main/index.js', 'package'],
  ['acme-1.0.0.tgz!/package/lib/a.js', 'package'],
  ['dist/index.js', undefined],
  ['build/app.js', undefined],
  ['src/app/page.tsx', undefined],
  ['src/server/index.ts', undefined],
  ['a.map', undefined],
])('%s: %s', (path, kind) => {
  expect(layoutOf(path)?.kind).toBe(kind);
});

test.each([
  ['dist/app.js', 'dist/index.html', 'client'],
  ['apps/web/build/a/b.js.map', 'apps/web/build/asset-manifest.json', 'source-map'],
  ['www/a.js', 'www/sw.js', 'client'],
  ['dist/app.js', 'index.html', undefined],
  ['dist/server/app.js', 'dist/index.html', 'server'],
  ['build/make.ts', 'build/index.html', undefined],
])('%s beside %s: %s', (path, mark, kind) => {
  expect(layoutOf(path, (each) => each === mark)?.kind).toBe(kind);
  expect(layoutOf(path, (each) => each === mark || /^(?:dist|www)\/package.json$/.test(each))?.kind).toBe(
    /^(?:dist\/app|www)/.test(path) ? undefined : kind,
  );
});

test.each([
  ['/home/x/app/.next/static', '.next/static/'],
  ['/home/x/app/dist', 'dist/'],
  ['/home/x/dist/web/a', 'dist/web/a/'],
  ['/build/client/home/x/app', ''],
  ['/home/x/app', ''],
])('of %s, %s was built', (top, above) => {
  expect(outputAbove(top)).toBe(above);
});
