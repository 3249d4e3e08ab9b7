import type { Report, SkipReason } from '../../model/index.ts';
import { count } from '../../text/index.ts';
import { uriOf } from '../paths.ts';
import { failures } from '../tally.ts';
import { plain, sentence } from './limits.ts';
import type { Descriptor, Notification } from './types.ts';

/** Notifications are results of a kind: more would make the file too large to be taken. */
const mostNotifications = 1_000;

/** What the run could not do, and the kinds of it that occur. */
export function notificationsOf(
  report: Report,
  results: { readonly all: number; readonly kept: number },
): { readonly kinds: readonly Descriptor[]; readonly notifications: readonly Notification[] } {
  const kinds: Descriptor[] = [];
  const descriptor = (id: string, text: string): Notification['descriptor'] => {
    const known = kinds.findIndex((kind) => kind.id === id);
    if (known < 0) kinds.push(notificationDescriptor(id, sentence(text)));
    return { id, index: known < 0 ? kinds.length - 1 : known };
  };
  const gaps = failures(report);
  const notifications: Notification[] = gaps.slice(0, mostNotifications).map(({ path, reason, detail }) => ({
    descriptor: descriptor(`skip/${reason}`, `Not looked at: ${spaced(reason)}`),
    level: 'error',
    message: {
      text: sentence(`Not looked at: ${plain(path)}: ${spaced(reason)}${detail ? ` (${plain(detail)})` : ''}`),
    },
    ...(path === '' ? {} : { locations: [{ physicalLocation: { artifactLocation: uriOf(path, report.scope) } }] }),
  }));
  const add = (id: string, level: Notification['level'], about: string, text: string): void => {
    notifications.push({ descriptor: descriptor(id, about), level, message: { text: sentence(text) } });
  };
  if (gaps.length > mostNotifications)
    add('more-gaps', 'error', 'More was not looked at', `${count(gaps.length, 'place')} in all were not looked at`);
  if (!report.complete && gaps.length === 0)
    add('ended-early', 'error', 'The scan ended early', 'The scan ended before it had looked everywhere');
  if (results.kept < results.all)
    add(
      'results-cut',
      'warning',
      'More findings than a file may hold',
      `Found ${count(results.all, 'secret')}; this file holds the ${count(results.kept, 'worst', 'worst')}`,
    );
  return { kinds, notifications };
}

/** GitHub's checks ask of a notification what they ask of a rule. */
const notificationDescriptor = (id: string, about: string): Descriptor => ({
  id,
  shortDescription: { text: about },
  fullDescription: { text: `${about} What is not looked at cannot be called clean.` },
  help: { text: `${about} Make it readable, or leave it out on purpose, and scan again.` },
});

const spaced = (reason: SkipReason): string => reason.replaceAll('-', ' ');
