import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { actionInputs } from '../../src/cli/action-inputs.ts';
import { step as runStep } from './action-step.ts';
import { Place, secretOf } from './transcript.ts';

const top = new URL('../../', import.meta.url);
const manifest = parse(readFileSync(new URL('action.yml', top), 'utf8'));

test('every input of action.yml is read, and every input that is read stands there', () => {
  expect(Object.keys(manifest.inputs).sort()).toEqual([...actionInputs].sort());
});

test('action.yml has what GitHub asks for', () => {
  expect(manifest.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
  for (const { description, required, default: given } of Object.values<Record<string, unknown>>(manifest.inputs))
    expect({ description, required, given }).toEqual({
      description: expect.any(String),
      required: false,
      given: expect.any(String),
    });
});

test('the hook of the pre-commit framework runs keyscan on the index, whatever files there are', () => {
  const [hook] = parse(readFileSync(new URL('.pre-commit-hooks.yaml', top), 'utf8'));
  expect(hook).toMatchObject({ id: 'keyscan', entry: 'keyscan --staged', language: 'node', pass_filenames: false });
  // Old and new versions of the framework have different names for the same stages.
  expect(hook).not.toHaveProperty('stages');
});

test('the program can be executed', () => {
  expect(statSync(fileURLToPath(new URL('bin/keyscan.cjs', top))).mode & 0o777).toBe(0o755);
});

describe('a step of GitHub Actions', () => {
  let place: Place;
  beforeEach(() => {
    place = new Place();
    place.write('src/ai.ts', `export const token = '${secretOf('github-classic-token')}';\n`);
    place.run('git init -q && git add .');
  });
  afterEach(() => place.remove());

  const step = (inputs: Readonly<Record<string, string>> = {}) => runStep(place, inputs);

  test('tells what it finds in every way a step has', () => {
    const { stdout, stderr, status, outputs, summary, temp } = step();
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/^::error file=src\/ai\.ts,line=1,endLine=1,col=23,endColumn=63,title=.*classic.*::.*$/m);
    expect(summary).toMatch(/^## keyscan: 1 finding \(1 critical\)$/m);
    const sarif = join(temp, 'keyscan.sarif');
    expect(outputs).toEqual({ findings: '1', complete: 'true', 'exit-code': '1', 'sarif-file': sarif });
    expect(JSON.parse(readFileSync(sarif, 'utf8'))).toMatchObject({ version: '2.1.0', runs: [{ results: [{}] }] });
    for (const text of [stdout, summary, readFileSync(sarif, 'utf8')])
      expect(text).not.toContain(secretOf('github-classic-token'));
  });

  test('heeds its inputs', () => {
    place.write('clean.ts', '');
    expect(step({ paths: 'clean.ts\n' })).toMatchObject({ status: 0, outputs: { findings: '0', 'exit-code': '0' } });
    expect(step({ 'fail-on': 'none' })).toMatchObject({ status: 0, outputs: { findings: '1' } });
    expect(step({ exclude: '*.ts' })).toMatchObject({ status: 0, outputs: { findings: '0' } });
    const { outputs } = step({ 'sarif-file': 'out.sarif', format: 'json' });
    expect(outputs['sarif-file']).toBe(join(place.folder, 'out.sarif'));
    expect(existsSync(join(place.folder, 'out.sarif'))).toBe(true);
  });

  test('a wrong input is an error with its name', () => {
    const { status, stdout, stderr } = step({ 'fail-on': 'always' });
    expect(status).toBe(2);
    expect(stderr).toContain('--fail-on: always is none of');
    expect(stdout).toMatch(/^::error title=keyscan::keyscan: --fail-on: always is none of/m);
  });

  test('names of files are no commands', () => {
    place.write('::error::x/ai.ts', `export const token = '${secretOf('github-classic-token', 2)}';\n`);
    const lines = step().stdout.split('\n');
    const token = lines[0]?.replace('::stop-commands::', '');
    const end = lines.indexOf(`::${token}::`);
    expect(lines.slice(1, end).some((line) => line.includes('::error::x/ai.ts'))).toBe(true);
    expect(lines.slice(end).some((line) => line.startsWith('::error::x'))).toBe(false);
  });

  test('a report to a folder that is not there fails the step, never as if there were findings', () => {
    expect(step({ 'sarif-file': 'no/out.sarif' })).toMatchObject({ status: 3 });
    expect(readdirSync(place.folder).sort()).toEqual(['.git', 'src']);
  });
});
