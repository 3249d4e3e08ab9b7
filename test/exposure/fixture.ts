import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Project } from '../../src/exposure/index.ts';
import type { Exposure, ExposureKind, Finding } from '../../src/model/index.ts';

const folder = new URL('../../fixtures/exposure/', import.meta.url);
const mark = /\{\{(client|public-file|source-map|package|server|build-only|test|unknown):([\w-]+)\}\}/g;

/** A place marked in a fixture with who can see it. */
export interface Mark {
  readonly kind: ExposureKind;
  readonly name: string;
  readonly path: string;
  /** UTF-16 units. */
  readonly start: number;
  readonly length: number;
}

export const fixtures = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** A fixture as a project, with a made-up text in the place of every mark. */
export function readFixture(name: string): { readonly project: Project; readonly marks: readonly Mark[] } {
  const files = new Map<string, string>();
  const marks: Mark[] = [];
  for (const stored of filesBelow(new URL(`${name}/`, folder))) {
    const path = stored.replace(/(^|\/)_env/, '$1.env');
    let text = '';
    let at = 0;
    const source = readFileSync(new URL(stored, new URL(`${name}/`, folder)), 'utf8');
    for (const match of source.matchAll(mark)) {
      const [whole, kind = '', label = ''] = match;
      text += source.slice(at, match.index);
      const value = `KS${createHash('sha256').update(whole).digest('hex').slice(0, 30)}`;
      marks.push({ kind: kind as ExposureKind, name: label, path, start: text.length, length: value.length });
      text += value;
      at = match.index + whole.length;
    }
    files.set(path, text + source.slice(at));
  }
  files.delete('truth.json');
  return { project: { files: [...files.keys()], read: (path) => files.get(path) }, marks };
}

function* filesBelow(base: URL, below = ''): Generator<string> {
  for (const entry of readdirSync(new URL(below, base), { withFileTypes: true })) {
    if (entry.isDirectory()) yield* filesBelow(base, `${below}${entry.name}/`);
    else yield below + entry.name;
  }
}

/** A finding at a place of a project. */
export function findingAt(project: Project, path: string, start: number, length: number): Finding {
  const text = project.read(path) ?? '';
  const exposure: Exposure = { kind: 'unknown', way: [], reason: '' };
  return {
    kind: 'finding',
    ruleId: 'any',
    title: 'any',
    severity: 'high',
    confidence: 'high',
    evidence: [],
    file: path,
    start: { line: 1, column: 1 },
    end: { line: 1, column: 1 },
    byteOffset: Buffer.byteLength(text.slice(0, start)),
    byteLength: length,
    fingerprint: '',
    exposure,
    provenance: { kind: 'file', path },
    related: [],
  };
}

/** A project written down in a test. */
export const projectOf = (files: Readonly<Record<string, string>>): Project => ({
  files: Object.keys(files),
  read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
});
