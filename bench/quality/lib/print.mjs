const share = (part, whole) => (whole === 0 ? '   –' : `${((100 * part) / whole).toFixed(1).padStart(5)}`);

function row(name, judged) {
  const hits = judged.filter(({ label, found }) => label && found.length > 0).length;
  const misses = judged.filter(({ label, found }) => label && found.length === 0).length;
  const wrong = judged.filter(({ label, found }) => !label && found.length > 0).length;
  const f1 = share(2 * hits, 2 * hits + misses + wrong);
  return `  ${name.padEnd(26)} ${String(judged.length).padStart(5)} ${String(hits + misses).padStart(5)} ${String(hits).padStart(5)} ${String(misses).padStart(6)} ${String(wrong).padStart(5)}   ${share(hits, hits + wrong)}  ${share(hits, hits + misses)}  ${f1}\n`;
}

/** Letters and digits by their kind alone: what a value looks like without what it is. */
const masked = (text) =>
  (text.length > 60 ? `${text.slice(0, 50)}…(${text.length})` : text)
    .replace(/[a-z]/g, 'a')
    .replace(/[A-Z]/g, 'A')
    .replace(/\d/g, '0');

function list(title, judged) {
  process.stdout.write(`\n${title}: ${judged.length}\n`);
  for (const { package: id, file, line, column, family = '', found, held, before, value } of judged)
    process.stdout.write(
      `${id} ${file}:${line}:${column} ${family}\n    ${before.trimStart().replace(/[^\x20-\x7e]/g, ' ')}${masked(value)}\n    ${[...found.map(({ ruleId, confidence, evidence }) => `${ruleId} ${confidence}: ${evidence.map(({ text, weight }) => `${text} ${weight}`).join('; ')}`), ...held].join('\n    ')}\n`,
    );
}

/** Prints the figures of a part, and the lists that were asked for. */
export function print(part, all, flags) {
  const judged = all.filter(({ ambiguous }) => !ambiguous);
  process.stdout.write(
    `\n${part}: ${all.length} labels, ${all.length - judged.length} of them ambiguous and left out\n`,
  );
  process.stdout.write(
    `  ${''.padEnd(26)} lines  true found missed wrong   prec.  recall     F1\n${row('all', judged)}`,
  );
  const idsAndSalts = ({ family }) => family === 'salt' || family === 'hash';
  process.stdout.write(
    row(
      'without salts and hashes',
      judged.filter((one) => !idsAndSalts(one)),
    ),
  );
  const groups = {
    family: ({ family, way }) => family ?? `(false, by ${way.split(' ')[0]})`,
    language: ({ language }) => language,
    sample: ({ way }) => (way.startsWith('likely') ? 'likely ones' : 'even'),
    'kind of file': ({ kind }) => kind,
  };
  for (const [title, of] of Object.entries(groups)) {
    process.stdout.write(` by ${title}\n`);
    for (const name of [...new Set(judged.map(of))].sort())
      process.stdout.write(
        row(
          name,
          judged.filter((one) => of(one) === name),
        ),
      );
  }
  if (flags.has('--misses'))
    list(
      'missed',
      judged.filter(({ label, found }) => label && found.length === 0),
    );
  if (flags.has('--false'))
    list(
      'found wrongly',
      judged.filter(({ label, found }) => !label && found.length > 0),
    );
}
