/** What a workflow's event asks to look at. */
export type EventRange =
  /** The commits that `head` has and `base` has not. `branch` is what was pushed, where that is known. */
  | { readonly kind: 'commits'; readonly base: string; readonly head: string; readonly branch?: string }
  /** A new branch: the commits that `head` has and no other branch. */
  | { readonly kind: 'new-branch'; readonly head: string; readonly branch?: string }
  /** Nothing is there any more: a branch or tag was deleted. */
  | { readonly kind: 'nothing' }
  /** No commits belong to the event, or they may not be trusted: what is checked out. */
  | { readonly kind: 'tree'; readonly why: string }
  /** The event has commits of its own and does not say which, as nothing that GitHub sends does. */
  | { readonly kind: 'unclear'; readonly why: string };

/**
 * The commits of an event of GitHub Actions.
 * @param name of the event, as in GITHUB_EVENT_NAME
 * @param payload the JSON that GITHUB_EVENT_PATH holds: not trusted to be of any shape
 */
export function eventRange(name: string, payload: unknown): EventRange {
  switch (name) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return between(
        commitAt(payload, 'pull_request', 'base', 'sha'),
        commitAt(payload, 'pull_request', 'head', 'sha'),
      );
    case 'merge_group':
      return between(commitAt(payload, 'merge_group', 'base_sha'), commitAt(payload, 'merge_group', 'head_sha'));
    case 'push':
      return ofPush(payload);
    case 'pull_request_target':
      return { kind: 'tree', why: 'what is checked out is the target, not the pull request' };
    default:
      return { kind: 'tree', why: `the event ${name} has no commits of its own` };
  }
}

function between(base: string | undefined, head: string | undefined): EventRange {
  return base && head
    ? { kind: 'commits', base, head }
    : { kind: 'unclear', why: 'the event does not say which commits are its own' };
}

function ofPush(payload: unknown): EventRange {
  const [before, after, ref] = ['before', 'after', 'ref'].map((key) => valueAt(payload, key));
  if (valueAt(payload, 'deleted') === true || isZero(after)) return { kind: 'nothing' };
  const head = commitAt(payload, 'after');
  const pushed = typeof ref === 'string' ? /^refs\/heads\/(.+)$/s.exec(ref)?.[1] : undefined;
  const branch = pushed === undefined ? {} : { branch: pushed };
  if (head && isZero(before)) return { kind: 'new-branch', head, ...branch };
  const range = between(commitAt(payload, 'before'), head);
  return range.kind === 'commits' ? { ...range, ...branch } : range;
}

/** An id of nothing but zeros stands for no commit. */
const isZero = (value: unknown): boolean => typeof value === 'string' && /^0{40}(?:0{24})?$/.test(value);

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
