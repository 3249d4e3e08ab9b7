import { stagedSource } from '../../src/sources/staged.ts';

/** Prints what the index of a hook adds: one line for each content, `path: lines`. */
async function main() {
  const roots = process.argv.slice(2);
  const source = stagedSource({ roots, cwd: process.cwd(), include: [], exclude: [], noIgnore: false });
  for await (const each of source.items(new AbortController().signal)) {
    const lines = each.kind === 'skip' ? each.reason : (each.focus?.map(({ first }) => first).join(',') ?? 'all');
    console.log(`${each.path}: ${lines}`);
  }
}

main();
