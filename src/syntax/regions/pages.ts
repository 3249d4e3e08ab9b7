import type { Dialect } from '../languages.ts';
import { Canvas } from './canvas.ts';
import { type Attribute, attributeValue, closingBrace, readMarkup } from './markup.ts';

/** A file with markup and programs in it. */
export type PageKind = 'html' | 'vue' | 'svelte' | 'astro';

/** A program of the same length as the file that holds it. */
export interface Laid {
  readonly text: string;
  readonly dialect: Dialect;
}

const isData = (type: string | undefined): boolean => /json|importmap|speculationrules/i.test(type ?? '');
const isScript = (type: string | undefined): boolean =>
  type === undefined ||
  /^(?:module|text\/(?:javascript|babel|jsx|typescript|ecmascript)|application\/(?:x-)?javascript)?$/i.test(
    type.trim(),
  );

/** The scripts of a page, its event handlers, and the expressions its framework knows. */
export function layPage(text: string, kind: PageKind): Laid {
  const canvas = new Canvas(text);
  const from = kind === 'astro' ? layFrontMatter(text, canvas) : 0;
  let dialect: Dialect = kind === 'astro' ? 'tsx' : 'javascript';
  let inPug = false;
  readMarkup(
    text,
    {
      raw: (name, attributes, start, end) => {
        if (name !== 'script') return;
        const type = attributeValue(text, attributes, 'type');
        const language = attributeValue(text, attributes, 'lang') ?? '';
        if (/^ts|typescript/i.test(language)) dialect = /x$/i.test(language) ? 'tsx' : 'typescript';
        if (isData(type)) {
          canvas.write(start - 1, '(');
          canvas.keep(start, end);
          canvas.write(end, ');');
        } else if (isScript(type)) {
          canvas.write(start - 1, ';');
          canvas.keep(start, end);
          canvas.write(end, ';');
        }
      },
      tag: (name, attributes) => {
        if (name === 'template') inPug = attributeValue(text, attributes, 'lang') === 'pug';
        if (!inPug) for (const attribute of attributes) layAttribute(text, attribute, kind, canvas);
      },
      text: (start, end) => {
        if (kind === 'vue' && !inPug) layMustaches(text, start, end, canvas);
        else if (kind === 'svelte' || kind === 'astro') layBraces(text, start, end, canvas);
      },
    },
    from,
  );
  return { text: canvas.toString(), dialect };
}

/** The program between the first two lines of `---`; gives where the markup starts. */
function layFrontMatter(text: string, canvas: Canvas): number {
  const found = /^\s*---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!found) return 0;
  const start = found[0].indexOf('---') + 3;
  canvas.keep(start, start + (found[1]?.length ?? 0) + 2);
  return found[0].length;
}

const isHandler = (name: string): boolean => /^(?:on[a-z]|@|v-on:)/i.test(name);
const isBound = (name: string): boolean => /^(?::|v-(?!for|slot|on)[\w-]+)/.test(name);

/** `onclick="…"`, `:key="…"`, `key={…}`: becomes a block, or a value given to the attribute's name. */
function layAttribute(text: string, attribute: Attribute, kind: PageKind, canvas: Canvas): void {
  const { name, nameStart, start, end, quote } = attribute;
  if (quote === '' || end <= start) return;
  if (quote === '{') {
    if (kind === 'svelte' || kind === 'astro') layNamed(text, attribute, name, canvas);
    return;
  }
  if (isHandler(name) && (kind !== 'svelte' || name.startsWith('on'))) {
    canvas.write(nameStart - 1, ';');
    canvas.write(start - 1, '{');
    canvas.write(start, plainQuotes(text.slice(start, end)));
    canvas.write(end, '}');
  } else if (kind === 'vue' && isBound(name)) layNamed(text, attribute, name.replace(/^(?::|v-[\w-]+:?)/, ''), canvas);
}

/** `name=(value)` in the place of `name={value}` or `:name="value"`. Signs in the name become `_`. */
function layNamed(
  text: string,
  { nameStart, start, end, quote, name: full }: Attribute,
  name: string,
  canvas: Canvas,
): void {
  const identifier = name.replace(/\W/g, '_');
  const nameAt = nameStart + full.length - name.length;
  canvas.write(nameAt - 1, ';');
  if (/^[A-Za-z_]/.test(identifier)) {
    canvas.write(nameAt, identifier);
    canvas.write(text.indexOf('=', nameAt + name.length), '=');
  }
  canvas.write(start - 1, '(');
  const value = text.slice(start, end);
  canvas.write(start, quote === '{' ? value : plainQuotes(value));
  canvas.write(end, ')');
}

/** Quotes that are written as entities, with blanks outside of what they enclose. */
function plainQuotes(value: string): string {
  let opens = true;
  return value.replace(/&(?:quot|apos|#39|#34|#x27|#x22);/gi, (entity) => {
    const quote = /quot|34|22/i.test(entity) ? '"' : "'";
    const blank = ' '.repeat(entity.length - 1);
    opens = !opens;
    return opens ? quote + blank : blank + quote;
  });
}

/** `{{ value }}`. */
function layMustaches(text: string, from: number, to: number, canvas: Canvas): void {
  for (let at = text.indexOf('{{', from); at >= 0 && at < to; at = text.indexOf('{{', at + 2)) {
    const end = text.indexOf('}}', at);
    if (end < 0 || end > to) return;
    canvas.write(at, ';(');
    canvas.keep(at + 2, end);
    canvas.write(end, ');');
  }
}

/** `{value}`, `{#if value}`, `{@html value}`. */
function layBraces(text: string, from: number, to: number, canvas: Canvas): void {
  for (let at = text.indexOf('{', from); at >= 0 && at < to; at = text.indexOf('{', at + 1)) {
    const end = closingBrace(text, at);
    const word = /^[#:@/][\w ]*? /.exec(text.slice(at + 1, at + 24))?.[0] ?? '';
    canvas.write(at, ';');
    canvas.keep(at + 1 + word.length, end);
    canvas.write(end, ';');
    at = end;
  }
}
