import type { Known } from '../../syntax/outline/index.ts';
import { scriptLines, uses } from '../frameworks/kit.ts';
import type { App } from '../shape.ts';

/** Commands that build nothing for users. */
const isForDevelopment = /\b(?:serve|dev|start|watch|test|preview|storybook)\b|--watch\b|--mode[= ]dev/;
const builds =
  /\b(?:webpack|rspack|rollup|rolldown|vite|rsbuild|esbuild|vue-cli-service|craco|astro|nuxt|nuxi|next|react-router|remix|parcel|node|tsx)\b/;
/** Builds that set `NODE_ENV` themselves before they read a configuration. */
const setting = ['vite', 'next', 'nuxt', 'astro', '@sveltejs/kit', '@vue/cli-service', 'react-scripts', '@craco/craco'];

/**
 * What programs of builds are told when users' builds run them: `mode`, `command`, `env.production`, `NODE_ENV`. Sources:
 * the documentation of Vite on conditional configuration, that of webpack on environment variables.
 */
export function knownInBuilds(app: App): Known {
  const lines = scriptLines(app).filter((line) => builds.test(line) && !isForDevelopment.test(line));
  const known: Record<string, string | boolean> = { command: 'build' };
  const modes = new Set(lines.flatMap((line) => /--mode[= ]([\w-]{1,40})/.exec(line)?.[1] ?? []));
  const [mode] = modes;
  const isVite = uses(app, ...setting);
  if (modes.size === 1 && mode !== undefined) Object.assign(known, { mode, 'argv.mode': mode, 'options.mode': mode });
  else if (modes.size === 0 && isVite) known['mode'] = 'production';
  const isSet = lines.some((line) => /\bNODE_ENV=['"]?production\b/.test(line));
  if (isSet || isVite) known['process.env.NODE_ENV'] = 'production';
  for (const line of lines)
    for (const [, name = '', value] of line.matchAll(/--env[. =](\w{1,40})(?:=(\w{1,40}))?/g)) {
      known[`env.${name}`] = value ?? true;
      // A configuration may take it apart: `({ stage = 'local' }) => …`.
      if (value !== undefined) known[name] = value;
    }
  // A program of its own knows what it is called with.
  const called = lines.filter((line) => /\b(?:node|tsx|bun|ts-node)\s/.test(line));
  if (called.length > 0) known['process.argv'] = true;
  for (const line of called) for (const [flag] of line.matchAll(/(?<=\s)--?[A-Za-z][\w-]{0,60}/g)) known[flag] = true;
  // What no build is told is not there.
  if (lines.some((line) => /--env[. =]\w/.test(line)))
    for (const name of ['production', 'development', 'dev', 'prod', 'analyze']) known[`env.${name}`] ??= false;
  return known;
}
