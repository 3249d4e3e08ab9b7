import type { Finding, Item, RelayFile, Source } from './model/index.ts';
import { emptyBatch } from './pool/inspect-items.ts';
import type { Batch } from './pool/messages.ts';

/**
 * Looks again at files that import a function or class through which values reach a package: that the value is a secret
 * only the package says, which the file itself does not name.
 * @param source what was looked at, to be read from its start
 * @param inspect looks at the items of a source
 * @param known what was found before
 * @returns what was not known, as a batch that counts no content twice
 */
export async function followRelays(
  relays: readonly RelayFile[],
  source: Source,
  inspect: (source: Source, take: (batch: Batch) => void) => Promise<void>,
  known: readonly Finding[],
  signal: AbortSignal,
): Promise<Batch> {
  const batch = emptyBatch();
  const { importersOf } = await import('./sources/importers.ts');
  const items = await importersOf(relays, source, signal);
  if (items.length === 0) return batch;
  const asked = new Set(items.flatMap((item) => item.asked ?? []));
  const places = byFile(known);
  const isNew = (finding: Finding): boolean =>
    asked.has(finding.ruleId) && !(places.get(finding.file) ?? []).some((other) => overlap(finding, other));
  await inspect(sourceOf(items), ({ findings, suppressed }) => {
    batch.findings.push(...findings.filter(isNew));
    batch.suppressed.push(...suppressed.filter(isNew));
  });
  return batch;
}

function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = files.get(finding.file);
    if (group) group.push(finding);
    else files.set(finding.file, [finding]);
  }
  return files;
}

const overlap = (a: Finding, b: Finding): boolean =>
  a.byteOffset < b.byteOffset + b.byteLength && b.byteOffset < a.byteOffset + a.byteLength;

const sourceOf = (items: readonly Item[]): Source => ({
  name: 'importers',
  async *items() {
    yield* items;
  },
});
