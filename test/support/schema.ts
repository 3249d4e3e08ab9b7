import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const read = (path: string): object => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const report = new Ajv({ allErrors: true }).compile(read('schema/report.schema.json'));

let sarif: ValidateFunction | undefined;
/** Compiled on first use: it takes a third of a second. */
function sarifSchema(): ValidateFunction {
  if (sarif) return sarif;
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  sarif = ajv.compile(read('fixtures/sarif/sarif-2.1.0.json'));
  return sarif;
}

const faults = (validate: ValidateFunction, value: unknown): string[] =>
  validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);

/** What a JSON report, or a line of JSONL, does against the schema in the package; empty where it is valid. */
export const reportFaults = (value: unknown): string[] => faults(report, value);

/** What a SARIF log does against the standard's schema; empty where it is valid. */
export const sarifFaults = (value: unknown): string[] => faults(sarifSchema(), value);
