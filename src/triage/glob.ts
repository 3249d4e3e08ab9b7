/**
 * Globs as in `.gitignore`: `*` and `?` stay within a name, `[a-z]` is one character, `**` crosses folders, `{a,b}` is a
 * choice, a `/` inside or in front ties the glob to the top, and what matches a folder covers all that lies in it.
 *
 * No pattern engine: a glob comes from the scanned project, and must not be able to take time that grows with its stars.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const all = globs.flatMap(choices).map(readGlob);
  return (path) => {
    const names = path.split('/');
    return all.some((glob) => matchNames(glob.names, names, glob.insideOnly));
  };
}

interface Glob {
  readonly names: readonly string[];
  /** Ended with `/`: a folder, so only what lies in it. */
  readonly insideOnly: boolean;
}

function readGlob(glob: string): Glob {
  const tied = /^\.?\//.test(glob) || /\/[^/]/.test(glob);
  const names = glob.split('/').filter((name, index) => name !== '' && !(index === 0 && name === '.'));
  const inside = glob.endsWith('/') || (names.length > 1 && names.at(-1) === '**');
  if (names.length > 1 && names.at(-1) === '**') names.pop();
  return { names: tied ? names : ['**', ...names], insideOnly: inside };
}

/** Most alternatives one glob may stand for; what goes beyond is taken as it is written. */
const mostChoices = 256;

/** The globs that one with `{a,b}` stands for. */
function choices(glob: string): string[] {
  let open = [glob];
  for (;;) {
    const next = open.flatMap((text) => {
      const choice = /\{([^{},]*,[^{}]*)\}/.exec(text);
      if (!choice) return [text];
      const [whole, inside = ''] = choice;
      const rest = text.slice(choice.index + whole.length);
      return inside.split(',').map((part) => text.slice(0, choice.index) + part + rest);
    });
    if (next.length > mostChoices) return [glob];
    if (next.length === open.length && next.every((text, index) => text === open[index])) return next;
    open = next;
  }
}

/** Whether names of a glob match the first names of a path; `reach[j]` says that the glob so far matches `j` of them. */
function matchNames(glob: readonly string[], names: readonly string[], insideOnly: boolean): boolean {
  let reach = names.map(() => false);
  reach.unshift(true);
  for (const part of glob) {
    const next = reach.map(() => false);
    for (const [index, reached] of reach.entries()) {
      if (part === '**') next[index] = reached || (index > 0 && next[index - 1] === true);
      else if (reached && index < names.length && matchName(part, names[index] as string)) next[index + 1] = true;
    }
    reach = next;
  }
  return reach.slice(1, insideOnly ? -1 : undefined).includes(true);
}

/** Whether a glob without `/` matches a whole name. The last star alone is ever tried again: time is their product. */
function matchName(glob: string, name: string): boolean {
  const tokens = glob.match(/\\.|\[[!^]?\]?[^\]]*\]|./gsu) ?? [];
  const characters = [...name];
  let at = 0;
  let token = 0;
  let star = -1;
  let starAt = 0;
  while (at < characters.length) {
    if (tokens[token] === '*') {
      star = token++;
      starAt = at;
    } else if (token < tokens.length && matchOne(tokens[token] as string, characters[at] as string)) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (tokens[token] === '*') token++;
  return token === tokens.length;
}

function matchOne(token: string, character: string): boolean {
  if (token === '?') return true;
  if (token.length > 1 && token.startsWith('\\')) return token.slice(1) === character;
  if (token.length < 3 || !token.startsWith('[')) return token === character;
  const not = /^\[[!^]/.test(token);
  const inside = [...token.slice(not ? 2 : 1, -1)];
  for (let index = 0; index < inside.length; index++) {
    const [low, dash, high] = inside.slice(index, index + 3);
    const range = dash === '-' && high !== undefined;
    if (range ? (low as string) <= character && character <= high : low === character) return !not;
    if (range) index += 2;
  }
  return not;
}
