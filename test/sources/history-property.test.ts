import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/index.ts';
import '../support/git.ts';
import { key, numberOf, scanHistory } from '../support/history.ts';
import { build, steps } from '../support/history-random.ts';
import { Reference, type Told } from '../support/history-reference.ts';

const tokens = /dop_v1_[0-9a-f]{64}/g;
const asKey = (finding: Finding): string => key(numberOf(finding, 6));

function toldOf({ file, related, provenance }: Finding): Told {
  const paths = [file, ...related.map((step) => step.file)].sort();
  if (provenance.kind === 'tag')
    return { held: 'tag', first: '', last: '', removed: undefined, inHead: false, pushed: false, refs: [], paths };
  if (provenance.kind !== 'commit') throw new Error(`not of a commit: ${provenance.kind}`);
  const { class: held, first, last, removed, inHead, pushed, refs } = provenance.history;
  return {
    held: held as Told['held'],
    first: first?.id ?? '',
    last: last?.id ?? '',
    removed: removed?.id,
    inHead,
    pushed,
    refs: [...refs].sort(),
    paths,
  };
}

// More of them: `HISTORIES=2000 npm test -- test/sources/history-property`.
test('random histories are told as reading every tree of every commit tells them', {
  timeout: 14_400_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(30), async (history, pick) => {
      const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyscan-random-')));
      try {
        build(folder, history);
        const reference = new Reference(folder, tokens);
        for (const range of [undefined, 'all']) {
          const { findings, complete } = await scanHistory(folder, range === undefined ? {} : { range });
          expect(complete).toBe(true);
          const told = new Map(findings.map((finding) => [asKey(finding), toldOf(finding)]));
          expect(told).toEqual(reference.all(range === 'all'));
        }
        const range = `main~${pick % 5}..main`;
        const exists = pick % 5 === 0 || reference.hasRevision(`main~${pick % 5}`);
        if (!exists) return;
        const added = (await scanHistory(folder, { range })).findings.map(asKey).sort();
        expect(added).toEqual(reference.added([range]));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    process.env['HISTORIES']
      ? {
          numRuns: Number(process.env['HISTORIES']),
          ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}),
        }
      : { numRuns: 12, interruptAfterTimeLimit: 25_000, seed: 4 },
  );
});
