import type { Scope } from '../model/index.ts';

/** The parts of a path with `.` and `..` worked out; `..` at the very start of a relative path stays. */
function tidy(parts: readonly string[]): string[] {
  const tidied: string[] = [];
  for (const part of parts) {
    if (part === '' || part === '.') continue;
    if (part === '..' && tidied.length > 0 && tidied.at(-1) !== '..') tidied.pop();
    else tidied.push(part);
  }
  return tidied;
}

const hasDrive = (path: string): boolean => /^[A-Za-z]:[\\/]/.test(path);
const isAbsolute = (path: string): boolean => path.startsWith('/') || hasDrive(path);

/** A path of either kind of system, with `/` between its parts. A backslash is a letter of a name elsewhere. */
const withSlashes = (path: string): string => (hasDrive(path) ? path.replaceAll('\\', '/') : path);

/**
 * A path as reports print it, seen from the top of the repository; absolute where it lies outside. History
 * prints paths that are seen from the top already.
 */
export function fromTop(file: string, scope: Scope): string {
  if (scope.mode === 'history') return file;
  const top = tidy(withSlashes(scope.top).split('/'));
  const full = isAbsolute(file) ? [] : withSlashes(scope.cwd ?? scope.top).split('/');
  const path = tidy([...full, ...withSlashes(file).split('/')]);
  const isInside = top.every((part, index) => path[index] === part);
  if (isInside) return path.slice(top.length).join('/') || '.';
  return hasDrive(`${path[0]}/`) ? path.join('/') : `/${path.join('/')}`;
}

/** A part of a path as RFC 3986 has it. Halves of surrogate pairs have no encoding. */
const encode = (part: string): string => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'));

/** The place of a file in SARIF: a relative reference from the top of the repository, or a file URL outside it. */
export function uriOf(file: string, scope: Scope): { readonly uri: string; readonly uriBaseId?: 'SRCROOT' } {
  const path = fromTop(file, scope);
  const parts = path.split('/');
  if (!isAbsolute(path)) return { uri: parts.map(encode).join('/') || '.', uriBaseId: 'SRCROOT' };
  const [first = '', ...rest] = parts;
  return { uri: `file://${[hasDrive(path) ? `/${first}` : '', ...rest.map(encode)].join('/')}` };
}
