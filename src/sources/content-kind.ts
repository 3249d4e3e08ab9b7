import { type ArchiveFormat, archiveFormat } from './archives/format.ts';
import { isLfsPointer } from './lfs-pointer.ts';
import { mediaKind } from './media.ts';
import { guessUtf16, type Utf16 } from './utf16.ts';

/** How the bytes of a content are read. `mark`: bytes of the byte order mark at its start. */
export type TextKind = { readonly kind: 'text' | 'binary' } | { readonly kind: Utf16; readonly mark: 0 | 2 };

/** What a content is. The last two show nothing as they are; an archive shows it when it is unpacked. */
export type ContentKind =
  | TextKind
  | { readonly kind: 'archive'; readonly format: ArchiveFormat }
  | { readonly kind: 'media'; readonly format: string }
  | { readonly kind: 'lfs-pointer' };

/** Bytes in which a NUL makes a content binary, as git has it. */
export const sniffed = 8000;

/**
 * Tells how to read a content from its start: a byte order mark first, then git's rule.
 * @param start the first `sniffed` bytes at least, or the whole content
 * @param name the path: some compressed formats are told by nothing else
 */
export function contentKind(start: Buffer, name = ''): ContentKind {
  const [first, second, third, fourth] = start;
  const archive = archiveFormat(start, name);
  if (archive !== undefined) return { kind: 'archive', format: archive };
  const isUtf32 = first === 0xff && second === 0xfe && third === 0 && fourth === 0;
  if (first === 0xff && second === 0xfe && !isUtf32) return { kind: 'utf-16le', mark: 2 };
  if (first === 0xfe && second === 0xff) return { kind: 'utf-16be', mark: 2 };
  if (first === 0xef && second === 0xbb && third === 0xbf) return text;
  const head = start.length > sniffed ? start.subarray(0, sniffed) : start;
  if (!head.includes(0)) return isLfsPointer(start) ? { kind: 'lfs-pointer' } : text;
  const format = mediaKind(start);
  if (format !== undefined) return { kind: 'media', format };
  const guessed = guessUtf16(head);
  return guessed === undefined ? { kind: 'binary' } : { kind: guessed, mark: 0 };
}

const text = { kind: 'text' } as const;

/** How to read a content as it is, although there is nothing to look at: what the user names is read whatever it is. */
export const readAnyway = (kind: ContentKind): TextKind =>
  'format' in kind
    ? kind.format === 'map'
      ? text
      : { kind: 'binary' }
    : kind.kind === 'lfs-pointer'
      ? { kind: 'binary' }
      : kind;
