import { describe, expect, test } from 'vitest';
import type { LiteralRole } from '../../src/model/index.ts';
import { read, siteOf } from './support.ts';

/** A program with `'value'` in it, the role of that string, and the name it gets. */
const roles: readonly (readonly [program: string, role: LiteralRole, name?: string])[] = [
  ["const name = 'value';", 'variable', 'name'],
  ["let name; name = 'value';", 'variable', 'name'],
  ["const name = ('value' as string)!;", 'variable', 'name'],
  ["const name = given || 'value';", 'fallback', 'name'],
  ["const name = given ? 'value' : other;", 'variable', 'name'],
  ["const thing = { name: 'value' };", 'property', 'name'],
  ["const thing = { 'na-me': 'value' };", 'property', 'na-me'],
  ["const thing = { ['name']: 'value' };", 'property', 'name'],
  ["thing.name = 'value';", 'property', 'name'],
  ["thing['name'] = 'value';", 'property', 'name'],
  ["this.name = 'value';", 'property', 'name'],
  ["class Thing { name = 'value'; }", 'property', 'name'],
  ["class Thing { static #name = 'value'; }", 'property', '#name'],
  ["const names = ['value'];", 'element', 'names'],
  ["function make(name = 'value') {}", 'default', 'name'],
  ["const { name = 'value' } = given;", 'default', 'name'],
  ["const { name: local = 'value' } = given;", 'default', 'name'],
  ["call('value');", 'argument'],
  ["function call(name) {} call('value');", 'argument', 'name'],
  ["storage.setItem('name', 'value');", 'argument', 'name'],
  ["const name = atob('value');", 'argument', 'name'],
  ["const name = Buffer.from('value', 'utf8');", 'argument', 'name'],
  ["function name() { return 'value'; }", 'return', 'name'],
  ["const name = () => 'value';", 'return', 'name'],
  ["export default 'value';", 'return', 'default'],
  ["enum Thing { name = 'value' }", 'property', 'name'],
  ["enum Thing { value = 'value' }", 'enum-name'],
  ["import thing from 'value';", 'import'],
  ["import 'value';", 'import'],
  ["export * from 'value';", 'import'],
  ["import thing = require('value');", 'import'],
  ["const thing = require('value');", 'import'],
  ["const thing = import('value');", 'import'],
  ["jest.mock('value');", 'import'],
  ["const thing = { 'value': 1 };", 'key'],
  ["const thing = { ['value']: 1 };", 'key'],
  ["thing['value']();", 'key'],
  ["if ('value' in thing) {}", 'key'],
  ["class Thing { 'value'() {} }", 'key'],
  ["type Thing = 'value' | 'other';", 'type'],
  ["let name: 'value';", 'type'],
  ["interface Thing { name: 'value' }", 'type'],
  ["if (name === 'value') {}", 'comparison'],
  ["switch (name) { case 'value': }", 'comparison'],
  ["describe('value', () => {});", 'test-title'],
  ["test.only('value', () => {});", 'test-title'],
  ["throw new Error('value');", 'error-text'],
  ["console.log('value');", 'error-text'],
  ["thing.on('value', call);", 'event'],
  ["document.querySelector('value');", 'selector'],
  ["t('value');", 'key'],
  ["thing.classList.add('value');", 'class-name'],
  ["fetch(url, { headers: { Authorization: 'value' } });", 'header', 'Authorization'],
  ["const headers = { Accept: 'value' };", 'header', 'Accept'],
  ["request.setRequestHeader('X-Api-Key', 'value');", 'header', 'X-Api-Key'],
  ["new Headers({ 'X-Api-Key': 'value' });", 'header', 'X-Api-Key'],
  ["options.headers['X-Api-Key'] = 'value';", 'header', 'X-Api-Key'],
  ["process.env.NAME = 'value';", 'environment', 'NAME'],
  ["const name = thing['other'] + 'value';", 'other'],
  ["const name = 'value'.unknown();", 'other'],
];

describe('the part a string plays', () => {
  test.each(roles.map(([program, role, name]) => ({ program, role, name })))('$program', ({ program, role, name }) => {
    const site = siteOf(program, 'value');
    expect({ role: site.role, name: site.name }).toEqual({ role, name });
  });

  test.each<readonly [string, LiteralRole, string | undefined]>([
    ["<a name='value' />", 'attribute', 'name'],
    ["<a name={'value'} />", 'attribute', 'name'],
    ["<a className='value' />", 'class-name', 'className'],
    ["<path d='value' />", 'markup', 'd'],
    ['<a>value</a>', 'markup', undefined],
    ["<a>{'value'}</a>", 'markup', undefined],
  ])('in markup: %s', (program, role, name) => {
    const site = siteOf(`const page = ${program};`, 'value', 'src/page.tsx');
    expect({ role: site.role, name: site.name }).toEqual({ role, name });
  });

  test('a directive is one only before any other statement', () => {
    expect(siteOf("'use client';\nconst name = 1;", 'use client').role).toBe('directive');
    expect(siteOf("const name = 1;\n'use client';", 'use client').role).toBe('other');
  });

  test('a regular expression is one', () => {
    expect(read('const name = /value/;').literals).toMatchObject([{ text: '/value/', role: 'regex' }]);
  });

  test('JSON is read as values and keys', () => {
    const program = '{ "name": "value", // why\n "other": ["more"], }';
    expect(siteOf(program, 'value', 'config.jsonc')).toMatchObject({ role: 'property', name: 'name' });
    expect(siteOf(program, 'more', 'config.jsonc')).toMatchObject({ role: 'element', name: 'other' });
    expect(siteOf(program, 'name', 'config.jsonc').role).toBe('key');
  });
});
