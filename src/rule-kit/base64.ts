/**
 * What is always seen of a text inside longer base64url: one piece for each of the three ways it can fall on the
 * groups of three bytes. For anchors of tokens that hold the text within their encoded part.
 * @param text ASCII, of six characters or more
 */
export function base64Alignments(text: string): [string, string, string] {
  const piece = (shift: number): string =>
    Buffer.from('.'.repeat(shift) + text)
      .toString('base64url')
      .slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + text.length) * 8) / 6));
  return [piece(0), piece(1), piece(2)];
}
