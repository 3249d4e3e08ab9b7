import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandLine } from '../../src/cli/command-line.ts';
import { commands } from '../../src/cli/commands.ts';
import { interpret } from '../../src/cli/interpret.ts';
import { type Option, scanOptions } from '../../src/cli/options.ts';
import { parseFast } from '../../src/cli/parse-fast.ts';
import { parseFull } from '../../src/cli/parse-full.ts';

const full = async (argv: readonly string[]): Promise<CommandLine> => {
  const raw = await parseFull(argv, 80);
  return 'text' in raw ? raw : interpret(raw);
};
/** As the program does it. */
const parse = async (argv: readonly string[]): Promise<CommandLine> => {
  const raw = parseFast(argv);
  return raw ? interpret(raw) : full(argv);
};
const scan = async (...argv: string[]) => {
  const line = await parse(argv);
  if (line.command !== 'scan') throw new Error(`not a scan but ${line.command}`);
  return line;
};

describe('what is scanned', () => {
  test.each([
    [[], { kind: 'files', roots: ['.'] }],
    [['src', 'dist'], { kind: 'files', roots: ['src', 'dist'] }],
    [['scan', 'src'], { kind: 'files', roots: ['src'] }],
    [['dir', 'src'], { kind: 'files', roots: ['src'] }],
    [['./rules'], { kind: 'files', roots: ['./rules'] }],
    [['--', 'rules'], { kind: 'files', roots: ['rules'] }],
    [['--', '--staged'], { kind: 'files', roots: ['--staged'] }],
    [['scan', 'rules'], { kind: 'files', roots: ['rules'] }],
    [['--staged'], { kind: 'staged', roots: [] }],
    [['--staged', 'src'], { kind: 'staged', roots: ['src'] }],
    [['git', '--staged'], { kind: 'staged', roots: [] }],
    [['--stdin'], { kind: 'stdin', name: '' }],
    [['stdin'], { kind: 'stdin', name: '' }],
    [['-'], { kind: 'stdin', name: '' }],
    [['--stdin-filename', 'a.ts'], { kind: 'stdin', name: 'a.ts' }],
    [['--history'], { kind: 'history', roots: ['.'] }],
    [['--history', 'src'], { kind: 'history', roots: ['src'] }],
    [['git', 'src'], { kind: 'history', roots: ['src'] }],
    [['--history=all'], { kind: 'history', roots: ['.'], range: 'all' }],
    [['--history=main..HEAD'], { kind: 'history', roots: ['.'], range: 'main..HEAD' }],
    [['--since', '2026-01-01'], { kind: 'history', roots: ['.'], since: '2026-01-01' }],
    [['git', '--branch', 'main'], { kind: 'history', roots: ['.'], branch: 'main' }],
  ])('%j', async (argv, mode) => {
    expect((await scan(...argv)).given.mode).toEqual(mode);
  });
});

describe('how it is told', () => {
  test.each([
    [['-f', 'json'], { format: 'json' }],
    [['-fjson'], { format: 'json' }],
    [['-f=json'], { format: 'json' }],
    [['--format=json', '--format', 'sarif'], { format: 'sarif' }],
    [['-o', 'a.sarif'], { format: 'sarif', output: 'a.sarif' }],
    [['-o', 'a.sarif', '-f', 'text'], { format: 'text', output: 'a.sarif' }],
    [['-oreport'], { format: 'text', output: 'report' }],
    [['--color', 'always'], { colour: 'always' }],
    [['--no-color'], { colour: 'never' }],
    [['-q'], { quiet: true }],
    [['--no-config'], { config: false }],
    [['--config', 'x.json'], { config: 'x.json' }],
  ])('%j', async (argv, telling) => {
    expect((await scan(...argv)).telling).toMatchObject(telling);
  });
  test('- is standard output', async () => {
    expect((await scan('-o', '-')).telling).not.toHaveProperty('output');
  });
});

test('the other commands', async () => {
  expect(await parse(['--version'])).toEqual({ command: 'version' });
  expect(await parse(['rules', '-f', 'json'])).toEqual({ command: 'rules', format: 'json', colour: 'auto' });
  expect(await parse(['explain', 'x'])).toMatchObject({ command: 'explain', rule: 'x', format: 'text' });
  expect(await parse(['hook', 'install', '--force'])).toEqual({ command: 'hook', action: 'install', force: true });
  expect(await parse(['ignore', 'aa', 'bb', '--reason', 'x', '--owner', 'o', '--expires', '2030-01-01'])).toMatchObject(
    {
      command: 'ignore',
      given: { mode: { kind: 'files', roots: ['.'] } },
      fingerprints: ['aa', 'bb'],
      reason: 'x',
      owner: 'o',
      expires: '2030-01-01',
    },
  );
  const all = await parse(['ignore', '--all', '--staged', '--reason', 'x']);
  expect(all).toMatchObject({ command: 'ignore', given: { mode: { kind: 'staged' } } });
  expect(all).not.toHaveProperty('fingerprints');
});

describe('what is wrong is named', () => {
  test.each([
    [['--fromat', 'json'], 'unknown option: --fromat; did you mean --format?'],
    [['--colour=never'], 'unknown option: --colour; did you mean --color?'],
    [['-z'], 'unknown option: -z'],
    [['rules', '--staged'], 'unknown option of keyscan rules: --staged'],
    [['--format', 'jsn'], '--format: jsn is none of text, json, jsonl, sarif; did you mean json?'],
    [['--format'], '--format needs a value'],
    [['--format', '--quiet'], '--format needs a value'],
    [['--severity', 'severe'], '--severity: severe is none of critical, high, medium, low, note'],
    [['--fail-on', 'hgih'], 'did you mean high?'],
    [['--max-file-size', 'big'], '--max-file-size: big is no size'],
    [['--jobs', '0'], '--jobs: 0 is no number of threads'],
    [['--jobs', 'two'], '--jobs: two is no number of threads'],
    [['--branch=--all'], '--branch: --all looks like an option'],
    [['--history=-x'], '--history: -x looks like an option'],
    [['--staged', '--stdin'], '--staged and --stdin exclude one another'],
    [['--staged', '--history'], '--staged and --history exclude one another'],
    [['--stdin', 'a.ts'], 'standard input takes no path: a.ts; its name goes to --stdin-filename'],
    [['--config', 'a.json', '--no-config'], '--config and --no-config exclude one another'],
    [['-q', '-v'], '--quiet and --verbose exclude one another'],
    [[''], 'a path is empty'],
    [['rules', 'x'], 'rules takes no argument x'],
    [['explain'], 'explain: which rule?'],
    [['explain', 'a', 'b'], 'explain takes no argument b'],
    [['hook'], 'hook: install or uninstall?'],
    [['hook', 'instal'], 'did you mean install?'],
    [['ignore'], 'ignore: which findings?'],
    [['ignore', 'aa'], 'ignore: --reason is missing'],
    [['ignore', 'aa', '--reason', ' '], 'ignore: --reason is missing'],
    [['ignore', 'aa', '--all', '--reason', 'x'], 'ignore: --all and fingerprints exclude one another'],
    [['ignore', 'aa', '--reason', 'x', '--expires', 'soon'], '--expires: not a day as YYYY-MM-DD'],
  ])('%j', async (argv, message) => {
    await expect(parse(argv)).rejects.toMatchObject({ name: 'UsageError', message: expect.stringContaining(message) });
  });
});

test('the fast parser knows plain scans only, and loads nothing for them', () => {
  expect(parseFast(['src', '--staged'])).toBeDefined();
  for (const argv of [['rules'], ['explain', 'x'], ['--help'], ['-h'], ['--nonsense'], ['ignore', '--all']])
    expect(parseFast(argv)).toBeUndefined();
});

/** Words of a command line, right ones and wrong ones. */
const words = fc.array(
  fc.oneof(
    ...(scanOptions as readonly Option[]).map(({ name, short, kind, choices }) => {
      const long = `--${name}`;
      if (kind === 'flag') return fc.constantFrom([long], short ? [`-${short}`] : [long]);
      const value = fc.constantFrom(...(choices ?? ['1', '10MB', 'a b']), 'x.json');
      if (kind === 'choice') return fc.constantFrom([long], [`${long}=all`], [`${long}=a..b`]);
      return value.chain((each) =>
        fc.constantFrom(
          [long, each],
          [`${long}=${each}`],
          ...(short ? [[`-${short}`, each], [`-${short}${each}`]] : []),
        ),
      );
    }),
    // Not `-`, which yargs loses: it never gets to see a right scan.
    fc.constantFrom(['src'], ['./rules'], ['--'], ['dir'], ['git'], ['a b'], ['1']),
  ),
  { maxLength: 6 },
);

test('both parsers read a plain scan alike', async () => {
  const outcome = async (read: () => Promise<CommandLine> | CommandLine): Promise<unknown> => {
    try {
      return await read();
    } catch (error) {
      return (error as Error).message;
    }
  };
  await fc.assert(
    fc.asyncProperty(words, async (lists) => {
      const argv = lists.flat();
      const raw = parseFast(argv);
      if (!raw) return;
      expect(await outcome(() => full(argv))).toEqual(await outcome(() => interpret(raw)));
    }),
    { numRuns: 300 },
  );
});

test('every command has help with its options and examples', async () => {
  for (const [name, { options, examples, positionals }] of Object.entries(commands)) {
    if (name === 'completion') continue;
    const line = await parse([...(name === 'scan' ? [] : [name]), '--help']);
    if (line.command !== 'help') throw new Error(`${name} --help is ${line.command}`);
    expect(line.text).toContain(`keyscan ${name === 'scan' ? '' : `${name} `}${positionals}`.trim());
    for (const option of options) expect(line.text).toContain(`--${option.name} `);
    for (const [, about] of examples) expect(line.text.replace(/\s+/g, ' ')).toContain(about.split(' ')[0]);
  }
});
