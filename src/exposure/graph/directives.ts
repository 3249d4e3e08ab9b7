/** `use client`, `use server` and their like at the top of a text, after comments. */
export function directivesIn(text: string): string[] {
  const found: string[] = [];
  const step = /\s+|\/\/[^\n]*|#![^\n]*|(["'])(use [a-z ]+)\1\s*;?/y;
  for (let at = 0; at < text.length; ) {
    if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) break;
      at = end + 2;
      continue;
    }
    step.lastIndex = at;
    const match = step.exec(text);
    if (!match || match[0] === '') break;
    if (match[2] !== undefined) found.push(match[2]);
    at += match[0].length;
  }
  return found;
}
