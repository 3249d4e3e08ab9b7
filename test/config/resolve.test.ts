import { expect, test } from 'vitest';
import type { Given } from '../../src/config/given.ts';
import { resolveSettings, type Surroundings } from '../../src/config/resolve.ts';
import type { Rule } from '../../src/model/index.ts';

const rule = (id: string, aliases: string[] = []) => ({ id, aliases }) as unknown as Rule;
const builtIn = [rule('acme-token', ['acme-key']), rule('globex-token')];

const given: Given = {
  mode: { kind: 'files', roots: ['.'] },
  include: [],
  exclude: [],
  rules: [],
  disable: [],
  noIgnore: false,
  submodules: false,
  noSyntax: false,
  noExposure: false,
  noInline: false,
  noCache: false,
  showPublic: false,
  verbose: false,
};
const around: Surroundings = { cwd: '/w', processors: 4, builtIn, ignores: [] };
const config = (values: object, rest: object = {}): Surroundings => ({
  ...around,
  config: { values, customRules: [], ...rest },
  configName: 'keyscan.config.json',
});

test('what nobody asks for has its default', () => {
  expect(resolveSettings(given, around)).toEqual({
    cwd: '/w',
    mode: { kind: 'files', roots: ['.'] },
    include: [],
    exclude: [],
    includeMustSelect: false,
    rules: { disabled: [] },
    confidence: 'medium',
    severity: 'low',
    failOn: 'low',
    jobs: 4,
    ignore: { noIgnore: false, inline: true },
    submodules: false,
    syntax: true,
    exposure: true,
    cache: true,
    showPublic: false,
    listHeld: false,
    ignores: [],
    customRules: [],
    perPath: [],
  });
});

test('the command line wins over the configuration', () => {
  const configured = config(
    { severity: 'high', failOn: 'critical', include: ['a'], syntax: false },
    { maxFileSize: 5 },
  );
  expect(resolveSettings(given, configured)).toMatchObject({
    severity: 'high',
    failOn: 'critical',
    include: ['a'],
    syntax: false,
    maxFileSize: 5,
  });
  const typed = { ...given, severity: 'note', failOn: 'none', include: ['b'], maxFileSize: 0 } as const;
  const settings = resolveSettings(typed, configured);
  expect(settings).toMatchObject({ severity: 'note', failOn: 'none', include: ['b'] });
  expect(settings).not.toHaveProperty('maxFileSize');
});

test('an include that selects nothing is wrong only where it was typed for files', () => {
  const must = (include: string[], mode: Given['mode'], around_ = around) =>
    resolveSettings({ ...given, include, mode }, around_).includeMustSelect;
  expect(must(['a'], given.mode)).toBe(true);
  expect(must([], given.mode, config({ include: ['a'] }))).toBe(false);
  expect(must(['a'], { kind: 'staged', roots: [] })).toBe(false);
});

test('exclusions and rules that are off add up', () => {
  const settings = resolveSettings(
    { ...given, exclude: ['a'], disable: ['globex-token'] },
    config({ exclude: ['b'], disable: ['globex-token'] }),
  );
  expect(settings).toMatchObject({ exclude: ['a', 'b'], rules: { disabled: ['globex-token'] } });
});

test('a former id is the rule', () => {
  expect(resolveSettings({ ...given, rules: ['acme-key'] }, around).rules.only).toEqual(['acme-token']);
});

test.each([
  [{ ...given, rules: ['acme-tokn'] }, around, '--rule: no such rule: acme-tokn; did you mean acme-token?'],
  [{ ...given, disable: ['zzz'] }, around, '--disable: no such rule: zzz; `keyscan rules` lists them'],
  [
    given,
    config({ disable: ['globex'] }),
    'keyscan.config.json: disable[0] is the id of no rule; did you mean globex-token?',
  ],
  [
    given,
    config({ overrides: [{ paths: ['a'], disable: ['zzz'] }] }),
    'keyscan.config.json: overrides[0].disable[0] is the id of no rule',
  ],
  [given, config({}, { customRules: [rule('acme-key')] }), 'acme-key is the id of a rule that is built in'],
  [{ ...given, disable: ['acme-token', 'globex-token'] }, around, 'no rule is left on'],
])('a wrong rule is named (%#)', (options, surroundings, message) => {
  expect(() => resolveSettings(options, surroundings)).toThrow(message);
});
