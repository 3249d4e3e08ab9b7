import { type GitCall, type GitEnd, gitStream } from '../git.ts';

/**
 * Asks git for a list: the lines it prints, held whole, and how it ended. For lists that grow with refs and worktrees, not
 * with commits. Nothing is converted: bytes that are no UTF-8 read as Latin-1 do.
 */
export async function gitLines(args: readonly string[], call: GitCall): Promise<GitEnd & { readonly lines: string[] }> {
  const git = gitStream(args, call);
  git.stdin.end();
  const chunks: Buffer[] = [];
  for await (const chunk of git.stdout as AsyncIterable<Buffer>) chunks.push(chunk);
  const end = await git.ended;
  const text = Buffer.concat(chunks).toString('utf8');
  return { ...end, lines: text.split('\n').filter((line) => line !== '') };
}

/** The same as a stream, in batches of whole lines of one character a byte. */
export async function* lineBatches(stream: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') yield [rest];
}
