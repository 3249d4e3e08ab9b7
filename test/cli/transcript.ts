import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import facts from '../../package.json' with { type: 'json' };
import { rules } from '../../rules/index.ts';

/*
 * A transcript is Markdown. A path alone on a line in backticks names the file that the next code block is. A `console`
 * block is commands and what came of them: `$ ` before a command, `! ` before a line of standard error, `? ` before the
 * exit code, and standard output as it is. `{{rule-id}}` is the secret of that rule's first example, `{{rule-id:2}}` of
 * its second. All blocks of a file happen in one folder, in order.
 */

/** What is run: the built program, or the one that KEYSCAN_BIN names. */
export const program = process.env['KEYSCAN_BIN'] ?? fileURLToPath(new URL('../../bin/keyscan.cjs', import.meta.url));

/** The text with every mark replaced by the secret it stands for. */
export const withSecrets = (text: string): string =>
  text.replace(/\{\{([a-z0-9-]+)(?::(\d+))?\}\}/g, (_, id: string, number = '1') => secretOf(id, Number(number)));

/** The secret of a rule's nth example, from 1. */
export function secretOf(id: string, number = 1): string {
  const leak = rules.find((rule) => rule.id === id)?.examples().leaks[number - 1];
  if (!leak) throw new Error(`no example ${number} of a rule ${id}`);
  return leak.secret;
}

/** A folder with a home of its own, in which `keyscan` is the program. */
export class Place {
  readonly #base = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-cli-')));
  readonly folder = join(this.#base, 'work');
  readonly environment: NodeJS.ProcessEnv;

  constructor() {
    for (const name of ['work', 'home', 'bin']) mkdirSync(join(this.#base, name));
    const shim = join(this.#base, 'bin/keyscan');
    writeFileSync(shim, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
    chmodSync(shim, 0o755);
    const person = { NAME: 'Ada Example', EMAIL: 'ada@example.org', DATE: '2026-01-02T03:04:05Z' };
    this.environment = {
      PATH: `${dirname(shim)}:${process.env['PATH']}`,
      HOME: join(this.#base, 'home'),
      LC_ALL: 'C.UTF-8',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      ...Object.fromEntries(
        ['AUTHOR', 'COMMITTER'].flatMap((role) =>
          Object.entries(person).map(([fact, value]) => [`GIT_${role}_${fact}`, value]),
        ),
      ),
    };
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Runs a line of shell; what changes from place to place is written as in a transcript. */
  run(command: string, more: NodeJS.ProcessEnv = {}): { stdout: string; stderr: string; code: number } {
    const options = { cwd: this.folder, env: { ...this.environment, ...more }, encoding: 'utf8' } as const;
    const { stdout, stderr, status, signal } = spawnSync('sh', ['-c', command], options);
    return { stdout: this.#plain(stdout), stderr: this.#plain(stderr), code: status ?? (signal ? 128 : -1) };
  }

  #plain(text: string): string {
    const { folder } = this;
    const marks = {
      [folder]: '{{folder}}',
      [folder.slice(1)]: '{{folder}}',
      [this.#base]: '{{base}}',
      [facts.version]: '{{version}}',
    };
    return Object.entries(marks).reduce((rest, [given, mark]) => rest.replaceAll(given, mark), text);
  }

  remove(): void {
    rmSync(this.#base, { recursive: true, force: true });
  }
}

/** The transcript as it comes out now, and every text that was printed on the way. */
export function replay(markdown: string, place: Place): { markdown: string; printed: string } {
  let printed = '';
  let file: string | undefined;
  const blocks = /^`([^`\n]+)`$|^```(\w*)\n([\s\S]*?)^```$/gm;
  const now = markdown.replace(blocks, (whole, path?: string, language = '', body = '') => {
    if (path !== undefined) file = path;
    else if (language === 'console') {
      const { text, all } = session(body, place);
      printed += all;
      return `\`\`\`console\n${text}\`\`\``;
    } else if (file !== undefined) {
      place.write(file, withSecrets(body));
      file = undefined;
    }
    return whole;
  });
  return { markdown: now, printed };
}

function session(body: string, place: Place): { text: string; all: string } {
  let text = '';
  let all = '';
  for (const [, command = ''] of body.matchAll(/^\$ (.*)$/gm)) {
    const { stdout, stderr, code } = place.run(withSecrets(command));
    const errors = stderr
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => (stderr === '' ? '' : `! ${line}`.trimEnd().concat('\n')))
      .join('');
    text += `$ ${command}\n${stdout}${stdout === '' || stdout.endsWith('\n') ? '' : '\n'}${errors}? ${code}\n`;
    all += stdout + stderr;
  }
  return { text, all };
}
