import type { Purity } from '../../syntax/outline/index.ts';
import type { Bundler } from '../shape.ts';

const production = { 'process.env.NODE_ENV': 'production' } as const;

/** What Vite tells its code. */
const viteKnown = {
  ...production,
  'import.meta.env.DEV': false,
  'import.meta.env.PROD': true,
  'import.meta.env.SSR': false,
  'import.meta.env.MODE': 'production',
  'import.meta.hot': false,
  'import.meta.vitest': false,
} as const;

const few: Purity = {
  constructors: 'none',
  functions: 'none',
  wrappers: false,
  reads: true,
  enums: true,
  decorators: false,
};
const some: Purity = { ...few, constructors: 'collections', functions: 'texts' };
const many: Purity = { ...few, constructors: 'all', functions: 'texts' };
const most: Purity = { ...few, constructors: 'all', functions: 'all' };

const bundler = (name: string, traits: Partial<Bundler>): Bundler => ({
  name,
  shakes: true,
  shakesDynamic: ['pattern', 'member', 'variable', 'then-pattern', 'then-member'],
  shakesCommonJs: false,
  shakesMembers: 'in one chunk',
  seesPatterns: false,
  handsObjects: 'none',
  shakesEnums: 'none',
  shakesJson: false,
  shakesNamespaces: true,
  foldsImports: 'everywhere',
  loadsUnused: false,
  keepsComments: 'none',
  keepsStyleComments: false,
  keepsPageComments: true,
  dropsUnexported: false,
  shakesEntries: false,
  known: production,
  pure: some,
  dropsBranches: true,
  dropsLocals: true,
  foldsTexts: 'constants',
  foldsConstants: true,
  ...traits,
});

/** Rollup by itself: it sees through objects and most of the language, and knows nothing that its plugins do not tell. */
const rollup = bundler('Rollup', {
  shakesMembers: 'everywhere',
  handsObjects: 'all',
  seesPatterns: true,
  shakesJson: true,
  keepsComments: 'all',
  keepsStyleComments: true,
  known: {},
  foldsTexts: 'literals',
  dropsMembers: true,
  pure: most,
});

const webpack = bundler('webpack', {
  needsConstants: true,
  shakesDynamic: ['pattern', 'variable', 'then-pattern', 'then-member'],
  shakesCommonJs: true,
  shakesJson: true,
  loadsUnused: true,
  keepsStyleComments: true,
  known: { ...production, 'module.hot': false },
  pure: few,
});

const rspack = bundler('Rspack', {
  needsConstants: true,
  shakesDynamic: ['pattern', 'variable', 'then-pattern', 'then-member'],
  shakesCommonJs: true,
  shakesJson: true,
  shakesEnums: 'all',
  keepsComments: 'legal',
});

const turbopack = bundler('Next.js', {
  needsConstants: true,
  shakesDynamic: ['pattern', 'member', 'then-pattern'],
  foldsImports: 'in one chunk',
  loadsUnused: true,
  keepsJson: true,
  dropsMembers: true,
  known: { ...production, 'typeof window': 'object', 'process.browser': true },
  pure: { ...some, wrappers: true },
});

/** What bundlers leave out, found by building one project of two hundred planted values with each. */
export const bundlers = {
  /** Vite from 8: Rolldown and Oxc. */
  vite: bundler('Vite', {
    shakesDynamic: ['pattern', 'member', 'then-pattern', 'then-member'],
    shakesCommonJs: true,
    shakesMembers: 'nowhere',
    known: viteKnown,
    pure: many,
  }),
  /** Vite up to 7: Rollup and esbuild. What it wraps around `import()` hides one form. */
  viteRollup: bundler('Vite', {
    ...rollup,
    name: 'Vite',
    shakesDynamic: ['pattern', 'member', 'then-pattern'],
    keepsComments: 'none',
    keepsStyleComments: false,
    known: viteKnown,
  }),
  /** Turbopack, which Next.js takes from 16. */
  next: turbopack,
  /** Turbopack before Next.js 16.2. */
  nextBefore: { ...turbopack, shakesDynamic: [], keepsMarked: true },
  /** webpack within Next.js. */
  nextWebpack: {
    ...turbopack,
    shakesDynamic: ['pattern'],
    shakesCommonJs: true,
    shakesJson: true,
    keepsJson: false,
    pure: some,
  },
  webpack,
  /** webpack with what Babel's preset for React marks. */
  webpackBabel: { ...webpack, keepsStyleComments: false, pure: { ...few, wrappers: true } },
  rspack,
  /** Rspack as Rsbuild sets it up. */
  rsbuild: {
    ...rspack,
    known: {
      ...production,
      'import.meta.env.DEV': false,
      'import.meta.env.PROD': true,
      'import.meta.env.MODE': 'production',
      'import.meta.env.SSR': false,
    },
  },
  rollup,
  /** What minifies sees which members of an object are read, although methods are called on it. */
  rollupMinified: { ...rollup, handsObjects: 'modules', keepsComments: 'none', foldsTexts: 'constants' },
  esbuild: bundler('esbuild', {
    shakesDynamic: [],
    shakesMembers: 'nowhere',
    shakesEnums: 'all',
    shakesNamespaces: false,
    foldsImports: 'in one chunk',
    loadsUnused: true,
    keepsComments: 'legal',
    dropsLocals: false,
    foldsTexts: 'literals',
    foldsConstants: false,
    pure: { ...few, constructors: 'collections', reads: false },
  }),
  esbuildPlain: bundler('esbuild', {
    keepsStyleComments: true,
    shakesDynamic: [],
    shakesMembers: 'nowhere',
    shakesEnums: 'all',
    shakesNamespaces: false,
    foldsImports: 'nowhere',
    loadsUnused: true,
    keepsComments: 'legal',
    known: {},
    dropsBranches: false,
    dropsLocals: false,
    foldsTexts: 'literals',
    foldsConstants: false,
    pure: { ...few, constructors: 'collections', reads: false },
  }),
  parcel: bundler('Parcel', {
    needsConstants: true,
    shakesCommonJs: true,
    keepsPageComments: false,
    shakesDynamic: ['pattern', 'variable', 'then-pattern', 'then-member'],
    shakesNamespaces: false,
    foldsImports: 'in one chunk',
    loadsUnused: true,
    known: { ...production, 'process.browser': true },
  }),
  metro: bundler('Metro', {
    shakes: false,
    dropsUnexported: true,
    shakesDynamic: [],
    shakesMembers: 'nowhere',
    foldsImports: 'nowhere',
    loadsUnused: true,
    known: { ...production, __DEV__: false },
  }),
  none: bundler('no bundler', {
    shakes: false,
    shakesDynamic: [],
    shakesMembers: 'nowhere',
    foldsImports: 'nowhere',
    keepsComments: 'all',
    keepsStyleComments: true,
    loadsUnused: true,
    known: {},
    dropsBranches: false,
    dropsLocals: false,
    foldsTexts: 'nothing',
    foldsConstants: false,
  }),
} as const satisfies Record<string, Bundler>;
