import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { jsonSchema } from '../../src/config/json-schema.ts';
import { configSchema } from '../../src/config/schema.ts';

const text = readFileSync(new URL('../../schema/config.schema.json', import.meta.url), 'utf8');

test('schema/config.schema.json is current (node scripts/config-schema.mjs makes it)', () => {
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(jsonSchema(configSchema))));
});

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(text));

test('editors accept a right configuration', () => {
  const right = {
    $schema: './node_modules/@keyscan/cli/schema/config.schema.json',
    exclude: ['vendor/**'],
    severity: 'medium',
    maxFileSize: '10MB',
    overrides: [{ paths: ['test/**'], severity: 'low' }],
  };
  expect(validate(right), JSON.stringify(validate.errors)).toBe(true);
});

test.each([
  { excluded: ['a'] },
  { severity: 'severe' },
  { overrides: [{ severity: 'low' }] },
  { customRules: [{ id: 'Not Kebab' }] },
])('editors mark %j', (wrong) => {
  expect(validate(wrong)).toBe(false);
});
