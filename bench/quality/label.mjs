// The review tool. Spots to be labelled stand in bench/.cache/quality/spots.jsonl (written by sample.mjs), labels in
// open.jsonl and sealed.jsonl.
//   node bench/quality/label.mjs show FROM TO        spots by number, each line cut to what stands around the value
//   node bench/quality/label.mjs context NUMBER [N]  the lines around one spot
//   node bench/quality/label.mjs save FROM TO < text labels for all spots from FROM to before TO: a line `12 password test` says
//                                                    true, with family and tags; `13 ?` says ambiguous; all others are false
//   node bench/quality/label.mjs seal                writes the digest of the sealed part
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagesById, partOf, parts, readJsonLines, sealFile, sha256Of, writeJsonLines } from './lib/labels.mjs';
import { digestOf, linesOf } from './lib/lines.mjs';
import { cache } from './lib/packages.mjs';

const [command, first, second] = process.argv.slice(2);
const spots = readJsonLines(join(cache, 'spots.jsonl'));
const packages = packagesById();
const [before, after] = [90, 60];
const families = new Set([
  'password',
  'api key',
  'secret',
  'token',
  'private key',
  'url password',
  'authorization',
  'salt',
  'hash',
]);

const lineOf = ({ package: id, file, line }) => linesOf(join(packages.get(id).folder, file))[line - 1];

/** A spot as it is shown: where it stands, and its value between angle marks. */
function shown(spot, number) {
  const text = Buffer.from(lineOf(spot), 'latin1').toString('latin1');
  const at = spot.column - 1;
  const value = text.slice(at, at + spot.length);
  const cut = value.length > 90 ? `${value.slice(0, 70)}~${value.length}~${value.slice(-8)}` : value;
  const name = spot.package.replace(/^\w+\/(.*)@.*$/, '$1');
  return `${number} ${name.slice(-16)}:${spot.file.slice(-34)} | ${text.slice(Math.max(0, at - before), at).trimStart()}{{${cut}}}${text.slice(at + spot.length, at + spot.length + after)}`;
}

function save(from, to) {
  const told = new Map(
    readFileSync(0, 'utf8')
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .map((line) => [Number(line.split(' ')[0]), line.split(' ').slice(1)]),
  );
  const rows = { open: readJsonLines(parts.open), sealed: readJsonLines(parts.sealed) };
  for (let number = from; number < to && number < spots.length; number++) {
    const spot = spots[number];
    if (digestOf(lineOf(spot)) !== spot.digest) throw new Error(`spot ${number}: the line has changed`);
    const words = told.get(number);
    const ambiguous = words?.includes('?') ?? false;
    const family = (words ?? []).join(' ');
    const known = [...families].find((name) => family.startsWith(name));
    if (words && !known && !ambiguous) throw new Error(`spot ${number}: no family in "${family}"`);
    const row = {
      ...spot,
      label: words !== undefined && !ambiguous,
      ...(ambiguous ? { ambiguous: true } : {}),
      ...(known ? { family: known } : {}),
      tags: [
        ...(spot.kind === 'test' ? ['test'] : []),
        ...(known
          ? family
              .slice(known.length)
              .split(' ')
              .filter((tag) => tag && tag !== '?')
          : []),
      ],
    };
    const part = rows[partOf(packages.get(spot.package))];
    const same = part.findIndex(
      ({ package: id, file, line, column }) =>
        id === spot.package && file === spot.file && line === spot.line && column === spot.column,
    );
    if (same < 0) part.push(row);
    else part[same] = row;
  }
  for (const part of ['open', 'sealed']) writeJsonLines(parts[part], rows[part]);
  const all = [...rows.open, ...rows.sealed];
  process.stdout.write(
    `${all.length} labels, ${all.filter(({ label }) => label).length} true, ${all.filter((row) => row.ambiguous).length} ambiguous\n`,
  );
}

if (command === 'show')
  for (let number = Number(first); number < Number(second) && number < spots.length; number++)
    process.stdout.write(`${shown(spots[number], number)}\n`);
else if (command === 'save') save(Number(first), Number(second));
else if (command === 'seal') writeFileSync(sealFile, `${sha256Of(parts.sealed)}  sealed.jsonl\n`);
else if (command === 'context') {
  const spot = spots[Number(first)];
  const lines = linesOf(join(packages.get(spot.package).folder, spot.file));
  const around = Number(second ?? 6);
  process.stdout.write(
    `${spot.package} ${spot.file}:${spot.line}\n${lines
      .slice(Math.max(0, spot.line - 1 - around), spot.line + around)
      .map((line) => line.slice(0, 200))
      .join('\n')}\n`,
  );
} else {
  process.stderr.write('label.mjs show FROM TO | context NUMBER [N] | save FROM TO | seal\n');
  process.exitCode = 2;
}
