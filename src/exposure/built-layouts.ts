/** Who gets a file of built output, going by the folder that a tool writes it to. */
export interface Layout {
  readonly kind: 'client' | 'public-file' | 'source-map' | 'server' | 'build-only' | 'package';
  readonly reason: string;
  /** True where nothing but the name of the file tells. */
  readonly byName?: boolean;
}

interface Folder {
  /** The folder or file, as a pattern on a path with `/` before it. */
  readonly path: RegExp;
  readonly kind: Layout['kind'];
  readonly what: string;
}

const browser = (path: RegExp, what: string): Folder => ({ path, kind: 'client', what });
const server = (path: RegExp, what: string): Folder => ({ path, kind: 'server', what });
const build = (path: RegExp, what: string): Folder => ({ path, kind: 'build-only', what });
const packed = (path: RegExp, what: string): Folder => ({ path, kind: 'package', what });

/**
 * The first that matches decides: halves of servers and caches stand before the folders they lie in. Source of the names:
 * the tools' own documentation of their output.
 */
const folders: readonly Folder[] = [
  build(
    /\/\.(?:next|angular|turbo|parcel-cache|vite|nuxt\/cache)(?:\/cache)?\/(?:cache|trace|types|diagnostics)\/|\/node_modules\/\.(?:cache|vite)\/|\/\.(?:turbo|parcel-cache|cache)\//,
    'a build cache',
  ),
  browser(/\/\.next\/(?:standalone\/.*\.next\/)?static\//, 'the half of a Next.js build that browsers load'),
  browser(/\/\.next\/standalone\/(?:.*\/)?public\//, 'Next.js serves it as it is'),
  browser(
    /\/\.next\/(?:standalone\/.*\.next\/)?server\/(?:.*\.(?:html|rsc|meta|body)|pages\/(?!.*\.nft\.json$).*\.json)$/,
    'a page that Next.js has rendered, or its data: it is sent as it is',
  ),
  server(/\/\.next\//, 'the half of a Next.js build that stays on the server'),
  browser(/\/\.output\/public\/|\/\.nuxt\/dist\/client\//, 'the half of a Nuxt or Nitro build that browsers load'),
  packed(
    /\/\.output\/[\w-]+-mv[23](?:-[\w-]+)?\/|\/build\/[\w-]+-mv[23]-(?:prod|dev)\/|\/\.wxt\/output\//,
    'a browser extension that was built',
  ),
  server(/\/\.(?:output|nuxt)\//, 'the half of a Nuxt or Nitro build that stays on the server'),
  browser(
    /\/\.svelte-kit\/(?:output\/(?:client|prerendered)|cloudflare\/_app|vercel-tmp\/static)\//,
    'the half of a SvelteKit build that browsers load',
  ),
  server(/\/\.svelte-kit\//, 'the half of a SvelteKit build that stays on the server'),
  browser(/\/(?:\.vercel\/output|\.amplify-hosting)\/static\//, 'served as it is by the platform'),
  server(
    /\/\.vercel\/output\/functions\/|\/\.amplify-hosting\/compute\/|\/\.netlify\/(?:functions|edge-functions|server)[^/]*\//,
    'a function that runs at the platform',
  ),
  browser(
    /\/(?:dist|build)\/(?:[^/]+\/)?browser\/|\/(?:dist|build|\.vinxi\/build)\/(?:client|public|static|assets|prerendered)\/|\/public\/build\//,
    'the half of a build that browsers load',
  ),
  server(
    /\/(?:dist|build)\/(?:[^/]+\/)?server\/|\/(?:dist|build)\/(?:ssr|server-side|functions|_worker\.js)\/|\/\.vinxi\/build\/(?:ssr|server)\/|\/dist\/entry\.mjs$/,
    'the half of a build that stays on the server',
  ),
  browser(/\/out\/renderer\//, 'a page of the application that was built'),
  packed(/\/out\/(?:main|preload)\//, 'packed into the application that users install'),
  browser(
    /\/(?:android\/app\/src\/main\/assets|ios\/[^/]+\/public|platforms\/[^/]+\/(?:.*\/)?www)\/|\/(?:index\.android\.bundle|main\.jsbundle)$/,
    'packed into an application',
  ),
  browser(/\.(?:asar|crx|xpi|apk|aab|ipa)!\//, 'packed into an application that users install'),
  browser(
    /\/(?:storybook-static|web-build|\.expo\/web|_site|\.docusaurus|coverage\/lcov-report|\.vitepress\/dist)\//,
    'a site that was built',
  ),
  packed(/\.t(?:ar\.)?gz!\/package\//, 'in a package as npm packs it'),
];

/** Files that browsers load wherever they lie: names that only bundlers give. */
const bundleName =
  /\/(?:[^/]*\.(?:bundle|chunk|min|iife|umd)\.m?js|(?:index|main|app|vendors?|runtime|polyfills|chunk|framework)-[A-Za-z0-9_-]{6,12}\.(?:m?js|css)|static\/(?:js|css)\/[^/]+\.[0-9a-f]{8}\.(?:chunk\.)?(?:js|css))$/;
const map = /\.map(?:!\/|$)/;

/** Folders that may be a site or anything else: what lies at their top tells. No bundler writes TypeScript. */
const anyOutput = /^(.*?\/(?:dist|build|out|www|public))\/(?!.*\.(?:[cm]?tsx?|jsx|vue|svelte|astro)$)/;

/** What lies at the top of a folder that is served: pages, and lists of what a page or a service worker loads. */
const marks: Readonly<Record<string, string>> = {
  'index.html': 'a page stands at its top',
  '.vite/manifest.json': 'it has a list of what pages load',
  'asset-manifest.json': 'it has a list of what pages load',
  'manifest.json': 'it has the manifest of an extension or of a page',
  'ngsw.json': 'it has the list of what a service worker loads',
  'sw.js': 'it has a service worker',
  'service-worker.js': 'it has a service worker',
};

/**
 * What the layout of built output says of a path; nothing for what is not built, or where nothing tells (`dist` of a
 * library, `build` of a server, what is installed).
 * @param path with `/`, relative to the top of what is scanned
 * @param has whether there is such a file, ignored ones too; without it names alone decide
 */
export function layoutOf(path: string, has?: (path: string) => boolean): Layout | undefined {
  const rooted = beforeInstalled(`/${path}`);
  const folder = folders.find((each) => each.path.test(rooted));
  const layout = folder ? { kind: folder.kind, reason: folder.what } : (siteOf(rooted, has) ?? bundle(rooted));
  if (layout?.kind !== 'client' || !map.test(rooted)) return layout;
  return { ...layout, kind: 'source-map', reason: `a source map beside what browsers load: ${layout.reason}` };
}

/** Of what is installed, only what a build has put around it tells anything. */
function beforeInstalled(rooted: string): string {
  const at = rooted.indexOf('/node_modules/');
  if (at === -1 || /^\/node_modules\/\.(?:cache|vite)\//.test(rooted.slice(at))) return rooted;
  return `${rooted.slice(0, at)}/node_modules`;
}

function siteOf(rooted: string, has: ((path: string) => boolean) | undefined): Layout | undefined {
  const folder = anyOutput.exec(rooted)?.[1]?.slice(1);
  // A folder with a package of its own is a project, however it is called.
  if (!has || folder === undefined || has(`${folder}/package.json`)) return undefined;
  const mark = Object.keys(marks).find((name) => has(`${folder}/${name}`));
  return mark === undefined
    ? undefined
    : { kind: 'client', reason: `${folder}/ is what browsers load: ${marks[mark] as string} (${mark})` };
}

const bundle = (rooted: string): Layout | undefined =>
  bundleName.test(rooted.replace(/\.map(?:!\/.*)?$/, ''))
    ? { kind: 'client', reason: 'its name is one that bundlers give to what browsers load', byName: true }
    : undefined;

const outputTop =
  /^(?:\.next|\.output|\.nuxt|\.svelte-kit|\.vercel|\.netlify|\.vinxi|\.amplify-hosting|dist|build|out|www|storybook-static|_site)$/;

/**
 * The part of a folder's path that belongs to built output, where a folder of such output is scanned by itself:
 * `.next/static` of `/home/x/app/.next/static`, or nothing. Folders further up are none of the project's.
 * @param top an absolute path with `/`
 */
export function outputAbove(top: string): string {
  const names = top.split('/').slice(-3);
  const first = names.findIndex((name) => outputTop.test(name));
  return first === -1 ? '' : `${names.slice(first).join('/')}/`;
}
