import type { Writable } from 'node:stream';

const linesAtOnce = 2048;

/** Writes lines to a process as fast as it reads them, then closes its input. A process that has ended reads no more. */
export async function writeLines(to: Writable, lines: Iterable<string>): Promise<void> {
  let some: string[] = [];
  const flush = async (): Promise<void> => {
    const text = some.length === 0 ? '' : `${some.join('\n')}\n`;
    some = [];
    if (!to.write(text) && !to.destroyed) await drained(to);
  };
  for (const line of lines) {
    some.push(line);
    if (some.length < linesAtOnce) continue;
    await flush();
    if (to.destroyed) return;
  }
  await flush();
  to.end();
}

const drained = (to: Writable): Promise<void> =>
  new Promise((settle) => {
    const done = (): void => {
      to.off('drain', done).off('close', done).off('error', done);
      settle();
    };
    to.on('drain', done).on('close', done).on('error', done);
  });
