/** A variable as a file sets it. */
export interface Variable {
  readonly name: string;
  readonly value: string;
}

const mostVariables = 2000;
/** `NAME=value`, `name: "value"`, `//host/:_authToken=value`; a quoted value may go over lines, escapes undone by nobody. */
const line =
  /^[ \t]*(?:export[ \t]+|-[ \t]+)?["']?(?:\/\/\S{1,200}?:)?([\w.@-]{1,200})["']?[ \t]*[=:][ \t]*(?:"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|`([^`]*)`|([^\r\n]*))/gm;

/**
 * The variables that a file of settings sets: dotenv, `.npmrc`, INI, properties, TOML, simple YAML, and JSON.
 * @param text the file
 * @param name the file's name: `.json` is read as JSON
 */
export function readVariables(text: string, name: string): readonly Variable[] {
  if (name.endsWith('.json')) return fromJson(text);
  const found: Variable[] = [];
  for (const [, variable = '', double, single, back, bare] of text.matchAll(line)) {
    if (found.length >= mostVariables) break;
    const quoted = single ?? back;
    const value = double === undefined ? (quoted ?? withoutComment(bare ?? '')) : unescaped(double);
    if (value !== '') found.push({ name: variable, value });
  }
  return found;
}

const withoutComment = (bare: string): string => bare.replace(/(?:^|[ \t])#.*$/s, '').trim();

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const unescaped = (text: string): string => text.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);

function fromJson(text: string): readonly Variable[] {
  const found: Variable[] = [];
  const visit = (value: unknown, name: string, depth: number): void => {
    if (found.length >= mostVariables || depth > 20) return;
    if (typeof value === 'string') found.push({ name, value });
    else if (typeof value === 'object' && value !== null)
      for (const [key, child] of Object.entries(value)) visit(child, /^\d+$/.test(key) ? name : key, depth + 1);
  };
  try {
    visit(JSON.parse(text), '', 0);
  } catch {
    return [];
  }
  return found;
}
