import { parseCommit } from '../../history/commit-object.ts';
import { commitsOf, type Describe } from '../../history/facts.ts';
import type { Trace } from '../../history/trace.ts';
import type { CommitRef } from '../../model/provenance.ts';
import type { Archive } from './archive.ts';
import { wholeObjects } from './whole-objects.ts';

/** Reads the commits that findings name: their ids, dates and authors. */
export async function describeCommits({ graph, table, call }: Archive, traces: readonly Trace[]): Promise<Describe> {
  const commits = new Set(traces.flatMap((trace) => Object.values(commitsOf(trace))));
  const objects = [...commits].map((commit) => graph.object(commit));
  const described = new Map<number, CommitRef>();
  for await (const { index, content } of wholeObjects(objects, (each) => table.id(each), call)) {
    if (!content) continue;
    const { date, author, parents } = parseCommit(content);
    described.set(graph.numberOf(index), {
      id: table.id(index),
      date,
      ...(author === '' ? {} : { author }),
      ...(parents.length === 0 ? { root: true } : {}),
    });
  }
  return (commit) => described.get(commit);
}
