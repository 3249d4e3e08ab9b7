// What keyscan finds in the output of a real build: the planted values that visitors get, each once, and at the line they
// were written on where a source map tells it.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './load-rules.mjs';

const { scanReport, digestOf } = await load(
  `export { scanReport } from './src/index.ts'; export { fingerprintOf as digestOf } from './src/detect/fingerprint.ts';`,
);

/** Planted values have a form of their own, so that what surrounds them does not matter here. */
const rule = {
  id: 'planted-value',
  title: 'A planted value',
  severity: 'high',
  description: 'It was planted.',
  remediation: 'Take it out.',
  references: ['https://example.org/'],
  anchors: [...'0123456789abcdef'].map((digit) => `KS${digit}`),
  pattern: '(?<secret>KS[0-9a-f]{30})',
  examples: { leaks: [{ text: '{value}', value: 'KS{hex:30}' }], clean: ['KS'] },
};

const sent = new Set(['client', 'public-file', 'source-map']);
export const columns = ['in output', 'found', 'not found', 'of others', 'with a map', 'mapped right', 'told twice'];
/** Folders that builds write to, beside those that the fixture names. */
const alwaysOutput = ['.next', '.output', '.svelte-kit', 'build', 'dist', 'out'];

/**
 * Scans the folder of a build with its sources.
 * @param marks planted values: `value`, and the `path` they stand in
 * @param found the values that are in what visitors get
 * @param plan of the fixture: the folders that visitors get
 * @returns a row for `columns`, and in words what is not right
 */
export async function scanBuilt({ folder, marks, found, plan }) {
  const settings = mkdtempSync(join(tmpdir(), 'keyscan-built-'));
  try {
    const config = join(settings, 'config.json');
    writeFileSync(config, JSON.stringify({ customRules: [rule] }));
    const exclude = ['node_modules', 'cache'];
    const { findings } = await scanReport({ cwd: folder, config, exclude, noIgnore: true, rules: [rule.id], jobs: 1 });
    const outputs = [...(plan.client ?? []), ...(plan.pages ?? []), ...alwaysOutput];
    return rowOf({ findings, marks, found, outputs, folder });
  } finally {
    rmSync(settings, { recursive: true, force: true });
  }
}

function rowOf({ findings, marks, found, outputs, folder }) {
  const told = [];
  const byDigest = new Map(marks.map((mark) => [digestOf(mark.value), mark]));
  const isOutput = (file) => outputs.some((output) => file.startsWith(`${output}/`));
  const row = { planted: 0, found: 0, missed: 0, others: 0, mapped: 0, right: 0, twice: 0 };
  // Where a value was found in the output: there itself, or told at the source it was built from.
  const places = new Map();
  for (const finding of findings) {
    const mark = byDigest.get(finding.fingerprint);
    if (!mark) continue;
    const built = isOutput(finding.file)
      ? [finding.file]
      : finding.related.filter(({ why }) => /^built into it/.test(why)).map(({ file }) => file);
    // What only a map carries is in the map, and nobody says otherwise.
    if (finding.file.includes('.map!/')) continue;
    for (const file of built) places.set(mark.value, [...(places.get(mark.value) ?? []), { file, finding, mark }]);
  }
  for (const { value, path, name } of new Map(marks.map((mark) => [mark.value, mark])).values()) {
    const mine = (places.get(value) ?? []).filter(({ finding }) => sent.has(finding.exposure.kind));
    const file = found.get(value);
    if (file?.startsWith('the page ')) continue;
    if (file === undefined) {
      if (mine.length === 0) continue;
      row.others++;
      told.push(`${path} ${name}: said to be sent with ${mine[0].file}, and is not`);
      continue;
    }
    // What is served without being built stands where it was written.
    if (!isOutput(file)) continue;
    row.planted++;
    if (mine.length > 0) row.found++;
    else {
      row.missed++;
      told.push(`${path} ${name}: is in ${file}, and not found there`);
    }
    const files = mine.map(({ file: each, finding }) => `${each}:${finding.start.line}:${finding.start.column}`);
    if (new Set(files).size < files.length) {
      row.twice++;
      told.push(`${path} ${name}: told twice in ${files.join(', ')}`);
    }
    for (const each of mine.filter(({ file: at }) => /\.[cm]?js$/.test(at) && existsSync(join(folder, `${at}.map`)))) {
      row.mapped++;
      const isRight = each.finding.file === path || each.finding.related.some((step) => step.file.endsWith(`/${path}`));
      if (isRight) row.right++;
      else told.push(`${path} ${name}: in ${each.file}, not mapped to its source`);
    }
  }
  return { row: Object.values(row), told };
}
