import { readFileSync } from 'node:fs';
import { type Prebuilt, unpackAutomaton } from '../prefilter/packed.ts';

/** The automaton of all built-in rules, where a build has left it beside this file. */
export function readPrebuilt(): Prebuilt | undefined {
  try {
    return unpackAutomaton(readFileSync(new URL('./anchors.bin', import.meta.url)));
  } catch {
    return undefined;
  }
}
