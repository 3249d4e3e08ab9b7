// Counts pairs of letters in the words of an installed tree and writes src/lexicon/bigrams.ts.
// Usage: node scripts/train-bigrams.mjs FOLDER   (any node_modules; Markdown and type declarations are read)
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fg from 'fast-glob';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node scripts/train-bigrams.mjs FOLDER');

const counts = Array.from({ length: 27 }, () => new Float64Array(27));
const seen = new Set();
for (const file of fg.sync(['**/*.md', '**/*.d.ts'], { cwd: folder, absolute: true, dot: true }).sort()) {
  const text = readFileSync(file, 'utf8').slice(0, 200_000);
  for (const [run] of text.matchAll(/[A-Za-z]{3,24}/g)) {
    for (const [word] of run.matchAll(/[A-Z]?[a-z]{2,}|[A-Z]{3,}/g)) seen.add(word.toLowerCase());
  }
}
// Each word once: what matters is how words are built, not how often one stands in a file.
for (const word of seen) {
  let from = 26;
  for (const letter of word) {
    const to = letter.charCodeAt(0) - 97;
    counts[from][to]++;
    from = to;
  }
  counts[from][26]++;
}
const digit = (from, to) => {
  const total = counts[from].reduce((sum, count) => sum + count, 0) + 27;
  const bits = -Math.log2((counts[from][to] + 1) / total);
  return Math.min(35, Math.round(bits * 2.5)).toString(36);
};
const rows = counts.map((_, from) => Array.from({ length: 27 }, (__, to) => digit(from, to)).join(''));
writeFileSync(
  fileURLToPath(new URL('../src/lexicon/bigrams.ts', import.meta.url)),
  `// Written by scripts/train-bigrams.mjs from ${seen.size} different words of installed packages.

/**
 * How surprising a letter is after another, in words people write: rows are the letter before (a to z, then the start of
 * a word), columns the letter (a to z, then the end of the word). A digit of base 36 is bits of surprise times 2.5.
 */
export const bigrams = [
${rows.map((row) => `  '${row}',`).join('\n')}
];
`,
);
