/** A specifier as written and where it stands (UTF-16 units). */
export interface Specifier {
  readonly text: string;
  readonly at: number;
}

const named =
  /(?:\b(?:from|import)\s*|\b(?:import|require|require\.resolve|(?:Shared)?Worker|URL|register|addModule|importScripts|require\.context)\s*\(\s*(?:\/\*[^*]{0,200}\*\/\s*)?|\b(?:src|href)\s*=\s*|@(?:import|use|forward)\s+)(["'`])([^"'`\n]{1,300})\1/g;
/** What a style sheet takes in beside other sheets. */
const styleUrls = /\burl\(\s{0,20}(["']?)([^"')\s]{1,300})\1/g;
/** An attribute without quotes, as pages allow. */
const bare = /<(?:script|link)\b[^<>]{0,300}?\s(?:src|href)=([^\s"'<>]{1,300})/gi;
/** Files of a component of Angular. */
const componentFiles =
  /\b(?:templateUrl|styleUrls?)\s{0,20}:\s{0,20}(?:\[([^[\]]{0,600})\]|(["'`][^"'`\n]{1,300}["'`]))/g;
const globs = /\bglob(?:Eager)?\s*(?:<[^<>]{0,200}>\s*)?\(([^)]{1,800})\)/g;
const contexts = /\brequire\.context\s*\(\s*(["'])([^"'\n]{1,300})\1/g;
const quoted = /(["'`])([^"'`\n]{1,300})\1/g;
/** Two texts with something computed between them: `'./pages/' + name + '.js'`. */
const added =
  /\b(?:import|require)\s*\(\s*(["'])([./@~][^"'\n]{0,300})\1\s*\+\s*(?:[^()'"]{0,80}\+\s*(["'])([^"'\n]{0,80})\3)?/g;

const relative = (name: string): string => (/^[\w-]/.test(name) ? `./${name}` : name);

/**
 * Everything in a text that may load a module, found without reading it as a program: comments and strings may add what
 * is none, nothing is missed. What is computed is `*`.
 * @param isStyle true for a style sheet
 */
export function specifiersIn(text: string, isStyle = false): Specifier[] {
  const found: Specifier[] = [];
  for (const match of text.matchAll(named)) {
    const specifier = match[2] as string;
    found.push({ text: specifier.replace(/\$\{[^}]*(?:\}|$)/g, '*'), at: match.index });
  }
  if (isStyle) for (const match of text.matchAll(styleUrls)) found.push({ text: match[2] as string, at: match.index });
  for (const match of text.matchAll(bare)) found.push({ text: match[1] as string, at: match.index });
  if (text.includes('Url'))
    for (const match of text.matchAll(componentFiles))
      for (const inner of (match[1] ?? match[2] ?? '').matchAll(quoted))
        found.push({ text: relative(inner[2] as string), at: match.index });
  if (text.includes('glob'))
    for (const match of text.matchAll(globs))
      for (const inner of (match[1] as string).matchAll(quoted))
        if (/^[./@~#$\w]/.test(inner[2] as string)) found.push({ text: inner[2] as string, at: match.index });
  if (text.includes('.context'))
    for (const match of text.matchAll(contexts))
      found.push({ text: `${(match[2] as string).replace(/\/$/, '')}/**`, at: match.index });
  if (/(?:import|require)\s*\(\s*["'][./@~][^"'\n]*["']\s*\+/.test(text))
    for (const match of text.matchAll(added)) found.push({ text: `${match[2]}*${match[4] ?? ''}`, at: match.index });
  return found;
}

/** True for an import that is a statement of types only, as far as the text before it shows. */
export function isTypeImport(text: string, at: number): boolean {
  const start = Math.max(0, at - 400);
  const before = text.slice(start, at);
  const statement = /\b(?:import|export)\s+type\b(?!\s*,|\s+from)[^;'"`]{0,400}$/.exec(before);
  return statement !== null && !/\bimport\b/.test(statement[0].slice(8));
}
