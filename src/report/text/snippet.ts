import type { Snippet } from '../../model/index.ts';
import { fitEnd, fitStart, visible, width } from '../../text/index.ts';

/** Stands where a line is cut. Not `…`, which stands for what is masked. */
const cut = '...';

/** A line around a secret, safe to print: what stands before, the masked secret, what stands after. */
export interface Frame {
  readonly before: string;
  readonly secret: string;
  readonly after: string;
}

/** Tabs are layout, not content. */
const printable = (text: string): string => visible(text.replaceAll('\t', ' '));

/** The line of a secret without its indentation, cut on either side so that it fits into so many columns. */
export function frame({ text, start, end }: Snippet, columns: number): Frame {
  const secret = fitStart(printable(text.slice(start, end)), columns);
  const before = printable(text.slice(0, start).trimStart());
  const after = printable(text.slice(end).trimEnd());
  const room = Math.max(0, columns - width(secret));
  const left = Math.min(width(before), Math.max(Math.floor(room / 2), room - width(after)));
  const right = Math.min(width(after), room - left);
  return {
    before: width(before) <= left ? before : cutTo(left, (columns) => cut + fitEnd(before, columns)),
    secret,
    after: width(after) <= right ? after : cutTo(right, (columns) => fitStart(after, columns) + cut),
  };
}

/** Nothing at all where there is no room for the mark of the cut. */
const cutTo = (columns: number, piece: (columns: number) => string): string =>
  columns < cut.length ? '' : piece(columns - cut.length);

/** Columns of the frame before the secret, and of the secret itself. */
export const underline = ({ before, secret }: Frame): string =>
  `${' '.repeat(width(before))}${'^'.repeat(Math.max(1, width(secret)))}`;
