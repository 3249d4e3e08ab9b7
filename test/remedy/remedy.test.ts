import { describe, expect, test } from 'vitest';
import type { Finding, HistoryFacts } from '../../src/model/index.ts';
import { advise, explain, nextStep, sayAll, staysLocal } from '../../src/remedy/index.ts';
import { aFinding, aRule } from '../support/report.ts';

const rule = aRule();
const kinds = (finding: Finding, facts = { inGit: true }): string[] =>
  advise(finding, rule, facts).map(({ kind }) => kind);

const history = (parts: Partial<HistoryFacts> = {}, path = 'src/api.ts'): Finding =>
  aFinding({
    file: path,
    provenance: {
      kind: 'commit',
      path,
      history: {
        class: 'reachable',
        first: { id: 'a'.repeat(40), date: '2024-01-02T03:04:05Z' },
        inHead: true,
        inIndex: true,
        inWorkTree: true,
        refs: ['main'],
        pushed: true,
        ...parts,
      },
    },
  });
const gone = { inHead: false, inIndex: false, inWorkTree: false };

describe('advice', () => {
  test.each([
    ['a file', aFinding(), ['rotate', 'environment']],
    ['a browser', aFinding({ exposure: { kind: 'client', way: [], reason: '' } }), ['rotate', 'leave-browser']],
    ['a file that stays local', aFinding({ file: 'web/.env.local' }), ['rotate', 'untrack']],
    ['the index', aFinding({ provenance: { kind: 'staged', path: 'a.ts' } }), ['unstage', 'environment', 'rotate']],
    ['the index, a local file', aFinding({ provenance: { kind: 'staged', path: '.env' } }), ['untrack', 'rotate']],
    ['pushed history', history(), ['rotate', 'environment', 'rewrite']],
    ['pushed history, gone now', history(gone), ['rotate', 'rewrite']],
    ['pushed history, a local file', history({}, '.env'), ['rotate', 'untrack', 'rewrite']],
    ['unpushed history', history({ pushed: false }), ['redo-commit', 'environment', 'rotate']],
    ['a stash', history({ ...gone, class: 'stash', pushed: false }), ['forget', 'rotate']],
    ['no branch', history({ ...gone, class: 'dangling', pushed: false }), ['forget', 'rotate']],
    ['a note', history({ ...gone, class: 'note', pushed: false }), ['forget', 'rotate']],
    ['a tag', aFinding({ provenance: { kind: 'tag', path: 'tag:v1', tag: 'v1' } }), ['rotate', 'forget']],
    ['standard input', aFinding({ provenance: { kind: 'stdin', path: '-' } }), ['rotate', 'environment']],
  ])('for %s', (_, finding, expected) => {
    expect(kinds(finding)).toEqual(expected);
  });

  test('outside a repository has nothing to untrack', () => {
    expect(kinds(aFinding({ file: '.env' }), { inGit: false })).toEqual(['rotate']);
  });

  test('for what was made to be public is to restrict it', () => {
    const note = aRule({ severity: 'note', remediation: 'Restrict it to your domains' });
    expect(nextStep(aFinding(), note)).toBe('Restrict it to your domains.');
  });

  test('does not say twice what the rule says', () => {
    const file = aRule({ remediation: 'Rotate what it holds and take it out with `git rm --cached`.' });
    expect(nextStep(aFinding({ file: '.env' }), file)).toBe(file.remediation);
    expect(explain(file, 'markdown')).toContain('take it out with `git rm --cached`.');
  });

  test('in words names commands that can be pasted', () => {
    expect(sayAll(advise(history({ pushed: false }), rule))[0]).toBe(
      'Not pushed yet: git rebase -i aaaaaaaaaaaa^ main, mark that commit edit; take the value out, git commit -a --amend, git rebase --continue.',
    );
    expect(sayAll(advise(history({}, 'web/.env'), rule))[2]).toBe(
      'It was pushed, so rewriting history only tidies up: git filter-repo --invert-paths --path web/.env.',
    );
  });

  test('quotes the names of files for the shell', () => {
    const file = "it's; rm -rf $HOME/.env";
    expect(nextStep(aFinding({ file }), rule)).toContain(
      "the line /it's;\\ rm\\ -rf\\ $HOME/.env in .gitignore, and git rm --cached -- 'it'\\''s; rm -rf $HOME/.env' if it is tracked.",
    );
  });

  test('without a variable speaks of one', () => {
    const nameless = aRule({ environment: [] });
    expect(nextStep(aFinding(), nameless)).toMatch(/Read it from an environment variable or a secret manager\.$/);
    expect(nextStep(aFinding({ exposure: { kind: 'client', way: [], reason: '' } }), nameless)).toMatch(
      /Call the service from a server route: /,
    );
  });
});

test.each([
  ['.env', true],
  ['web/.env.production', true],
  ['.env.example', false],
  ['.env.local.sample', false],
  ['home/.aws/credentials', true],
  ['src/credentials', false],
  ['deploy/id_ed25519', true],
  ['certs/server.key', true],
  ['infra/prod.tfvars', true],
  ['my-service-account.json', true],
  ['package.json', false],
  ['.npmrc', false],
  ['src/environment.ts', false],
])('%s stays local: %s', (path, expected) => {
  expect(staysLocal(path)).toBe(expected);
});

describe('the explanation of a rule', () => {
  test('for a terminal', () => {
    expect(explain(rule)).toBe(`GitHub personal access token (classic)
github-classic-token · critical

Acts as its owner on every repository the owner can reach.

What to do
  1. Delete the token under Settings › Developer settings.
  2. Read it from GITHUB_TOKEN, set in the environment or by a secret manager. Also read: GH_TOKEN.
  3. Rewriting history does not undo a leak that was pushed: rotate first, then tidy up with git filter-repo.

If it is meant to be there
  once: keyscan ignore FINGERPRINT --reason "why it is harmless"
  on its line, in a comment: keyscan:allow github-classic-token -- why

Read more
  https://docs.github.com/en/authentication
`);
  });

  test('as Markdown', () => {
    expect(explain(rule, 'markdown')).toBe(`# GitHub personal access token (classic)

github-classic-token · critical

Acts as its owner on every repository the owner can reach.

## What to do

1. Delete the token under Settings › Developer settings.
2. Read it from GITHUB\\_TOKEN, set in the environment or by a secret manager. Also read: GH\\_TOKEN.
3. Rewriting history does not undo a leak that was pushed: rotate first, then tidy up with git filter-repo.

## If it is meant to be there

Once: \`keyscan ignore FINGERPRINT --reason "why it is harmless"\`. On its line, in a comment: \`keyscan:allow github-classic-token -- why\`.

## Read more

- <https://docs.github.com/en/authentication>
`);
  });

  test('holds nothing a terminal acts on, and no links but to https', () => {
    const text = 'a\x1b[2J\u202e[x](http://y)`\n# b';
    const hostile = aRule({ title: text, description: text, remediation: text, references: [text, 'javascript:x'] });
    for (const format of ['text', 'markdown'] as const)
      expect(explain(hostile, format).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(explain(hostile, 'markdown')).not.toMatch(/[^\\]\]\(|javascript|^# b/m);
  });
});
