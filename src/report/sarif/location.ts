import type { Finding, Scope, Step } from '../../model/index.ts';
import { visible } from '../../text/index.ts';
import { uriOf } from '../paths.ts';
import { plain } from './limits.ts';
import type { Location, Region } from './types.ts';

/** Where the secret stands: its exact region, with the masked secret, inside its masked line. */
export function placeOf(finding: Finding, scope: Scope): Location {
  const { start, end, snippet } = finding;
  const region: Region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(snippet === undefined ? {} : { snippet: { text: visible(snippet.text.slice(snippet.start, snippet.end)) } }),
  };
  return {
    physicalLocation: {
      artifactLocation: uriOf(finding.file, scope),
      region,
      ...(snippet === undefined || !isWithinLine(finding)
        ? {}
        : { contextRegion: { startLine: start.line, endLine: end.line, snippet: { text: visible(snippet.text) } } }),
    },
  };
}

/** A context must be more than what it is the context of. */
const isWithinLine = ({ start, end, snippet }: Finding): boolean =>
  start.line === end.line && snippet !== undefined && snippet.end - snippet.start < snippet.text.length;

/** A step of a way, or a related place. */
export const stepLocation = ({ file, line, why }: Step, scope: Scope): Location => ({
  physicalLocation: { artifactLocation: uriOf(file, scope), region: { startLine: Math.max(1, line) } },
  message: { text: plain(why) || 'Related.' },
});
