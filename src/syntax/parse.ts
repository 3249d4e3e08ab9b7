import { compiler, type ts } from './compiler.ts';
import { type Dialect, scriptKindOf } from './languages.ts';
import { withNodeLimit } from './node-limit.ts';

/**
 * Parses a text; broken code gives a tree of what can be understood. Undefined where nesting is deeper than the
 * parser's stack, where the parser would look at the same text over and over, and where it fails.
 * No comments, no parent pointers: the pass over the tree sets them, and costs less.
 * @param text a whole program
 */
export function parse(text: string, dialect: Dialect): ts.SourceFile | undefined {
  try {
    return withNodeLimit(text.length + 20_000, () =>
      compiler.createSourceFile(
        'program',
        text,
        { languageVersion: compiler.ScriptTarget.ESNext, jsDocParsingMode: compiler.JSDocParsingMode.ParseNone },
        false,
        scriptKindOf(dialect),
      ),
    );
  } catch {
    return undefined;
  }
}
