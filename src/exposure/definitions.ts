/** Where configurations hand values to client code: by which files, after which text, and who gets them. */
export const definitions: readonly {
  readonly files: readonly string[];
  readonly at: RegExp;
  readonly what: 'define' | 'environment' | 'always';
  /** True where the program tells which of its values are sent, and the text no more than which names. */
  readonly told?: boolean;
}[] = [
  {
    files: [
      'vite.config',
      'rsbuild.config',
      'build',
      'esbuild',
      'esbuild.config',
      'astro.config',
      'svelte.config',
      'electron.vite.config',
      'wxt.config',
      'nuxt.config',
      'docs/.vitepress/config',
      '.vitepress/config',
      'react-router.config',
    ],
    at: /\bdefine\s*:\s*\{/g,
    what: 'define',
  },
  {
    files: [
      'webpack.config',
      'webpack.common',
      'webpack.prod',
      'rspack.config',
      'vue.config',
      'craco.config',
      'next.config',
    ],
    at: /\bDefinePlugin\s*\(\s*\{/g,
    what: 'define',
  },
  {
    files: ['webpack.config', 'webpack.common', 'webpack.prod', 'rspack.config'],
    at: /\bEnvironmentPlugin\s*\(\s*[[{]/g,
    what: 'environment',
  },
  { files: ['rollup.config', 'rolldown.config', 'vite.config'], at: /\breplace\s*\(\s*\{/g, what: 'define' },
  { files: ['next.config'], at: /\benv\s*:\s*\{/g, what: 'environment' },
  { files: ['nuxt.config'], at: /\b(?:public|appConfig)\s*:\s*\{/g, what: 'always', told: true },
  {
    files: ['astro.config'],
    at: /\benvField\.\w{1,20}\(\s{0,20}\{(?=[^{}]{0,200}\bcontext\s{0,8}:\s{0,8}['"]client)/g,
    what: 'always',
    told: true,
  },
  { files: ['next.config', 'nuxt.config'], at: /\bpublicRuntimeConfig\s*:\s*\{/g, what: 'always' },
  // The whole of it is the `siteConfig` of every page.
  {
    files: ['docusaurus.config'],
    at: /(?:\bmodule\.exports\s*=|\bexport\s+default|\bconfig(?:\s*:\s*\w+)?\s*=|\b(?:customFields|themeConfig)\s*:)\s*\{/g,
    what: 'always',
    told: true,
  },
  { files: ['wxt.config'], at: /\bmanifest\s*:\s*\{/g, what: 'always', told: true },
  { files: ['app.config'], at: /\bextra\s*:\s*\{/g, what: 'always' },
  { files: ['docs/.vitepress/config', '.vitepress/config'], at: /\b(?:themeConfig|head)\s*:\s*[[{]/g, what: 'always' },
];
