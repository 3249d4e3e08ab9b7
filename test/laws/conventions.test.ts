import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../src/model/index.ts';
import { leftOut } from '../support/embeddings.ts';

const folder = new URL('../../rules/', import.meta.url);
const notRules = ['index.ts', 'catalog.ts'];
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !notRules.includes(file));

/** Files of one kind of leak, whoever the vendor is: their ids start with what leaks. */
const notOfOneVendor = [
  'code',
  'command-line',
  'committed-file',
  'generic',
  'jwt',
  'private-key',
  'sinks',
  'url-credentials',
];
/** An id names what leaked; what the rule does about it is no part of it. */
const verbs =
  /(?:^|-)(?:detect|detects|find|finds|check|checks|avoid|no|forbid|disallow|leaked|exposed|found|scan)(?:-|$)/;

const camelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/^(\d)/, '_$1');

describe.each(files)('rules/%s', (file) => {
  const name = file.slice(0, -3);

  test('exports one array of rules, named like the file', async () => {
    const exported = Object.entries((await import(new URL(file, folder).href)) as Record<string, unknown>);
    const lists = exported.filter(([, value]) => Array.isArray(value)).map(([key]) => key);
    expect(lists, `rename the array of rules/${file}`).toEqual([camelCase(name)]);
  });

  test.skipIf(notOfOneVendor.includes(name))('names the vendor first in every id', async () => {
    const module = (await import(new URL(file, folder).href)) as Record<string, readonly Rule[]>;
    const [vendor = ''] = name.split('-');
    const strange = module[camelCase(name)]?.map(({ id }) => id).filter((id) => !id.startsWith(vendor));
    expect(strange, `ids of rules/${file} start with ${vendor}`).toEqual([]);
  });
});

test('ids are unique, those that rules had before included', () => {
  const all = rules.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
  expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
});

test('rules/index.ts and docs/rules are current', () => {
  const script = fileURLToPath(new URL('../../scripts/docs.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test.each(rules.map((rule) => [rule.id, rule] as const))('%s keeps the conventions', (id, rule) => {
  const faults = [...factFaults(rule), ...matchingFaults(rule)];
  expect(faults, `${id}: ${faults.join('; ')}`).toEqual([]);
});

const ids = new Set(rules.map(({ id }) => id));

function* factFaults(rule: Rule): Generator<string> {
  const { id, title, description, remediation, references, environment = [], supersedes = [] } = rule;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id)) yield 'write the id in kebab-case, two words or more';
  if (verbs.test(id)) yield 'name what leaked in the id, not what the rule does';
  if (!/^(?!(?:A|The) )\S.*[^.\s]$/.test(title)) yield 'a title has no article and no full stop';
  for (const sentence of [description, remediation]) {
    if (!/^[\p{Lu}`].*\S\.$/u.test(sentence) || /\s\s/.test(sentence))
      yield `write whole sentences, from a capital to a full stop: ${sentence}`;
  }
  for (const reference of references) {
    if (!URL.canParse(reference) || !reference.startsWith('https://')) yield `${reference} is no https address`;
  }
  for (const name of environment) if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) yield `${name} is no name of a variable`;
  for (const other of supersedes) {
    if (!ids.has(other) || other === id) yield `supersedes ${other}, which is no other rule`;
  }
  for (const place of rule.examples().notIn ?? [])
    if (!leftOut.has(place)) yield `notIn: no embedding is called ${place}`;
}

function* matchingFaults(rule: Rule): Generator<string> {
  if ('anchors' in rule && rule.anchors !== undefined) {
    for (const anchor of rule.anchors) {
      const text = anchor.replace(/^i:/, '');
      if (!/^[\x20-\x7e]{3,}$/.test(text)) yield `the anchor ${text} is no text of three ASCII characters or more`;
    }
  }
  if (rule.kind === 'pattern' || rule.kind === 'syntax' || rule.kind === 'project') {
    if (rule.anchors.length === 0) yield 'a rule without an anchor would be tried on every byte';
    for (const [index, { text }] of rule.examples().leaks.entries()) {
      if (!rule.anchors.some((anchor) => holds(text, anchor))) yield `no anchor stands in leak ${index}`;
    }
  }
  if (rule.kind === 'pattern') {
    if (rule.pattern.source.split('(?<secret>').length !== 2) yield 'the pattern has one group named secret';
    if (/[dgy]/.test(rule.pattern.flags)) yield `the engine adds its own flags: remove ${rule.pattern.flags}`;
    const { before = 128, after = 512 } = rule.reach ?? {};
    if ((rule.near?.bytes ?? 256) > Math.max(before, after)) yield 'near.bytes lies beyond the reach';
  }
  if (rule.kind === 'named') {
    if (!/^\^.*\$$/s.test(rule.value.source)) yield 'the value is anchored at both ends';
    for (const word of rule.words) if (word !== word.toLowerCase()) yield `write the word ${word} in lower case`;
  }
}

const holds = (text: string, anchor: string): boolean =>
  anchor.startsWith('i:') ? text.toLowerCase().includes(anchor.slice(2).toLowerCase()) : text.includes(anchor);
