import type { At, Follower } from './follow.ts';
import { textsIn } from './parts.ts';

/** True for a table that sets up a build of which Node runs the output. */
export function isForNode(table: At, follower: Follower): boolean {
  const texts = follower
    .membersOf(table)
    .filter(({ key }) => key === 'platform' || key === 'target')
    .flatMap(({ value }) => textsIn(value.setting));
  return texts.some((text) => /^(?:async-)?node|^electron-(?:main|preload)/.test(text));
}
