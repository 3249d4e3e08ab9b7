import type { Finding, HistoryFacts, RuleInfo } from '../model/index.ts';
import { staysLocal } from './local-files.ts';

/** One thing to do, as data: `words.ts` says it. */
export type AdviceStep =
  /** Make the leaked value worthless. */
  | { readonly kind: 'rotate'; readonly how: string }
  /** Nobody else has seen it yet: take it out before they do. */
  | { readonly kind: 'unstage'; readonly file: string }
  /** No variable is private in a browser: the call itself must move. */
  | { readonly kind: 'leave-browser'; readonly variable?: string }
  /** Read the value from outside the repository. */
  | { readonly kind: 'environment'; readonly variable?: string }
  /** The file belongs to one machine: git must let go of it. `pattern` is a line of `.gitignore`. */
  | { readonly kind: 'untrack'; readonly file: string; readonly pattern: string }
  /** The commits that hold it stand on this machine only: make them again without it. */
  | {
      readonly kind: 'redo-commit';
      /** The first commit that has it. */
      readonly commit?: string;
      /** True where that commit has no parent. */
      readonly root?: boolean;
      /** The one branch that has it. */
      readonly branch?: string;
      /** What to change: the last commit, one before it, its message, or a merge. */
      readonly what: 'last' | 'earlier' | 'message' | 'merge';
    }
  /** It stands outside all branches: let git forget it. `name`: of a tag, or the id of a stash or of what a note is about. */
  | {
      readonly kind: 'forget';
      readonly where: 'stash' | 'reflog' | 'note' | 'tag';
      readonly name?: string;
      /** The notes that hold it. */
      readonly ref?: string;
    }
  /** It stands in commits others have: rewriting is tidying up after the rotation. */
  | { readonly kind: 'rewrite'; readonly path?: string; readonly message?: boolean }
  /** It was made to be public. */
  | { readonly kind: 'restrict'; readonly how: string };

/** What to do, the most urgent first. */
export type Advice = readonly AdviceStep[];

/** What is known besides the finding. */
export interface AdviceFacts {
  /** Whether the scanned folder belongs to a repository: outside one there is nothing to untrack. */
  readonly inGit: boolean;
}

/**
 * What to do about a finding, the most urgent first: rotate (unless nobody else can have seen it), keep the value
 * elsewhere, then clean the repository as far as git's facts ask for it.
 */
export function advise(finding: Finding, rule: RuleInfo, facts: AdviceFacts = { inGit: true }): Advice {
  return stepsFor(finding, rule, facts).filter((step, _, steps) => !(step.kind === 'untrack' && saysSo(steps)));
}

/** True where the rule's own words tell to untrack: a rule on a file as such. */
const saysSo = (steps: Advice): boolean =>
  steps.some((step) => step.kind === 'rotate' && step.how.includes('git rm --cached'));

function stepsFor(finding: Finding, rule: RuleInfo, facts: AdviceFacts): Advice {
  if (rule.severity === 'note') return [{ kind: 'restrict', how: rule.remediation }];
  const rotate: AdviceStep = { kind: 'rotate', how: rule.remediation };
  const keep = keepElsewhere(finding, rule);
  const { provenance } = finding;
  switch (provenance.kind) {
    case 'staged':
      return staysLocal(provenance.path)
        ? [untrack(finding), rotate]
        : [{ kind: 'unstage', file: finding.file }, keep, rotate];
    case 'commit':
      return afterCommit(provenance.history, provenance.path, rotate, keep, finding);
    case 'tag':
      return [rotate, { kind: 'forget', where: 'tag', name: provenance.tag }];
    default:
      return staysLocal(provenance.path)
        ? [rotate, ...(facts.inGit && provenance.kind === 'file' ? [untrack(finding)] : [])]
        : [rotate, keep];
  }
}

/** Where the value goes instead. */
function keepElsewhere(finding: Finding, rule: RuleInfo): AdviceStep {
  const [variable] = rule.environment;
  const kind = finding.exposure.kind === 'client' ? 'leave-browser' : 'environment';
  return { kind, ...(variable === undefined ? {} : { variable }) };
}

const untrack = (finding: Finding): AdviceStep => ({
  kind: 'untrack',
  file: finding.file,
  pattern: ignorePattern(finding.provenance.path),
});

/** A line of `.gitignore` that means this path alone. */
const ignorePattern = (path: string): string => `/${path.replace(/[\\*?[\] ]/g, '\\$&')}`;

/** Unpushed: the commits can still be made again. Pushed: rotate first, then tidy up. */
function afterCommit(
  history: HistoryFacts,
  path: string,
  rotate: AdviceStep,
  keep: AdviceStep,
  finding: Finding,
): Advice {
  const stillThere = history.inHead || history.inWorkTree || history.inIndex;
  const put: readonly AdviceStep[] = !stillThere ? [] : staysLocal(path) ? [untrack(finding)] : [keep];
  const rewrite: AdviceStep = {
    kind: 'rewrite',
    ...(staysLocal(path) ? { path } : {}),
    ...(history.class === 'message' ? { message: true } : {}),
  };
  return history.pushed ? [rotate, ...put, rewrite] : [clean(history, path), ...put, rotate];
}

/** How a secret that was never pushed leaves the repository. */
function clean({ class: held, first, last, inHead, refs }: HistoryFacts, path: string): AdviceStep {
  switch (held) {
    case 'stash':
      return { kind: 'forget', where: 'stash', ...(first ? { name: first.id } : {}) };
    case 'note': {
      const [, name] = /^note:(.+)$/.exec(path) ?? [];
      const [ref] = refs;
      return { kind: 'forget', where: 'note', ...(name ? { name } : {}), ...(ref ? { ref } : {}) };
    }
    case 'reflog':
    case 'dangling':
      return { kind: 'forget', where: 'reflog' };
    default: {
      const isLast = held === 'reachable' && inHead && first !== undefined && first.id === last?.id;
      const [branch] = refs.length === 1 ? refs : [];
      return {
        kind: 'redo-commit',
        what: isLast ? 'last' : held === 'reachable' ? 'earlier' : held,
        ...(first === undefined ? {} : { commit: first.id }),
        ...(first?.root ? { root: true } : {}),
        ...(branch === undefined ? {} : { branch }),
      };
    }
  }
}
