/** A pattern of paths: `*` within a folder, `**` over folders, `{a,b}`. A computed part of an import is a `*`. */
export function globPattern(glob: string): RegExp {
  let source = '';
  for (let at = 0; at < glob.length; at++) {
    const character = glob[at] as string;
    if (glob.startsWith('**/', at)) {
      source += '(?:[^/]+/)*';
      at += 2;
    } else if (glob.startsWith('**', at)) {
      source += '.*';
      at++;
    } else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (character === '{' && glob.indexOf('}', at) > at) {
      const end = glob.indexOf('}', at);
      source += `(?:${glob
        .slice(at + 1, end)
        .split(',')
        .map(quote)
        .join('|')})`;
      at = end;
    } else source += quote(character);
  }
  return new RegExp(`^${source}$`);
}

const quote = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
