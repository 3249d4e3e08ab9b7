import { isQuote, nameBytes, spaceBytes } from './bytes.ts';
import { at, is, skip } from './read-bytes.ts';

const mostCallee = 60;
const [OPEN, DOT, COLON, DASH, GREATER, DOLLAR] = Buffer.from('(.:->$') as unknown as number[] as [
  number,
  number,
  number,
  number,
  number,
  number,
];
const inCallee = Uint8Array.from({ length: 256 }, (_, byte) =>
  nameBytes[byte] || [DOT, COLON, DASH, GREATER, DOLLAR].includes(byte) ? 1 : 0,
);

/** Calls that make the digest of a password, in the languages whose programs put first users into a database. */
const hashes =
  /(?:^|[.:>])(?:(?:bcrypt(?:js)?|argon2|scrypt|hash|hasher|password_?hash(?:er)?|password_?encoder|encoder|Password|pwd_context)(?:\.|::|->)(?:hash(?:Sync|pw|_password)?|make|create|encode)|hash_?pass?word(?:Sync)?|hashSync|hashpw|make_password|generate_password_hash|password_hash|bcrypt)$/i;

/**
 * Past a call that makes the digest of a password: `await bcrypt.hash('…', 10)`, `Hash::make('…')`.
 * @returns where the quote of the password stands; undefined where there is no such call
 */
export function pastHash(bytes: Uint8Array, offset: number): number | undefined {
  const start = is(bytes, offset, 'await ') ? offset + 6 : offset;
  let end = start;
  while (end - start < mostCallee && inCallee[at(bytes, end)]) end++;
  if (end === start || at(bytes, end) !== OPEN) return undefined;
  const quote = skip(bytes, end + 1, spaceBytes);
  if (!isQuote(at(bytes, quote))) return undefined;
  const callee = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  return hashes.test(callee) ? quote : undefined;
}
