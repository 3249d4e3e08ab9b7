import { printable } from '../names.ts';

/** A file in an archive, or why it cannot be one. */
export type Member =
  | {
      readonly kind: 'member';
      readonly name: string;
      /** Bytes as the archive states them: not to be relied on. */
      readonly size?: number;
      /** True where it may be longer than its share of the archive: what comes out counts. */
      readonly expands?: true;
      open(): Promise<Opened>;
    }
  | {
      readonly kind: 'left';
      readonly name: string;
      readonly reason: 'encrypted' | 'broken-archive';
      readonly detail: string;
    };

/** A member that is being read. The next member may be asked for only after `close`. */
export interface Opened {
  readonly chunks: AsyncIterable<Uint8Array>;
  close(): Promise<void> | void;
}

const longest = 1024;

/**
 * A member's name as part of a path that is shown: it leads nowhere but into its archive, whatever the archive says, so
 * that no report can point from there to another file.
 */
export function memberName(name: string): string {
  const parts = name.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return printable(parts.join('/')).slice(0, longest) || 'unnamed';
}
