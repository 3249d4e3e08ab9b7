import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LiteralSite } from '../../src/model/index.ts';
import { isProgram, readProgram } from '../../src/syntax/index.ts';
import { programOf } from '../../src/syntax/regions/index.ts';
import { read, siteOf } from './support.ts';

const inJson = (...lines: string[]): string =>
  JSON.stringify(
    lines.map((line) => `${line}\n`),
    null,
    1,
  );
const notebook = (...lines: string[]): string =>
  `{ "cells": [ { "cell_type": "markdown", "source": ["const no = 'value'"] },\n{ "cell_type": "code", "source": ${inJson(...lines)} } ],\n "metadata": { "kernelspec": { "language": "typescript" } } }`;

/** A file with one `value` in a program, and what is known of it. */
const cases: readonly (readonly [path: string, text: string, known: Partial<LiteralSite>])[] = [
  ['a.html', "<p>it's</p>\n<script>\nconst name = 'value';\n</script>", { role: 'variable', name: 'name' }],
  ['a.html', "<script src='x'></script><script type=module>const name = 'value'</script>", { name: 'name' }],
  ['a.html', '<script type="application/json">{ "name": "value" }</script>', { role: 'property', name: 'name' }],
  [
    'a.html',
    `<button onclick="send({ name: 'value' })">`,
    { name: 'name', call: { callee: 'send', isNew: false, argument: 0, option: 'name' } },
  ],
  ['a.html', '<button onclick="send({ name: &quot;value&quot; })">', { name: 'name' }],
  ['a.html', "<!-- <script>const no = 'x'</script> --><SCRIPT>let name = 'value'</SCRIPT>", { name: 'name' }],
  [
    'a.vue',
    '<template><a/></template>\n<script setup lang="ts">\nconst name: string = \'value\';\n</script>',
    { name: 'name' },
  ],
  ['a.vue', `<template><Chat :api-key="'value'" /></template>`, { role: 'variable', name: 'api_key' }],
  ['a.vue', `<template><b v-if="name === 'value'">{{ other }}</b></template>`, { role: 'comparison' }],
  ['a.vue', "<template><b>{{ make('value') }}</b></template>", { role: 'argument' }],
  ['a.vue', `<template><b @click="name = 'value'; more()">x</b></template>`, { role: 'variable', name: 'name' }],
  ['a.svelte', '<script lang="ts">\n  const name: string = \'value\';\n</script>\n<p>{name}</p>', { name: 'name' }],
  ['a.svelte', "<Chat apiKey={'value'} />", { role: 'variable', name: 'apiKey' }],
  ['a.svelte', "{#if name === 'value'}<p>it's</p>{/if}", { role: 'comparison' }],
  [
    'a.svelte',
    "<p>{one}{make('value')}</p>",
    { role: 'argument', call: { callee: 'make', isNew: false, argument: 0, option: '' } },
  ],
  ['a.astro', "---\nimport { A } from 'a';\nconst name = 'value';\n---\n<p>{name}</p>", { name: 'name' }],
  ['a.astro', "---\nconst a = 1;\n---\n<Chat apiKey={'value'} />", { name: 'apiKey' }],
  [
    'a.astro',
    "---\n---\n<p>{list.map((item) => <li title='value'>{item}</li>)}</p>",
    { role: 'markup', name: 'title' },
  ],
  ['a.md', "# It's\n\n```ts\nconst name = 'value';\n```\n\nmore `const no = 'x'`", { name: 'name' }],
  [
    'a.md',
    "- list\n\n  ```js\n  import { A } from 'a';\n  new A({ name: 'value' });\n  ```\n",
    { call: { module: 'a', callee: 'A', isNew: true, argument: 0, option: 'name' } },
  ],
  ['a.md', '```json\n{ "name": "value" }\n```\n```python\nname = \'no\'\n```', { role: 'property', name: 'name' }],
  ['a.md', "~~~js\nconst name = 'value'", { name: 'name' }],
  ['a.mdx', "import { A } from './a'\nexport const name = 'value'\n\n# It's\n\n<A />", { name: 'name' }],
  ['a.mdx', "# Title\n\n<Chat apiKey={'value'} /> it's", { name: 'apiKey' }],
  ['a.ipynb', notebook("const { A } = require('a');", 'const name = "value";'), { role: 'variable', name: 'name' }],
  ['package.json', '{ "name": "value" }', { role: 'property', name: 'name' }],
];

describe('programs in other files', () => {
  test.each(cases)('%s: %s', (path, text, known) => {
    expect(isProgram(path)).toBe(true);
    const site = siteOf(text, 'value', path);
    expect(site).toMatchObject(known);
    const { start = 0, end = 0 } = site.content ?? {};
    expect(text.slice(start, end)).toBe('value');
  });

  test('two scripts of one page share their names', () => {
    const text =
      "<script>const name = 'value';</script><script>fetch(url, { headers: { Authorization: name } })</script>";
    expect(read(text, 'a.html').literals.filter((site) => site.role === 'header')).toMatchObject([{ text: 'value' }]);
  });

  test('two fences of one document do not', () => {
    const text = "```js\nconst name = 'a';\n```\n```js\nconst name = 'b'; const both = name + 'c';\n```";
    expect(read(text, 'a.md').literals.map((site) => site.text)).toContain('bc');
    expect(read(text, 'a.md').literals.map((site) => site.text)).not.toContain('ac');
  });

  test('a notebook of another language holds no program', () => {
    const text = notebook("const name = 'value';").replace('typescript', 'python');
    expect(readProgram(Buffer.from(text), 'a.ipynb').literals).toEqual([]);
  });

  test('unless a cell of it says that it is one', () => {
    const text = notebook('%%javascript', 'const name = "value";').replace('typescript', 'python');
    const { literals } = readProgram(Buffer.from(text), 'a.ipynb');
    expect(literals.map(({ name }) => name)).toEqual(['name']);
  });

  test('the program is as long as the file, with the same lines', () => {
    const piece = fc.constantFrom(
      ...['<script>', '</script>', '<a ', ':b="', '"', '{{', '}}', '{', '}', '@c="x()"', '>', '<!--', '-->', '---\n'],
      ...['```js\n', '```\n', '\n', "'", '`', '&quot;', ' ', 'é', '😀', 'import x\n', 'x', '=', '<', '/'],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('html', 'vue', 'svelte', 'astro', 'md', 'mdx'),
        (list, ending) => {
          const text = list.join('');
          const program = programOf(text, `a.${ending}`)?.text ?? '';
          expect(program).toHaveLength(text.length);
          for (const [at, character] of [...text.matchAll(/\n/g)].map(({ index }) => [index, '\n'] as const))
            expect(program[at]).toBe(character);
          read(text, `a.${ending}`);
        },
      ),
      { numRuns: 500, seed: 21 },
    );
  });

  test.each(['html', 'vue', 'svelte', 'astro', 'md', 'mdx'])('hostile markup in .%s ends', (ending) => {
    for (const piece of ['<a ', '{', '{{', '<script>', '```js\n', '<!--', '="', "<a b='", 'import x\n', '{`', '---\n'])
      expect(programOf(piece.repeat(20_000), `a.${ending}`)?.text).toHaveLength(piece.length * 20_000);
  });
});
