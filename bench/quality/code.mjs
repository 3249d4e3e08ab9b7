// `node bench/quality/code.mjs [--labelled] [--own] [--list] [FOLDER…]`: what understanding programs adds to the search of
// text, and what it removes: on the labelled lines (none named, or `--labelled`), and on the JavaScript of folders. Told for
// each rule and construct. `--own` looks at installed packages as if they were one's own; `--list` names every place.

import { isUtf8 } from 'node:buffer';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { engine } from './lib/built-engine.mjs';
import { packagesById, parts, readJsonLines } from './lib/labels.mjs';

const flags = new Set(process.argv.slice(2).filter((each) => each.startsWith('--')));
const folders = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const { Inspector, rules } = await engine();

const settings = { confidence: 'medium', severity: 'low', inline: true, showPublic: false, listHeld: true };
/** The folder that is looked at: what programs import is read from there. */
let top = '';
const readModule = (path) => {
  try {
    const file = join(top, path);
    return lstatSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
};
const withCode = new Inspector(rules, { ...settings, syntax: true }, undefined, () => readModule);
const withText = new Inspector(
  rules.filter(({ kind }) => kind !== 'syntax'),
  { ...settings, syntax: false },
);

const blobOf = (bytes, path) => ({
  kind: 'blob',
  item: {
    kind: 'item',
    place: { kind: 'memory', bytes },
    path,
    provenance: { kind: 'file', path },
    git: 'tracked',
  },
  bytes,
  offset: 0,
  line: 1,
  column: 0,
  seen: 0,
  whole: true,
  encoding: isUtf8(bytes) ? 'utf-8' : 'latin1',
});

/** In what construct a finding was understood, or was held back: as its evidence says. */
function constructOf({ evidence, suppressed }) {
  if (suppressed) return `held back: ${[suppressed.reason, suppressed.detail].filter(Boolean).join(', ')}`;
  const texts = evidence.map(({ text }) => text);
  const how = texts.flatMap((text) => {
    if (text.startsWith('assembled')) return ['pieces'];
    if (text.startsWith('computed')) return ['computed'];
    if (text.startsWith('imported')) return ['imported'];
    if (/^(?:used where|default of|assigned to|read as)/.test(text)) return [text.split(' ').slice(0, 2).join(' ')];
    return text.startsWith('passed to') ? [text.replace(/\(.*$/s, '()')] : [];
  });
  return [...new Set(how)].join(', ') || 'place';
}

const meets = (a, b) => a.byteOffset < b.byteOffset + b.byteLength && b.byteOffset < a.byteOffset + a.byteLength;

/** What the two ways of looking at a content say differently. */
function differences(bytes, path) {
  const blob = blobOf(bytes, path);
  const [code, text] = [withCode.inspect(blob), withText.inspect(blob)];
  const known = (finding, { findings }) => findings.some((other) => meets(finding, other));
  const added = code.findings.filter((finding) => !known(finding, text));
  const removed = text.findings
    .filter((finding) => !known(finding, code))
    .map((finding) => {
      const held = code.suppressed.find((other) => meets(finding, other) && other.ruleId === finding.ruleId);
      return { ...finding, suppressed: held?.suppressed ?? { reason: 'not found', detail: 'by code' } };
    });
  return { added, removed, code, text };
}

/** Counts by class: `sign rule, construct`. */
class Classes {
  #counts = new Map();
  #places = new Map();
  add(sign, finding, place, kind = '') {
    const name = `${sign} ${finding.ruleId} · ${constructOf(finding)}${kind && ` · ${kind}`}`;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    this.#places.set(name, [...(this.#places.get(name) ?? []), place]);
  }
  print() {
    if (this.#counts.size === 0) console.log('  no difference');
    for (const [name, count] of [...this.#counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))) {
      console.log(`  ${String(count).padStart(4)} ${name}`);
      if (flags.has('--list')) for (const place of this.#places.get(name)) console.log(`         ${place}`);
    }
  }
}

const programs = /\.(?:[cm]?[jt]sx?|json|jsonc|vue|svelte|astro|mdx?|html?|ipynb)$/i;
const ratio = (part, whole) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));

/** Precision, recall and F1 of labels, each with what was found at its place. */
function figures(judged) {
  const hits = judged.filter(({ label, found }) => label && found).length;
  const missed = judged.filter(({ label, found }) => label && !found).length;
  const wrong = judged.filter(({ label, found }) => !label && found).length;
  return `${hits} found, ${missed} missed, ${wrong} wrong: precision ${ratio(hits, hits + wrong)}, recall ${ratio(hits, hits + missed)}, F1 ${ratio(2 * hits, 2 * hits + missed + wrong)}`;
}

function labelled() {
  const packages = packagesById();
  const files = new Map();
  for (const label of readJsonLines(parts.open)) {
    if (label.ambiguous) continue;
    const key = `${label.package}\n${label.file}`;
    files.set(key, [...(files.get(key) ?? []), label]);
  }
  const classes = new Classes();
  const [code, text] = [[], []];
  for (const rows of files.values()) {
    const [{ package: id, file }] = rows;
    if (!programs.test(file)) continue;
    top = packages.get(id).folder;
    const bytes = readFileSync(join(top, file));
    const seen = differences(bytes, file);
    for (const row of rows) {
      let start = 0;
      for (let number = 1; number < row.line; number++) start = bytes.indexOf(10, start) + 1;
      const span = { byteOffset: start + row.column - 1, byteLength: row.length };
      const at = (findings) => findings.some((finding) => meets(span, finding));
      code.push({ label: row.label, found: at(seen.code.findings) });
      text.push({ label: row.label, found: at(seen.text.findings) });
      const kind = row.label ? 'a true one' : 'a false one';
      for (const finding of seen.added)
        if (meets(span, finding)) classes.add('+', finding, `${id} ${file}:${row.line}`, kind);
      for (const finding of seen.removed)
        if (meets(span, finding)) classes.add('−', finding, `${id} ${file}:${row.line}`, kind);
    }
  }
  console.log(`labelled lines of programs (open part): ${code.length}`);
  console.log(`  with code: ${figures(code)}\n  text only: ${figures(text)}`);
  classes.print();
}

function* filesOf(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== '.git') yield* filesOf(path);
    else if (entry.isFile() && programs.test(entry.name)) yield path;
  }
}

function folder(named) {
  top = resolve(named);
  const classes = new Classes();
  const total = { files: 0, code: 0, text: 0, added: 0, removed: 0 };
  for (const file of filesOf(top)) {
    const below = relative(top, file);
    const seen = differences(
      readFileSync(file),
      flags.has('--own') ? below.replaceAll('node_modules', 'packages') : below,
    );
    total.files++;
    total.code += seen.code.findings.length;
    total.text += seen.text.findings.length;
    total.added += seen.added.length;
    total.removed += seen.removed.length;
    for (const finding of seen.added) classes.add('+', finding, `${below}:${finding.start.line}`);
    for (const finding of seen.removed) classes.add('−', finding, `${below}:${finding.start.line}`);
  }
  console.log(
    `${named}: ${total.files} programs; ${total.code} findings with code, ${total.text} by text only; ${total.added} added, ${total.removed} removed`,
  );
  classes.print();
}

if (folders.length === 0 || flags.has('--labelled')) labelled();
for (const each of folders) folder(each);
