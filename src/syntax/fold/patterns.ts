import { justUnknown, type PatternValue, type TextValue, type Value, type Values } from '../values/value.ts';
import type { Folder } from './folder.ts';
import { lift } from './lift.ts';

/** The longest text a pattern of the program is run on. Characters. */
const longestSubject = 10_000;

/**
 * Patterns of the program that may be run: characters, classes and escapes, and at most one repetition, of one character
 * or class. No groups, no alternatives, no references: what they do is linear, or at worst quadratic in a short text.
 */
const harmless =
  /^\^?(?:[^\\^$.*+?()[\]{}|]|\\[^bBkpPux0-9c]|\\x[\da-fA-F]{2}|\\u[\da-fA-F]{4}|\.|\[(?:[^\\[\]]|\\[^bBkpPcux0-9])+\])*(?:[+*]|\{\d{1,3}\})?\$?$/;

/** `.replace(/x/g, 'y')`, `.replaceAll`, `.split(/x/)`, where the pattern is harmless. */
export function replaceWithPattern(
  name: string,
  self: TextValue,
  pattern: PatternValue,
  to: Value | undefined,
  fold: Folder,
): Values {
  const { source, flags } = pattern;
  if (self.text.length > longestSubject || !harmless.test(source) || !/^[gimsu]*$/.test(flags)) return justUnknown;
  if (!fold.meter.step(self.text.length)) return justUnknown;
  try {
    const compiled = new RegExp(source, flags);
    if (name === 'split' && to === undefined) return lift(self.text.split(compiled), [self], '.split()', fold);
    if (to?.kind !== 'text' || to.holes > 0 || to.text.includes('$') || to.text.length > 100) return justUnknown;
    if (name === 'replace') return lift(self.text.replace(compiled, to.text), [self], '.replace()', fold);
    if (name === 'replaceAll') return lift(self.text.replaceAll(compiled, to.text), [self], '.replaceAll()', fold);
  } catch {
    // The program would throw here.
  }
  return justUnknown;
}
