import type { App } from '../shape.ts';
import { buildPrograms } from './programs.ts';

const minifiers = /^(?:terser|minify|esbuildMinify|esbuild|swc|uglify|minifyPlugin)$/;

/** Whether every output that configurations of Rollup name is minified: a plugin may stand beside all, or within one. */
export function minifiesAll(app: App): boolean {
  const programs = buildPrograms(app).filter(({ path }) => /(?:rollup|rolldown)\.config/.test(path));
  return programs.some(({ settings: { tables, calls } }) => {
    const outputs = tables.filter(({ entries }) => entries.some(({ key }) => key === 'file' || key === 'dir'));
    const minified = calls.filter(({ callee }) => minifiers.test(callee));
    const inside = (
      call: { readonly start: number },
      output: { readonly start: number; readonly end: number },
    ): boolean => call.start >= output.start && call.start < output.end;
    return (
      minified.some((call) => !outputs.some((output) => inside(call, output))) ||
      (outputs.length > 0 && outputs.every((output) => minified.some((call) => inside(call, output))))
    );
  });
}
