/** What a workflow's event asks to look at. */
export type EventRange =
  /** The commits that `head` has and `base` has not. */
  | { readonly kind: 'commits'; readonly base: string; readonly head: string }
  /** A new branch: the commits that `head` has and no other branch; `besides` names the first of those. */
  | { readonly kind: 'new-branch'; readonly head: string; readonly besides?: string }
  /** Nothing is there any more: a branch or tag was deleted. */
  | { readonly kind: 'nothing' }
  /** No commits belong to the event, or they may not be trusted: what is checked out. */
  | { readonly kind: 'tree'; readonly why: string };

const tree = (why: string): EventRange => ({ kind: 'tree', why });

/**
 * The commits of an event of GitHub Actions.
 * @param name of the event, as in GITHUB_EVENT_NAME
 * @param payload the JSON that GITHUB_EVENT_PATH holds: not trusted to be of any shape
 */
export function eventRange(name: string, payload: unknown): EventRange {
  switch (name) {
    case 'pull_request':
      return between(
        commitAt(payload, 'pull_request', 'base', 'sha'),
        commitAt(payload, 'pull_request', 'head', 'sha'),
      );
    case 'merge_group':
      return between(commitAt(payload, 'merge_group', 'base_sha'), commitAt(payload, 'merge_group', 'head_sha'));
    case 'push':
      return ofPush(payload);
    case 'pull_request_target':
      return tree('what is checked out is the target, not the pull request');
    default:
      return tree(`the event ${name} has no commits of its own`);
  }
}

function between(base: string | undefined, head: string | undefined): EventRange {
  return base && head ? { kind: 'commits', base, head } : tree('the event does not say which commits are its own');
}

function ofPush(payload: unknown): EventRange {
  const [before, after] = [valueAt(payload, 'before'), valueAt(payload, 'after')];
  if (valueAt(payload, 'deleted') === true || isZero(after)) return { kind: 'nothing' };
  const head = commitAt(payload, 'after');
  if (!head || !isZero(before)) return between(commitAt(payload, 'before'), head);
  const branch = valueAt(payload, 'repository', 'default_branch');
  return { kind: 'new-branch', head, ...(typeof branch === 'string' && isBranch(branch) ? { besides: branch } : {}) };
}

/** An id of nothing but zeros stands for no commit. */
const isZero = (value: unknown): boolean => typeof value === 'string' && /^0{40}(?:0{24})?$/.test(value);

/** A name that git takes for a branch, and never for an option. */
const isBranch = (name: string): boolean => /^[\w][\w./-]*$/.test(name) && !name.includes('..');

function commitAt(payload: unknown, ...keys: readonly string[]): string | undefined {
  const value = valueAt(payload, ...keys);
  return typeof value === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value) && !isZero(value)
    ? value
    : undefined;
}

function valueAt(payload: unknown, ...keys: readonly string[]): unknown {
  let value = payload;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
