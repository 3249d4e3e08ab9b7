// `node bench/quality/sample.mjs [--likely] >> bench/.cache/quality/spots.jsonl`: what is to be labelled. Takes spots evenly
// over ways, languages and packages, always the same ones from the same packages; with `--likely` those that may well be
// true, beside the ones that stand in the file already. Writes positions and digests, no text.
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileKindOf, languageOf } from './lib/kinds.mjs';
import { readJsonLines } from './lib/labels.mjs';
import { digestOf, linesOf } from './lib/lines.mjs';
import { cache, folderOf, readPackages } from './lib/packages.mjs';
import { likelySpotsOf, spotsOf } from './lib/spot.mjs';

const likely = process.argv.includes('--likely');
const most = {
  package: likely ? Number(process.env.KEYSCAN_PER_PACKAGE ?? 16) : 16,
  file: 3,
  fileBytes: 1_000_000,
  language: likely ? 140 : 170,
  value: 2,
  spotsOfFile: 400,
  files: likely ? 6000 : 2500,
};
/** How many spots are wanted of each way. */
const wanted = likely
  ? { 'likely quoted': 260, 'likely bare': 90, 'likely url': 40, 'likely key': 60 }
  : {
      'named mixed': 760,
      'named plain': 260,
      'spaced mixed': 110,
      'spaced plain': 60,
      random: 190,
      url: 130,
      header: 80,
      command: 50,
      connection: 50,
      sql: 70,
      'private key': 60,
      jwt: 40,
    };

/** A number for a text, spread evenly: the order in which spots are taken. */
const lot = (text) => createHash('sha256').update(text).digest('hex');

function* filesUnder(folder, relative = '') {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = relative ? `${relative}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* filesUnder(join(folder, entry.name), path);
    else if (entry.isFile() && languageOf(path) && statSync(join(folder, entry.name)).size <= most.fileBytes)
      yield path;
  }
}

const pools = Object.fromEntries(Object.keys(wanted).map((way) => [way, []]));
for (const entry of readPackages()) {
  const id = `${entry.registry}/${entry.name}@${entry.version}`;
  const folder = folderOf(entry);
  // A file for each lot: large packages do not need to be read whole.
  const files = [...filesUnder(folder)].sort((a, b) => (lot(id + a) < lot(id + b) ? -1 : 1)).slice(0, most.files);
  const perWay = {};
  for (const path of files) {
    const spots = [];
    const lines = linesOf(join(folder, path));
    lines.forEach((line, index) => {
      if (spots.length > most.spotsOfFile) return;
      const found = likely ? likelySpotsOf(line, lines[index + 1]) : spotsOf(line);
      for (const { way, at, value, same } of found)
        spots.push({
          way,
          line: index + 1,
          column: at + 1,
          length: value.length,
          value: same ?? value,
          digest: digestOf(line),
        });
    });
    const taken = {};
    for (const spot of spots.sort((a, b) =>
      lot(id + path + a.line + a.column) < lot(id + path + b.line + b.column) ? -1 : 1,
    )) {
      taken[spot.way] = (taken[spot.way] ?? 0) + 1;
      perWay[spot.way] = (perWay[spot.way] ?? 0) + 1;
      if (taken[spot.way] > most.file || perWay[spot.way] > 60) continue;
      pools[spot.way].push({ package: id, file: path, ...spot });
    }
  }
}

const count = { package: {}, language: {}, value: {}, spot: {}, file: {} };
const chosen = [];
if (likely)
  for (const { package: id, file, line } of readJsonLines(join(cache, 'spots.jsonl')))
    count.spot[`${id}:${file}:${line}`] = 1;
for (const way of Object.keys(wanted).reverse()) {
  const pool = pools[way].sort((a, b) => (lot(JSON.stringify(a)) < lot(JSON.stringify(b)) ? -1 : 1));
  let got = 0;
  // In rounds, so that each package gives one of a way before any gives two.
  for (let round = 1; round <= 6 && got < wanted[way]; round++) {
    const inRound = {};
    for (const spot of pool) {
      if (got >= wanted[way]) break;
      const language = languageOf(spot.file);
      const keys = {
        package: spot.package,
        language,
        value: spot.value,
        spot: `${spot.package}:${spot.file}:${spot.line}`,
        file: `${spot.package}:${spot.file}`,
      };
      if (inRound[spot.package]) continue;
      const full = (what, limit) => (count[what][keys[what]] ?? 0) >= limit;
      if (
        full('package', most.package) ||
        full('language', most.language) ||
        full('value', most.value) ||
        full('spot', 1) ||
        full('file', most.file)
      )
        continue;
      for (const [what, key] of Object.entries(keys)) count[what][key] = (count[what][key] ?? 0) + 1;
      inRound[spot.package] = true;
      got++;
      const { value: _, way: by, ...place } = spot;
      chosen.push({ ...place, way: by, language, kind: fileKindOf(spot.file) });
    }
  }
  process.stderr.write(`${way}: ${got} of ${pool.length}\n`);
}
process.stderr.write(
  `${chosen.length} spots in ${Object.keys(count.package).length} packages: ${JSON.stringify(count.language)}\n`,
);
chosen.sort((a, b) => (lot(a.package + a.file + a.line) < lot(b.package + b.file + b.line) ? -1 : 1));
for (const spot of chosen) process.stdout.write(`${JSON.stringify(spot)}\n`);
