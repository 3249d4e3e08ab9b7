import type { Exposure, Finding, HistoryFacts, Step } from '../../model/index.ts';
import { visible, width } from '../../text/index.ts';
import { exposureLabels, historyLabels } from './labels.ts';

/** `path:line:col`, which terminals and editors open. */
export const placeOf = ({ file, start }: Finding): string => `${visible(file)}:${start.line}:${start.column}`;

const stepOf = ({ file, line, why }: Step, withWhy: boolean): string =>
  `${visible(file)}:${line}${withWhy && why !== '' ? ` (${visible(why)})` : ''}`;

/**
 * Who can see a secret and on which way it gets there: one line, or one line a step where that is too long.
 * @param columns that a line may have
 */
export function exposureLines({ kind, way, reason }: Exposure, columns: number, verbose: boolean): string[] {
  const label = exposureLabels[kind];
  if (label === undefined) return verbose && reason !== '' ? [`exposure unknown: ${visible(reason)}`] : [];
  if (way.length === 0) return [reason === '' ? label : `${label}: ${visible(reason)}`];
  const steps = way.map((step, index) => stepOf(step, verbose || index === way.length - 1));
  const line = `${label}: ${steps.join(' → ')}`;
  return width(line) <= columns
    ? [line]
    : [`${label}:`, ...steps.map((step, index) => `  ${index === 0 ? '' : '→ '}${step}`)];
}

/** Characters of a commit's id that name it to a person. */
const shortId = 12;
/** Refs that are named before the rest is counted. */
const namedRefs = 3;

/** What git or a container knows of the place, in one line with its label; nothing for a plain file. */
export function provenanceLine({ provenance }: Finding): string | undefined {
  switch (provenance.kind) {
    case 'commit':
      return `history: ${historyLine(provenance.history)}`;
    case 'tag':
      return `history: in the message of tag ${visible(provenance.tag)}`;
    case 'archive-member':
      return `found inside: ${visible(provenance.archive)}`;
    case 'bundle':
      return provenance.map === undefined ? undefined : `mapped back by: ${visible(provenance.map)}`;
    default:
      return undefined;
  }
}

function historyLine(history: HistoryFacts): string {
  const commit = (verb: string, ref: HistoryFacts['first']): string | undefined =>
    ref &&
    `${verb} ${visible(ref.id.slice(0, shortId))} of ${visible(ref.date.slice(0, 10))}${
      ref.author === undefined ? '' : ` by ${visible(ref.author)}`
    }`;
  const rest = history.refs.length - namedRefs;
  return [
    historyLabels[history.class],
    commit('first in', history.first),
    commit('removed in', history.removed),
    history.inHead ? 'still in HEAD' : 'not in HEAD',
    history.pushed ? 'pushed' : 'not pushed',
    history.refs.length > 0
      ? `on ${history.refs.slice(0, namedRefs).map(visible).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
      : undefined,
  ]
    .filter((part) => part !== undefined)
    .join('; ');
}

/** Other places of the same secret, and the other half of a pair, in one line. */
export function relatedLine(related: readonly Step[], most: number): string | undefined {
  if (related.length === 0) return undefined;
  const shown = related.slice(0, most).map((step) => stepOf(step, true));
  const rest = related.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
