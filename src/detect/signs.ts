/** Bytes of signs that join names and values. */

/** `=` */
export const EQUALS = 0x3d;
/** `:` */
export const COLON = 0x3a;
/** `,` */
export const COMMA = 0x2c;
/** `(` */
export const OPEN = 0x28;
/** `)` */
export const CLOSE = 0x29;
/** `>` */
export const GREATER = 0x3e;
/** `<` */
export const LESS = 0x3c;
/** `|` */
export const BAR = 0x7c;
/** `?` */
export const QUESTION = 0x3f;
/** `!` */
export const BANG = 0x21;
/** `-` */
export const DASH = 0x2d;
/** `]` */
export const BRACKET = 0x5d;
/** `{` */
export const BRACE = 0x7b;
/** `$` */
export const DOLLAR = 0x24;
