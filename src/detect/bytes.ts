const table = (members: string): Uint8Array => {
  const set = new Uint8Array(256);
  for (const byte of Buffer.from(members, 'latin1')) set[byte] = 1;
  return set;
};

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Bytes of a name in code, configuration and on a command line: `db.admin-password_1`. */
export const nameBytes = table(`${alphanumeric}_.-`);
/** Blank space on one line. */
export const blankBytes = table(' \t');
/** Blank space and line ends. */
export const spaceBytes = table(' \t\r\n');
/** Bytes that end a bare value: space, quotes, brackets, separators. Bytes above 0x7f are part of a value. */
export const bareEndBytes = table(`\0\t\n\v\f\r\x1b "'\`;,)]}<>|&`);

export const DOUBLE = 0x22;
export const SINGLE = 0x27;
export const BACKTICK = 0x60;
export const BACKSLASH = 0x5c;
export const LINE_FEED = 0x0a;

/** True where the byte opens a quoted text. */
export const isQuote = (byte: number | undefined): boolean => byte === DOUBLE || byte === SINGLE || byte === BACKTICK;
