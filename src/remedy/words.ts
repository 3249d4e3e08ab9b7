import type { Finding, RuleInfo } from '../model/index.ts';
import { shellWord, visible } from '../text/index.ts';
import { type Advice, type AdviceFacts, type AdviceStep, advise } from './advice.ts';

type StepOf<K extends AdviceStep['kind']> = Extract<AdviceStep, { kind: K }>;

/** Characters of a commit's id that name it to a person. */
const shortId = 12;

const forgetting = {
  stash: 'Drop the stash that holds it: git stash list, git stash drop.',
  reflog: 'Let git forget it: git reflog expire --expire-unreachable=now --all && git gc --prune=now.',
  note: 'Remove the note that holds it: git notes remove, or git notes edit.',
  tag: 'Make the tag again without it.',
} as const satisfies Record<StepOf<'forget'>['where'], string>;

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
  'redo-commit': ({ commit }) =>
    `Not pushed yet: make the commit again without it (git commit --amend if it is the last one, else git rebase -i ${
      commit === undefined ? 'its parent' : `${visible(commit).slice(0, shortId)}^`
    }).`,
  forget: ({ where, name }) =>
    where === 'tag' && name !== undefined
      ? `Make the tag again without it: git tag -d ${shellWord(visible(name))}.`
      : forgetting[where],
  rewrite: ({ path }) =>
    path === undefined
      ? 'It was pushed, so rewriting history (git filter-repo --replace-text) only tidies up.'
      : `It was pushed, so rewriting history (git filter-repo --invert-paths --path ${shellWord(visible(path))}) only tidies up.`,
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
