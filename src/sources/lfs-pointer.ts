/** What git-LFS leaves in the place of a file: the version, extensions, the digest and the size, and nothing else. */
const pointer =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-[\w-]{1,64} \w{1,16}:[0-9a-f]{64}\n){0,10}oid sha256:[0-9a-f]{64}\nsize \d{1,20}\n?$/;

/** Larger files are none, as the specification of git-LFS says. */
const largest = 1024;

/** True where the whole content only points to one that is stored elsewhere. */
export const isLfsPointer = (content: Buffer): boolean =>
  content.length < largest && content[0] === 0x76 && pointer.test(content.toString('latin1'));
