import type { At, Follower } from './follow.ts';
import { textsIn } from './parts.ts';
import type { Put } from './put.ts';

/** A variable of Astro's schema that client code may import: what it is set to, or its default. */
export function ofSchema(name: string, { path, setting }: At, follower: Follower): Put[] {
  if (setting.kind !== 'call') return [];
  const members = setting.given.flatMap((each) => follower.membersOf({ path, setting: each }));
  const isClients = members.some(({ key, value }) => key === 'context' && textsIn(value.setting).includes('client'));
  const { start, end } = setting;
  const own: At = { path, setting: { kind: 'name', name: 'process', path: ['env', name], start, end } };
  return isClients
    ? [own, ...members.filter(({ key }) => key === 'default').map(({ value }) => value)].map(
        (value): Put => ({ value, name, as: 'variable' }),
      )
    : [];
}
