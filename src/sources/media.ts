/** A format whose content is compressed, by the bytes it starts with: no text of a file shows in it. */
interface Signature {
  readonly format: string;
  readonly at?: number;
  readonly bytes: string;
  /** More bytes that must stand somewhere else. */
  readonly and?: { readonly at: number; readonly bytes: string };
}

/** One character a byte. */
const signatures: readonly Signature[] = [
  { format: 'PNG', bytes: '\x89PNG\r\n\x1a\n' },
  { format: 'JPEG', bytes: '\xff\xd8\xff' },
  { format: 'GIF', bytes: 'GIF87a' },
  { format: 'GIF', bytes: 'GIF89a' },
  { format: 'WebP', bytes: 'RIFF', and: { at: 8, bytes: 'WEBP' } },
  { format: 'AVI', bytes: 'RIFF', and: { at: 8, bytes: 'AVI ' } },
  { format: 'WAV', bytes: 'RIFF', and: { at: 8, bytes: 'WAVE' } },
  { format: 'ISO media (MP4, MOV, HEIC, AVIF)', at: 4, bytes: 'ftyp' },
  { format: 'Matroska or WebM', bytes: '\x1aE\xdf\xa3' },
  { format: 'MP3', bytes: 'ID3' },
  { format: 'MP3', bytes: '\xff\xfb' },
  { format: 'Ogg', bytes: 'OggS' },
  { format: 'FLAC', bytes: 'fLaC' },
  { format: 'JPEG XL', bytes: '\0\0\0\x0cJXL ' },
  { format: 'WOFF', bytes: 'wOFF' },
  { format: 'WOFF2', bytes: 'wOF2' },
  { format: 'bzip2', bytes: 'BZh', and: { at: 4, bytes: '1AY&SY' } },
  { format: 'xz', bytes: '\xfd7zXZ\0' },
  { format: 'Zstandard', bytes: '\x28\xb5\x2f\xfd' },
  { format: 'LZ4', bytes: '\x04\x22\x4d\x18' },
  { format: '7z', bytes: '7z\xbc\xaf\x27\x1c' },
  { format: 'RAR', bytes: 'Rar!\x1a\x07' },
  { format: 'git pack', bytes: 'PACK\0\0\0' },
];

const longest = 16;

/** The compressed format a binary content is in; nothing where it is another or none. */
export function mediaKind(start: Buffer): string | undefined {
  const head = start.toString('latin1', 0, longest);
  return signatures.find(
    ({ at = 0, bytes, and }) => head.startsWith(bytes, at) && (!and || head.startsWith(and.bytes, and.at)),
  )?.format;
}
