import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The lines of a file, one character a byte, so that columns are the same whatever the encoding. */
export const linesOf = (file) => readFileSync(file, 'latin1').split('\n');

/** The digest that a label keeps of its line: SHA-256, 16 hexadecimal digits. */
export const digestOf = (line) => createHash('sha256').update(line, 'latin1').digest('hex').slice(0, 16);
