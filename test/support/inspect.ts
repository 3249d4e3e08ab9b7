import { isUtf8 } from 'node:buffer';
import { Inspector, type InspectSettings } from '../../src/inspect.ts';
import type { Blob, Finding, GitState, Rule } from '../../src/model/index.ts';

export const openSettings: InspectSettings = {
  confidence: 'low',
  severity: 'note',
  inline: false,
  showPublic: true,
  listHeld: true,
  syntax: true,
};

/** A text or bytes as a content at that path. */
export function blobOf(content: string | Uint8Array, path = 'file.txt', git: GitState = 'tracked'): Blob {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  return {
    kind: 'blob',
    item: { kind: 'item', place: { kind: 'memory', bytes }, path, provenance: { kind: 'file', path }, git },
    bytes,
    offset: 0,
    line: 1,
    column: 0,
    seen: 0,
    whole: true,
    encoding: isUtf8(bytes) ? 'utf-8' : 'latin1',
  };
}

/** An inspector that hides nothing: every level, public values too, no comment allows anything. */
export const openInspector = (rules: readonly Rule[]): Inspector => new Inspector(rules, openSettings);

/** What stands where a finding is, read again by its span. */
export const textAt = (content: string, { byteOffset, byteLength }: Finding): string =>
  Buffer.from(content)
    .subarray(byteOffset, byteOffset + byteLength)
    .toString();
