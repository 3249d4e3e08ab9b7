import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type ts from 'typescript';
import { describe, expect, it } from 'vitest';

const top = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);
const whole = require('typescript') as typeof ts;
const parserOnly = require('../../dist/cli/parser.js') as typeof ts;

const endings: Record<string, ts.ScriptKind> = {
  '.ts': whole.ScriptKind.TS,
  '.mts': whole.ScriptKind.TS,
  '.tsx': whole.ScriptKind.TSX,
  '.js': whole.ScriptKind.JSX,
  '.mjs': whole.ScriptKind.JS,
  '.jsx': whole.ScriptKind.JSX,
  '.json': whole.ScriptKind.JSON,
};

/** Programs of this repository: its own, and those it is tested on. */
const programs = ['src', 'rules', 'scripts', 'fixtures']
  .flatMap((folder) => readdirSync(join(top, folder), { recursive: true }).map((file) => `${folder}/${file}`))
  .flatMap((path) => {
    const kind = endings[/\.\w+$/.exec(path)?.[0] ?? ''];
    return kind === undefined ? [] : [{ path, kind }];
  });

/** Every node of a tree: kind, extent, start, flags, text. */
function nodesOf(compiler: typeof ts, text: string, kind: ts.ScriptKind): string[] {
  const options = {
    languageVersion: compiler.ScriptTarget.ESNext,
    jsDocParsingMode: compiler.JSDocParsingMode.ParseNone,
  };
  const file = compiler.createSourceFile('program', text, options, false, kind);
  const nodes: string[] = [];
  const visit = (node: ts.Node): void => {
    const { text: own } = node as ts.Identifier;
    nodes.push([node.kind, node.pos, node.end, node.getStart(file), node.flags, own ?? ''].join(' '));
    compiler.forEachChild(node, visit);
  };
  visit(file);
  nodes.push(String(file.getLineAndCharacterOfPosition(text.length).line));
  return nodes;
}

describe('the parser that is built from the compiler', () => {
  it('is looked at on many programs', () => {
    expect(programs.length).toBeGreaterThan(500);
  });

  it('makes the same trees as the compiler, of whole programs and of broken ones', () => {
    for (const { path, kind } of programs) {
      const text = readFileSync(join(top, path), 'utf8');
      const middle = text.length >> 1;
      for (const part of [text, text.slice(0, middle), text.slice(middle)])
        expect(nodesOf(parserOnly, part, kind), path).toEqual(nodesOf(whole, part, kind));
    }
  });

  it('is a small part of the compiler', () => {
    const bytes = (file: string): number => readFileSync(file).length;
    expect(bytes(require.resolve('../../dist/cli/parser.js'))).toBeLessThan(bytes(require.resolve('typescript')) / 5);
    expect(readFileSync(require.resolve('../../dist/cli/parser.js'), 'utf8')).toContain('Apache License');
  });
});
