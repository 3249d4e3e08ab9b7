// `npm run truth -- [FIXTURE…]`: builds the fixtures of fixtures/exposure for real, looks for their planted values in what
// visitors get, and compares with what keyscan says. Needs the npm registry and minutes; is no part of `npm test`.
// A fixture named by a path (`/elsewhere/app`, `./app`) stands in another folder: unknown applications are judged this way.
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { top } from './lib/ensure.mjs';
import { load } from './lib/load-rules.mjs';
import { columns, scanBuilt } from './lib/scan-built.mjs';
import { buildAndSearch } from './truth/build.mjs';
import { fixtureNames, readFixture } from './truth/fixture.mjs';

const fixtures = join(top, 'fixtures/exposure');
const work = process.env.KEYSCAN_TRUTH ?? join(tmpdir(), 'keyscan-truth');
const { decideExposure } = await load(`export { decideExposure } from './src/exposure/index.ts';`);

/** What keyscan says of every mark: in what a visitor gets, or not, or unknown. */
function verdicts(files, marks) {
  const project = { files: [...files.keys()], read: (path) => files.get(path) };
  const findings = marks.map(({ path, offset, value }) => ({
    kind: 'finding',
    severity: 'high',
    byteOffset: Buffer.byteLength(files.get(path).slice(0, offset)),
    byteLength: value.length,
    exposure: { kind: 'unknown', way: [], reason: '' },
    provenance: { kind: 'file', path },
  }));
  return decideExposure(findings, project).map(({ exposure }) => exposure.kind);
}

const sent = new Set(['client', 'public-file', 'source-map']);
const named = process.argv.slice(2);
const rows = [];
const scanned = [];
const total = { right: 0, missed: 0, wrong: 0, unknown: 0, values: 0 };
for (const asked of named.length > 0 ? named : fixtureNames(fixtures)) {
  const [folder, name] = asked.includes('/') ? [dirname(resolve(asked)), basename(asked)] : [fixtures, asked];
  const { files, marks } = readFixture(folder, name);
  if (!files.has('truth.json')) continue;
  const plan = JSON.parse(files.get('truth.json'));
  files.delete('truth.json');
  process.stderr.write(`building ${name} …\n`);
  const built = buildAndSearch({ files, folder: join(work, name), plan, values: marks.map(({ value }) => value) });
  if (built.error) {
    process.stderr.write(`${built.error}\n`);
    rows.push([name, '-', '-', '-', '-', 'did not build']);
    process.exitCode = 1;
    continue;
  }
  const said = verdicts(files, marks);
  const row = { right: 0, missed: 0, wrong: 0, unknown: 0 };
  marks.forEach((mark, index) => {
    const there = built.found.has(mark.value);
    const says = sent.has(said[index]);
    if (said[index] === 'unknown') row.unknown++;
    if (there && says) row.right++;
    if (there === says) return;
    if (there) row.missed++;
    else row.wrong++;
    process.stderr.write(
      `  ${mark.path} ${mark.name}: keyscan says ${said[index]}, ${there ? `it is in ${built.found.get(mark.value)}` : 'it is nowhere'}\n`,
    );
  });
  const scan = await scanBuilt({ folder: join(work, name), marks, found: built.found, plan });
  scanned.push([name, ...scan.row]);
  for (const line of scan.told) process.stderr.write(`  ${line}\n`);
  rows.push([name, marks.length, row.right, row.missed, row.wrong, row.unknown]);
  for (const key of Object.keys(row)) total[key] += row[key];
  total.values += marks.length;
}
const share = (part, all) => (all === 0 ? '-' : (part / all).toFixed(3));
console.log('| project | values | found to ship, and do | ship, not found | do not ship, said to | unknown |');
console.log('|---|---|---|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
console.log(`| all | ${total.values} | ${total.right} | ${total.missed} | ${total.wrong} | ${total.unknown} |`);
console.log(
  `\nprecision ${share(total.right, total.right + total.wrong)}, recall ${share(total.right, total.right + total.missed)}, unknown ${share(total.unknown, total.values)}`,
);

console.log(`\n| output of | ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length + 1)}`);
for (const row of scanned) console.log(`| ${row.join(' | ')} |`);
