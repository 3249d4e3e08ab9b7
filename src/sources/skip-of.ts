import type { Item, Skip, SkipReason } from '../model/index.ts';
import type { ArchiveFormat } from './archives/format.ts';
import type { ContentKind } from './content-kind.ts';
import type { Limits } from './limits.ts';

/** The skip for an item. `detail` is one line that holds nothing of the content. */
export const skipOf = (item: Item, reason: SkipReason, detail?: string): Skip => ({
  kind: 'skip',
  path: item.path,
  reason,
  ...(detail !== undefined && { detail }),
});

/** The skip for a content that is larger than the user wants to read. */
export const tooLarge = (item: Item, size: number, { maxFileSize }: Limits): Skip | undefined =>
  maxFileSize !== undefined && size > maxFileSize ? skipOf(item, 'too-large', `${size} bytes`) : undefined;

/** What archives are called of which the bytes show nothing; texts show in the bytes of the others. */
const packed: Record<ArchiveFormat, string | undefined> = {
  zip: 'ZIP',
  crx: 'CRX',
  gzip: 'gzip',
  brotli: 'Brotli',
  tar: undefined,
  asar: undefined,
  map: undefined,
};

/** The skip for a content that holds nothing to look at. What the user named is looked at whatever it is. */
export function leftOutFor(item: Item, kind: ContentKind): Skip | undefined {
  if (kind.kind === 'lfs-pointer') return skipOf(item, 'lfs-pointer', 'content not here');
  if (kind.kind === 'media' && !item.named) return skipOf(item, 'binary', kind.format);
  const format = kind.kind === 'archive' ? packed[kind.format] : undefined;
  if (format !== undefined && !item.named) return skipOf(item, 'binary', format);
  return undefined;
}
