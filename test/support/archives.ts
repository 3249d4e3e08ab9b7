import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be put into a zip, with what a hostile zip may say of it. */
export interface ZipEntry {
  readonly name: string | Uint8Array;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  /** What the list says the size is. */
  readonly claimed?: number;
  readonly method?: number;
}

/** A zip with these files. `repeats` lists the same bytes again and again: a bomb of overlapping members. */
export function makeZip(entries: readonly ZipEntry[], repeats = 1): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, data, stored, encrypted, claimed, method } of entries) {
    const plain = Buffer.from(data as string);
    const packed = stored ? plain : deflateRawSync(plain);
    const label = Buffer.from(name as string);
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(20, 6);
    header.writeUInt16LE((encrypted ? 1 : 0) | 0x800, 8);
    header.writeUInt16LE(method ?? (stored ? 0 : 8), 10);
    header.writeUInt32LE(crc32(plain), 16);
    header.writeUInt32LE(packed.length, 20);
    header.writeUInt32LE(claimed ?? plain.length, 24);
    header.writeUInt16LE(label.length, 28);
    header.writeUInt32LE(offset, 42);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    header.copy(local, 4, 6, 32);
    parts.push(local, label, packed);
    for (let again = 0; again < repeats; again++) list.push(header, label);
    offset += local.length + label.length + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length * repeats, 8);
  end.writeUInt16LE(entries.length * repeats, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** An Electron archive with these files, one folder deep at most; `header` replaces what it says of them. */
export function makeAsar(files: Readonly<Record<string, string>>, header?: unknown): Buffer {
  let offset = 0;
  const nodes: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(files)) {
    nodes[name] = { size: Buffer.byteLength(text), offset: String(offset) };
    offset += Buffer.byteLength(text);
  }
  const json = Buffer.from(JSON.stringify(header ?? { files: nodes }));
  const padded = Buffer.concat([json, Buffer.alloc(-json.length & 3)]);
  const head = Buffer.alloc(16);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(padded.length + 8, 4);
  head.writeUInt32LE(padded.length + 4, 8);
  head.writeUInt32LE(json.length, 12);
  return Buffer.concat([head, padded, Buffer.from(Object.values(files).join(''))]);
}
