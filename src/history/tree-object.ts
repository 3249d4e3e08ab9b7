/**
 * The ids that a tree names, in its order: `MODE NAME<NUL>ID`, one after the other.
 * @param idBytes bytes of an id: 20, or 32
 */
export function* entriesOf(content: Buffer, idBytes: number): Generator<string> {
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf(0, at);
    if (end === -1) return;
    at = end + 1 + idBytes;
    yield content.toString('hex', end + 1, at);
  }
}
