import type { Settings } from '../../syntax/outline/index.ts';
import type { At, Follower } from './follow.ts';
import type { Put } from './put.ts';

/** Options of a page that are written into it. */
export const pageOptions = /^(?:title|meta|tags|base|templateContent)$/;

/** The options of a page: its title and tags are in it, parameters where its template names them. */
export function ofPage(options: At, follower: Follower): Put[] {
  return follower.membersOf(options).flatMap(({ key = '', value }): Put[] => {
    if (key === 'templateParameters')
      return follower
        .membersOf(value)
        .flatMap((member): Put[] =>
          member.key === undefined ? [] : [{ value: member.value, name: member.key, as: 'template' }],
        );
    return pageOptions.test(key) ? [{ value }] : [];
  });
}

/** The options of webpack's plugin for pages: a template of the project's own names those that it shows. */
export function ofTemplate(options: At, follower: Follower): Put[] {
  const members = follower.membersOf(options);
  const isOwn = members.some(({ key }) => key === 'template');
  const named = members.filter(
    ({ key = '' }) => key !== 'templateParameters' && (!pageOptions.test(key) || (isOwn && key === 'title')),
  );
  return [
    ...ofPage(options, follower).filter(({ value }) => !named.some((each) => each.value.setting === value.setting)),
    ...named.flatMap(({ key, value }): Put[] =>
      key === undefined ? [] : [{ value, name: `htmlWebpackPlugin.options.${key}`, as: 'template' }],
    ),
  ];
}

/** What a program writes where a page has a text that stands for it: `html.replaceAll('%SITE%', site)`. */
export function ofPlaceholder({ on, given: [first, second] }: Settings['calls'][number], path: string): Put[] {
  if (!on || !second || first?.kind !== 'text' || !/^\W{1,4}\w+\W{1,4}$/.test(first.text)) return [];
  // What stands beside a variable of the environment counts where that is not set, which programs tell by themselves.
  const [own] = second.kind === 'either' ? second.of.filter(({ kind }) => kind === 'name') : [];
  return [{ value: { path, setting: own ?? second }, name: first.text, as: 'text' }];
}
