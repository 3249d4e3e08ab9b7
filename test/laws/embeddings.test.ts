import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Inspector } from '../../src/inspect.ts';
import type { Blob } from '../../src/model/index.ts';
import { readItem } from '../../src/sources/index.ts';
import { type Embedding, embeddings, storages } from '../support/embeddings.ts';
import { blobOf, openInspector } from '../support/inspect.ts';
import { pathOf } from '../support/match-rule.ts';
import { type Subject, subjectsOf } from '../support/subject.ts';

const together = openInspector(rules);
const byValue = rules.filter(({ kind }) => kind === 'pattern' || kind === 'named' || kind === 'generic');

const bare = (text: string): string => text.replaceAll('\r', '').trim();

/** What is reported where the secret stands: rule ids with the text they cover. */
function reported(blob: Blob, secret: string): string[] {
  const text = Buffer.from(blob.bytes);
  const wanted =
    [secret, secret.replace(/\r?\n/g, '\r\n')].map((form) => text.indexOf(form)).find((at) => at >= 0) ?? 0;
  return together
    .inspect(blob)
    .findings.filter(
      ({ byteOffset, byteLength }) =>
        byteOffset < wanted + Buffer.byteLength(secret) && byteOffset + byteLength > wanted,
    )
    .map(({ ruleId, byteOffset, byteLength }) => {
      const found = text.subarray(byteOffset, byteOffset + byteLength).toString();
      return bare(found) === bare(secret)
        ? ruleId
        : `${ruleId} on ${found.length} characters instead of ${secret.length}`;
    });
}

/** The barest form of an example that its rule alone finds as a variable and as a property. */
function subjectOf(alone: Inspector, subjects: Iterable<Subject>): Subject | undefined {
  for (const subject of subjects) {
    const found = [embeddings.dotenv, embeddings.json].every(
      ({ path, write }) => alone.inspect(blobOf(write(subject), path)).findings.length > 0,
    );
    if (found) return subject;
  }
  return undefined;
}

test.each(byValue.map((rule) => [rule.id, rule] as const))('%s is found in every kind of file', (id, rule) => {
  const { leaks, notIn = [] } = rule.examples();
  const alone = openInspector([rule]);
  const standsAlone = rule.kind === 'pattern' && !rule.near && !rule.judge;
  const wrong: string[] = [];
  const expectIn = (where: string, found: readonly string[]): void => {
    if (found.length !== 1 || found[0] !== id) wrong.push(`${where}: ${found.join(', ') || 'nothing'}`);
  };
  for (const [index, leak] of leaks.entries()) {
    const path = pathOf(leak);
    for (const [name, store] of Object.entries(storages)) {
      if (!notIn.includes(name))
        expectIn(`leak ${index} in ${name}`, reported(read(store(leak.text), path), leak.secret));
    }
    if (notIn.includes('values')) continue;
    const subject = subjectOf(alone, subjectsOf(rule, leak));
    if (!subject) wrong.push(`leak ${index}: found neither as a variable nor as a property, in whatever form`);
    else {
      if (standsAlone && subject.hint !== undefined)
        wrong.push(`leak ${index}: needs surroundings the rule does not name`);
      for (const [name, { path, write, written, takes }] of Object.entries<Embedding>(embeddings)) {
        if (notIn.includes(name) || takes?.(subject) === false) continue;
        expectIn(
          `leak ${index} in ${name}`,
          reported(blobOf(write(subject), path), written(subject.secret, subject.value)),
        );
      }
    }
  }
  expect(
    wrong,
    `${id}: widen the pattern, or name the embedding in \`examples.notIn\` where it makes no sense. ${wrong.join('; ')}`,
  ).toEqual([]);
});

/** A content as it is read from a file with these bytes. */
function read(bytes: Uint8Array, path: string): Blob {
  const [blob] = readItem(blobOf(bytes, path).item, {});
  if (blob?.kind !== 'blob') throw new Error(`not read: ${blob?.reason}`);
  return blob;
}
