/**
 * Whether `.dockerignore` keeps a path out of what is sent to the builder. Unlike in `.gitignore`, every pattern counts
 * from the top, and the last one that matches the path or a folder above it decides.
 * @param text the file
 */
export function dockerIgnores(text: string): (path: string) => boolean {
  const rules = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const keeps = line.startsWith('!');
      return { keeps, matches: patternOf(keeps ? line.slice(1).trim() : line) };
    });
  return (path) => {
    let ignored = false;
    for (const { keeps, matches } of rules) if (ignored === keeps && matches(path)) ignored = !keeps;
    return ignored;
  };
}

/** A pattern of Docker: `*` and `?` within a part of a path, `**` over parts, `[a-z]`; it means all below what it matches. */
export function patternOf(pattern: string): (path: string) => boolean {
  const clean = pattern.replace(/^\.?\/+/, '').replace(/(?<!\/)\/+$/, '');
  if (clean === '' || clean === '.') return () => true;
  const source = clean
    .split('/')
    .map((part) => (part === '**' ? '**' : part.replace(/\*+|\?|\[\^?[^\]]*\]|[\s\S]/g, pieceOf)))
    .join('/')
    .replaceAll('**/', '(?:[^/]+/)*')
    .replaceAll('/**', '/.+')
    .replaceAll('**', '.*');
  try {
    const expression = new RegExp(`^${source}(?:/|$)`, 's');
    return (path) => expression.test(path);
  } catch {
    return () => false;
  }
}

const pieceOf = (piece: string): string => {
  if (piece.startsWith('*')) return '[^/]*';
  if (piece === '?') return '[^/]';
  if (piece.length > 1) return piece.replaceAll('\\', '\\\\');
  return piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
};
