import type { Framework } from '../shape.ts';
import { astro } from './astro.ts';
import { rollup, rsbuild, webpack } from './bundled.ts';
import { electron, reactNative, storybook, webFolder } from './devices.ts';
import { docusaurus } from './docusaurus.ts';
import { esbuild, parcel } from './esbuild.ts';
import { extension } from './extension.ts';
import { next } from './next.ts';
import { nuxt } from './nuxt.ts';
import { reactRouter } from './react-router.ts';
import { functions, nodeServer, plainPages } from './servers.ts';
import { angular, createReactApp, gatsby, vueCli } from './single-page.ts';
import { sveltekit } from './sveltekit.ts';
import { vite } from './vite.ts';
import { vitepress } from './vitepress.ts';

/** What an application is built with: the first that is told counts. */
export const builders: readonly Framework[] = [
  next,
  nuxt,
  sveltekit,
  astro,
  reactRouter,
  gatsby,
  docusaurus,
  vitepress,
  angular,
  createReactApp,
  vueCli,
  reactNative,
  extension,
  electron,
  vite,
  parcel,
  rsbuild,
  webpack,
  rollup,
  esbuild,
  plainPages,
];

/** What an application may be besides: all that are told count. */
export const companions: readonly Framework[] = [webFolder, storybook, functions, nodeServer];
