const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST, COLON, COMMA] = [0x7b, 0x7d, 0x5b, 0x5d, 0x3a, 0x2c] as const;
const blanks = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Values of a source map that are read on their own, or that hold numbers only. */
const blanked = new Set(['sourcesContent', 'mappings']);

/**
 * A copy of a source map with spaces in place of its sources and mappings: what is left keeps its place, and nothing that
 * a map may hold besides goes unseen.
 * @param json JSON that has been parsed without an error
 */
export function blankSources(json: Buffer): Buffer {
  const copy = Buffer.from(json);
  blankIn(copy, copy.indexOf(OPEN_OBJECT));
  return copy;
}

/** Goes through the members of the object at `at`; gives the offset after it. */
function blankIn(json: Buffer, at: number): number {
  let offset = skipBlanks(json, at + 1);
  while (offset < json.length && json[offset] !== CLOSE_OBJECT) {
    const keyEnd = endOfString(json, offset);
    const key = json.toString('latin1', offset + 1, keyEnd - 1);
    const start = skipBlanks(json, skipBlanks(json, keyEnd) + 1);
    offset = key === 'sections' && json[start] === OPEN_LIST ? blankInSections(json, start) : endOfValue(json, start);
    if (blanked.has(key)) json.fill(SPACE, start, offset);
    offset = skipBlanks(json, offset);
    if (json[offset] === COMMA) offset = skipBlanks(json, offset + 1);
  }
  return offset + 1;
}

/** The parts of an indexed map: `{ offset, map }` each. */
function blankInSections(json: Buffer, at: number): number {
  let offset = skipBlanks(json, at + 1);
  while (offset < json.length && json[offset] !== CLOSE_LIST) {
    offset = json[offset] === OPEN_OBJECT ? blankInSection(json, offset) : endOfValue(json, offset);
    offset = skipBlanks(json, offset);
    if (json[offset] === COMMA) offset = skipBlanks(json, offset + 1);
  }
  return offset + 1;
}

function blankInSection(json: Buffer, at: number): number {
  let offset = skipBlanks(json, at + 1);
  while (offset < json.length && json[offset] !== CLOSE_OBJECT) {
    const keyEnd = endOfString(json, offset);
    const key = json.toString('latin1', offset + 1, keyEnd - 1);
    const start = skipBlanks(json, skipBlanks(json, keyEnd) + 1);
    offset = key === 'map' && json[start] === OPEN_OBJECT ? blankIn(json, start) : endOfValue(json, start);
    offset = skipBlanks(json, offset);
    if (json[offset] === COMMA) offset = skipBlanks(json, offset + 1);
  }
  return offset + 1;
}

/** The offset after the value at `at`. */
function endOfValue(json: Buffer, at: number): number {
  let depth = 0;
  let offset = at;
  do {
    const byte = json[offset];
    if (byte === QUOTE) offset = endOfString(json, offset);
    else {
      if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth--;
      offset++;
      if (depth === 0 && (byte === CLOSE_OBJECT || byte === CLOSE_LIST)) return offset;
    }
    const next = json[offset];
    if (depth === 0 && (next === COMMA || next === CLOSE_OBJECT || next === CLOSE_LIST || next === COLON))
      return offset;
  } while (offset < json.length);
  return offset;
}

/** The offset after the string at `at`: most bytes of a map lie in strings, so ends of strings are jumped to. */
function endOfString(json: Buffer, at: number): number {
  for (let end = json.indexOf(QUOTE, at + 1); end !== -1; end = json.indexOf(QUOTE, end + 1)) {
    let escapes = 0;
    while (json[end - 1 - escapes] === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return end + 1;
  }
  return json.length;
}

function skipBlanks(json: Buffer, at: number): number {
  let offset = at;
  while (blanks.has(json[offset] ?? 0)) offset++;
  return offset;
}
