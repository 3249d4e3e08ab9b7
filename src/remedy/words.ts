import type { Finding, RuleInfo } from '../model/index.ts';
import { shellWord, visible } from '../text/index.ts';
import { type Advice, type AdviceFacts, type AdviceStep, advise } from './advice.ts';

type StepOf<K extends AdviceStep['kind']> = Extract<AdviceStep, { kind: K }>;

/** Characters of a commit's id that name it to a person. */
const shortId = 12;

const forget = {
  stash: ({ name }) =>
    name === undefined
      ? 'Drop the stash that holds it: git stash list, git stash drop.'
      : `Drop the stash that holds it: git stash list --format='%gd %h %p' shows it beside ${short(name)}, then git stash drop stash@{N}.`,
  // `git reflog expire --all` would forget stashes too.
  reflog: () => 'Let git forget it: git -c gc.reflogExpireUnreachable=now gc --prune=now.',
  note: ({ name, ref }) => {
    if (name === undefined || ref === undefined)
      return 'Remove the note that holds it: git notes remove, or git notes edit.';
    const notes = shellWord(visible(ref));
    return `Remove the note that holds it: git notes --ref ${notes} remove ${short(name)}, then what it was before: git update-ref ${notes} $(git commit-tree -m notes ${shellWord(`${visible(ref)}^{tree}`)}).`;
  },
  tag: ({ name }) =>
    `Make the tag again without it${name === undefined ? '' : `: git tag -d ${shellWord(visible(name))}`}.`,
} as const satisfies Record<StepOf<'forget'>['where'], (step: StepOf<'forget'>) => string>;

/** What to do in an editor of `git rebase -i`, and after it. */
const rebasing = {
  earlier: 'mark that commit edit; take the value out, git commit -a --amend, git rebase --continue',
  message: 'mark that commit reword',
  merge: 'put a line break below that merge; take the value out, git commit -a --amend, git rebase --continue',
} as const satisfies Record<Exclude<StepOf<'redo-commit'>['what'], 'last'>, string>;

/** The command that starts to make commits again from a commit on. */
function rebase({ commit, root, branch, what }: StepOf<'redo-commit'>): string {
  const from = root ? '--root' : commit === undefined ? 'its parent' : `${short(commit)}^`;
  const on = branch === undefined ? '' : ` ${shellWord(visible(branch))}`;
  return `git rebase -i${what === 'merge' ? ' --rebase-merges' : ''} ${from}${on}`;
}

const short = (id: string): string => visible(id).slice(0, shortId);

const sentences: { readonly [K in AdviceStep['kind']]: (step: StepOf<K>) => string } = {
  rotate: ({ how }) => sentence(how),
  restrict: ({ how }) => sentence(how),
  unstage: ({ file }) =>
    `Not committed yet: take the value out of the file, then git add -- ${shellWord(visible(file))}.`,
  'leave-browser': ({ variable }) =>
    variable === undefined
      ? 'Call the service from a server route: nothing a browser loads can keep a secret.'
      : `Call the service from a server route that reads ${visible(variable)}: nothing a browser loads can keep a secret.`,
  environment: ({ variable }) =>
    variable === undefined
      ? 'Read it from an environment variable or a secret manager.'
      : `Read it from ${visible(variable)}, set in the environment or by a secret manager.`,
  untrack: ({ file, pattern }) =>
    `Keep the file out of git: the line ${visible(pattern)} in .gitignore, and git rm --cached -- ${shellWord(visible(file))} if it is tracked.`,
  'redo-commit': (step) =>
    step.what === 'last'
      ? 'Not pushed yet: take it out of the file, then git commit -a --amend.'
      : `Not pushed yet: ${rebase(step)}, ${rebasing[step.what]}.`,
  forget: (step) => forget[step.where](step),
  rewrite: ({ path, message }) => {
    const how =
      path === undefined
        ? `--replace-${message ? 'message' : 'text'} FILE, with the value in FILE`
        : `--invert-paths --path ${shellWord(visible(path))}`;
    return `It was pushed, so rewriting history only tidies up: git filter-repo ${how}.`;
  },
};

/** A step as one sentence, one line, safe to print. */
export const say = <S extends AdviceStep>(step: S): string =>
  (sentences[step.kind] as (step: AdviceStep) => string)(step);

/** Sentences of an advice, in order. */
export const sayAll = (advice: Advice): string[] => advice.map(say);

/** Steps that one line has room for. */
const stepsOfALine = 2;

/** What to do next about a finding, in one line that is safe to print. */
export const nextStep = (finding: Finding, rule: RuleInfo, facts?: AdviceFacts): string =>
  sayAll(advise(finding, rule, facts).slice(0, stepsOfALine)).join(' ');

/** A text as a sentence: on one line, with an end. */
function sentence(text: string): string {
  const line = visible(text.trim().replace(/\s+/g, ' '));
  return /[.!?]$/.test(line) || line === '' ? line : `${line}.`;
}
