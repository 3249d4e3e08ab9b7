/** Who gets a file of built output, going by the folder that a tool writes it to. */
export interface Layout {
  readonly kind: 'client' | 'public-file' | 'source-map' | 'server' | 'build-only' | 'package';
  readonly reason: string;
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
  browser(/\/\.next\/server\/.*\.(?:html|rsc|meta|body)$/, 'a page that Next.js has rendered: it is sent as it is'),
  server(/\/\.next\//, 'the half of a Next.js build that stays on the server'),
  browser(/\/\.output\/public\/|\/\.nuxt\/dist\/client\//, 'the half of a Nuxt or Nitro build that browsers load'),
  server(/\/\.(?:output|nuxt)\//, 'the half of a Nuxt or Nitro build that stays on the server'),
  browser(
    /\/\.svelte-kit\/(?:output\/(?:client|prerendered)|cloudflare\/_app|vercel-tmp\/static)\//,
    'the half of a SvelteKit build that browsers load',
  ),
  server(/\/\.svelte-kit\//, 'the half of a SvelteKit build that stays on the server'),
  browser(/\/\.vercel\/output\/static\//, 'served as it is by the platform'),
  server(
    /\/\.vercel\/output\/functions\/|\/\.netlify\/(?:functions|edge-functions|server)[^/]*\//,
    'a function that runs at the platform',
  ),
  server(
    /\/(?:dist|build)\/(?:server|ssr|server-side|functions|_worker\.js)\/|\/dist\/entry\.mjs$/,
    'the half of a build that stays on the server',
  ),
  browser(
    /\/(?:dist|build)\/(?:client|browser|public|static|assets)\/|\/public\/build\//,
    'the half of a build that browsers load',
  ),
  browser(
    /\/(?:android\/app\/src\/main\/assets|ios\/[^/]+\/public|platforms\/[^/]+\/.*\/?www)\/|\/(?:index\.android\.bundle|main\.jsbundle)$/,
    'packed into an application',
  ),
  browser(/\.(?:asar|crx|xpi|apk|aab|ipa)!\//, 'packed into an application that users install'),
  browser(
    /\/(?:storybook-static|web-build|\.expo\/web|_site|\.docusaurus|coverage\/lcov-report|\.vitepress\/dist|\.wxt\/output|\.output\/(?:chrome|firefox)-mv[23])\//,
    'a site or extension that was built',
  ),
];

/** Files that browsers load wherever they lie: names that only bundlers give. */
const bundleName =
  /\/(?:[^/]*\.(?:bundle|chunk|min|iife|umd)\.m?js|(?:index|main|app|vendors?|runtime|polyfills|chunk|framework)-[A-Za-z0-9_-]{6,12}\.(?:m?js|css)|static\/(?:js|css)\/[^/]+\.[0-9a-f]{8}\.(?:chunk\.)?(?:js|css))$/;
const map = /\.map(?:!\/|$)/;

/**
 * What the layout of built output says of a path; nothing for what is not built, or where the name does not tell (`dist`
 * of a library, `build` of a server).
 * @param path with `/`, relative to the top of what is scanned
 */
export function layoutOf(path: string): Layout | undefined {
  const rooted = `/${path}`;
  const folder = folders.find((each) => each.path.test(rooted));
  const layout = folder
    ? { kind: folder.kind, reason: folder.what }
    : bundleName.test(rooted.replace(/\.map(?:!\/.*)?$/, ''))
      ? ({ kind: 'client', reason: 'its name is one that bundlers give to what browsers load' } as const)
      : undefined;
  if (layout?.kind !== 'client' || !map.test(rooted)) return layout;
  return { kind: 'source-map', reason: `a source map beside what browsers load: ${layout.reason}` };
}
