/** Words with which programs speak of credentials, and those that stand between them. */
const talk = new Set(
  `my your the a new old db user admin test super top default api app access auth client shared private public
    some root database mysql jwt session secure strong very is not so for of this dev prod local refresh id
    bearer basic oauth csrf x login account service key secret token pass password passwd pwd passphrase
    credential credentials phrase word long random string value change me it please here to in production
    development staging hash encrypted plain text required missing invalid incorrect wrong expired reset confirm
    current forgot enter repeat field input type name header authorization authentication cookie store manager
    provider grant code state none null true false empty unknown undefined`.split(/\s+/),
);
const longest = Math.max(...[...talk].map(({ length }) => length));

/**
 * True where a text is nothing but words that speak of credentials, one after the other: `my-secret-token`, joined.
 * No pattern: words that are made of others (`some` of `so` and `me`) would double its time with each of them.
 * @param text lower-case letters
 */
export function isCredentialTalk(text: string): boolean {
  const reached = new Uint8Array(text.length + 1);
  reached[0] = 1;
  for (let start = 0; start < text.length; start++) {
    if (!reached[start]) continue;
    const most = Math.min(longest, text.length - start);
    for (let length = 1; length <= most; length++) {
      if (talk.has(text.slice(start, start + length))) reached[start + length] = 1;
    }
  }
  return text !== '' && reached[text.length] === 1;
}
