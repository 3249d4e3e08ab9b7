import type { Comment } from './types.ts';

// A text that does not end is taken to the end of its line, so that nothing is looked at twice.
const token = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[\s\S])*`?|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g;

/** The comments of a program, as far as a look tells: what stands in a text is none. Offsets are UTF-16 units. */
export function commentsIn(text: string): Comment[] {
  if (!text.includes('//') && !text.includes('/*')) return [];
  const comments: Comment[] = [];
  for (const { 0: found, index } of text.matchAll(token))
    if (found.startsWith('/'))
      comments.push({
        start: index,
        end: index + found.length,
        isLegal: /^\/[/*]!|@(?:license|preserve)\b/.test(found),
      });
  return comments;
}
