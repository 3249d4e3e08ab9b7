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
